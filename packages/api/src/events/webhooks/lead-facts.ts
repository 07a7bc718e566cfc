import mongoose from 'mongoose';
import { type HistoryRecord, LeadHistory } from '../../features/leads/history-model.ts';
import { Lead, type LeadRecord } from '../../features/leads/model.ts';
import { presentLead } from '../../features/leads/present.ts';
import { withoutDeleted } from '../../features/leads/without-deleted.ts';
import { Message, type MessageRecord } from '../../features/messages/model.ts';
import type { EventRecord } from '../model.ts';
import { factsOfMessage } from './message-facts.ts';
import type { WebhookFact } from './webhook-fact.ts';

/** Of a lead that was asked about again and again only the newest are sent along: a post stays small. */
const SHOWN_SUBMISSIONS = 3;

async function leadFact(event: EventRecord, type: 'lead.created' | 'lead.updated' | 'lead.deleted') {
  const record = await Lead.findOne({ _id: event.data.lead_id ?? '' }).lean<LeadRecord>();
  if (!record) return [];
  const lead = await presentLead({ ...record, submissions: record.submissions.slice(-SHOWN_SUBMISSIONS) });
  // A lead is created once; any other change is known by the version it led to.
  const key = type === 'lead.created' ? `${type} ${lead.id}` : `${type} ${lead.id} ${lead.version}`;
  return [{ type, key, at: event.occurred_at, data: { lead } }];
}

/** Every change of status is an entry of the history, and the entry's id is what makes it single. */
async function statusFacts(leadId: string, since: Date): Promise<WebhookFact[]> {
  const entries = await LeadHistory.find({
    lead_id: leadId,
    type: 'status_changed',
    occurred_at: mongoose.trusted({ $gte: since }),
  }).lean<HistoryRecord[]>();
  return entries.map(({ _id, lead_id, from, to, reason, actor, occurred_at }) => ({
    type: 'lead.status_changed',
    key: `lead.status_changed ${_id}`,
    at: occurred_at,
    data: { lead_id, from, to, reason, actor: { type: actor.type, name: actor.name } },
  }));
}

/** What a customer wrote comes with the lead it opened or joined, and has no event of its own. */
async function enquiryFacts(leadId: string, since: Date): Promise<WebhookFact[]> {
  const messages = await Message.find({
    lead_id: leadId,
    direction: 'inbound',
    created_at: mongoose.trusted({ $gte: since }),
  }).lean<MessageRecord[]>();
  return (await withoutDeleted(messages)).flatMap(factsOfMessage);
}

/** All that a new lead, or a change of one, amounts to. */
export async function leadFacts(event: EventRecord, since: Date): Promise<WebhookFact[]> {
  const leadId = event.data.lead_id ?? '';
  const type = event.type === 'lead.created' ? 'lead.created' : 'lead.updated';
  const found = await Promise.all([leadFact(event, type), statusFacts(leadId, since), enquiryFacts(leadId, since)]);
  return found.flat();
}

/** That a lead was deleted. */
export async function deletionFacts(event: EventRecord): Promise<WebhookFact[]> {
  return leadFact(event, 'lead.deleted');
}
