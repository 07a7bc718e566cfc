import type {
  ApiKey,
  Arrival,
  AssistantSettings,
  Connection,
  Crm,
  CrmDelivery,
  Dealership,
  Escalation,
  FollowUp,
  HistoryEntry,
  KnowledgeEntry,
  Lead,
  Mailbox,
  Message,
  Note,
  OutboxMessage,
  PortalTemplate,
  ReplyChannel,
  UnansweredQuestion,
  User,
  Vehicle,
  WebhookDelivery,
  WebhookEndpoint,
} from '@norvalt/sdk';
import { makeAssistant } from './assistant.ts';
import { makeFollowUps, makeHistory, makeMessages, makeNotes } from './conversation.ts';
import { makeCrm, makeCrmDeliveries } from './crm.ts';
import {
  makeApiKeys,
  makeArrivals,
  makeDealership,
  makeMailbox,
  makeOutbox,
  makeUsers,
  makeVehicles,
} from './dealership.ts';
import { makeEscalations } from './escalations.ts';
import { makeLeads } from './leads.ts';
import { makePortalTemplates } from './portals.ts';

/** Everything the fake knows; tests look into it and change it. */
export interface FakeState {
  leads: Lead[];
  messages: Map<string, Message[]>;
  notes: Map<string, Note[]>;
  followUps: Map<string, FollowUp[]>;
  history: Map<string, HistoryEntry[]>;
  users: User[];
  vehicles: Vehicle[];
  arrivals: Arrival[];
  outbox: OutboxMessage[];
  escalations: Escalation[];
  dealership: Dealership;
  assistant: AssistantSettings;
  mailbox: Mailbox;
  crm: Crm;
  portalTemplates: PortalTemplate[];
  crmDeliveries: CrmDelivery[];
  apiKeys: ApiKey[];
  connections: Connection[];
  /** What a lead has besides e-mail and SMS. */
  replyChannels: Map<string, ReplyChannel[]>;
  knowledge: KnowledgeEntry[];
  unanswered: UnansweredQuestion[];
  webhookEndpoints: WebhookEndpoint[];
  webhookDeliveries: WebhookDelivery[];
}

export function makeState(nowMs: number, leadCount: number): FakeState {
  const users = makeUsers(nowMs);
  const vehicles = makeVehicles(nowMs);
  const leads = makeLeads(leadCount, nowMs, users, vehicles);
  const arrivals = leadCount ? makeArrivals(nowMs) : [];
  const perLead = <T>(make: (lead: Lead, number: number) => T[]) =>
    new Map(leads.map((lead, index) => [lead.id, make(lead, index + 1)]));
  return {
    leads,
    messages: perLead(makeMessages),
    notes: perLead(makeNotes),
    followUps: perLead(makeFollowUps),
    history: perLead(makeHistory),
    users,
    vehicles,
    arrivals,
    escalations: makeEscalations(leads, nowMs),
    outbox: leadCount ? makeOutbox(nowMs) : [],
    dealership: makeDealership(nowMs),
    assistant: makeAssistant(),
    mailbox: makeMailbox(nowMs),
    crm: makeCrm(),
    portalTemplates: makePortalTemplates(nowMs, arrivals[0]?.id ?? ''),
    crmDeliveries: leadCount ? makeCrmDeliveries(nowMs, leads) : [],
    apiKeys: leadCount ? makeApiKeys(nowMs) : [],
    connections: [],
    replyChannels: new Map(),
    knowledge: [],
    unanswered: [],
    webhookEndpoints: [],
    webhookDeliveries: [],
  };
}
