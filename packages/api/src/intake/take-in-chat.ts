import { extractContact } from '../answering/rules/extract-contact.ts';
import type { ChatPayload } from '../channels/chat/chat-payload.ts';
import { publishChatMessage } from '../channels/chat/publish-chat-message.ts';
import type { ArrivalRecord } from '../features/arrivals/model.ts';
import { attachContact, readContact } from '../features/chat/attach-contact.ts';
import { chatAnsweredBy } from '../features/chat/chat-settings.ts';
import { ChatSession, type ChatSessionRecord } from '../features/chat/model.ts';
import { tellChat } from '../features/chat/tell-chat.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import { addHistory, type HistoryInput, SYSTEM } from '../features/leads/add-history.ts';
import { Lead, type LeadRecord } from '../features/leads/model.ts';
import { derivedId, siblingId } from '../lib/ids.ts';
import type { Services } from '../services.ts';
import type { Enquiry } from './enquiry.ts';
import { contactKeys, learnContacts } from './find-person.ts';
import { hasOpened } from './has-opened.ts';
import type { Worked } from './take-in-arrival.ts';
import { takeInCustomerAnswer } from './take-in-customer-answer.ts';
import { takeInEnquiry } from './take-in-enquiry.ts';

interface ChatWork {
  services: Services;
  arrival: ArrivalRecord;
  payload: ChatPayload;
  dealership: DealershipRecord;
}

function chatOf(payload: ChatPayload, relatedLeadId: string | null): NonNullable<Enquiry['chat']> {
  const { sessionId, clientId, asksForPerson = false } = payload;
  return { sessionId, clientId, relatedLeadId, asksForPerson };
}

function enquiryOf({ arrival, payload, dealership }: ChatWork): Enquiry {
  return {
    arrivalId: arrival._id,
    source: 'chat',
    sourceDetail: payload.sourceUrl === null ? null : hostOf(payload.sourceUrl),
    channel: 'chat',
    test: arrival.test,
    receivedAt: arrival.received_at,
    ...payload.contact,
    message: payload.text,
    subject: null,
    vehicleInterest: payload.vehicleInterest,
    vehicleId: payload.vehicleId,
    language: payload.language,
    sourceUrl: payload.sourceUrl,
    utm: payload.utm,
    consents: [],
    tags: [],
    metadata: payload.referrer ? { referrer: payload.referrer } : {},
    handledBy: arrival.promoted ? 'human' : chatAnsweredBy(dealership, arrival.received_at),
    quiet: false,
    writtenDownBy: null,
    messageId: null,
    references: [],
    chat: chatOf(payload, payload.relatedLeadId),
  };
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null;
}

async function openLead(work: ChatWork): Promise<Worked> {
  const { services, arrival, payload } = work;
  const enquiry = enquiryOf(work);
  const taken = await takeInEnquiry(services, arrival.dealership_id, enquiry);
  // Only who opens the chat decides whom it waits for: a later message finds the decision made.
  await ChatSession.updateOne(
    { _id: payload.sessionId, lead_id: null },
    { lead_id: taken.leadId, expires_at: null, awaits_person: enquiry.handledBy === 'human' },
  );
  return {
    ...taken,
    finish: async () => {
      await learnContacts(taken.lead.person_id, contactKeys(enquiry));
      await taken.finish();
    },
  };
}

/** A chat that goes on with a lead of the visitor's waits for whom the dealership wants to answer chats. */
async function waitForPerson(work: ChatWork, session: ChatSessionRecord, lead: LeadRecord): Promise<LeadRecord> {
  const { arrival, dealership } = work;
  if (lead.handled_by === 'human' || chatAnsweredBy(dealership, arrival.received_at) === 'assistant') return lead;
  await addHistory(handedOver(work, lead, 'human', 'Colleagues answer the chat'));
  await Lead.updateOne({ _id: lead._id }, { $set: { handled_by: 'human' }, $inc: { version: 1 } });
  await ChatSession.updateOne({ _id: session._id }, { awaits_person: true });
  return { ...lead, handled_by: 'human' };
}

function handedOver({ arrival }: ChatWork, lead: LeadRecord, to: 'assistant' | 'human', reason: string): HistoryInput {
  return {
    id: derivedId('hist', `chat to ${to} ${arrival._id}`),
    leadId: lead._id,
    type: 'handled_by_changed',
    actor: SYSTEM,
    from: lead.handled_by,
    to,
    reason,
    occurredAt: arrival.received_at,
  };
}

/** A chat that waited for colleagues goes to the assistant when the house has closed and nobody came. */
async function fallBackToAssistant(work: ChatWork, session: ChatSessionRecord, lead: LeadRecord): Promise<LeadRecord> {
  const { arrival, dealership } = work;
  const isWanted = chatAnsweredBy(dealership, arrival.received_at) === 'assistant';
  if (!session.awaits_person || lead.handled_by !== 'human' || !isWanted) return lead;
  await addHistory(handedOver(work, lead, 'assistant', 'Nobody had answered the chat at closing time'));
  await Lead.updateOne({ _id: lead._id }, { $set: { handled_by: 'assistant' }, $inc: { version: 1 } });
  await ChatSession.updateOne({ _id: session._id }, { awaits_person: false });
  return { ...lead, handled_by: 'assistant' };
}

async function goOn(work: ChatWork, session: ChatSessionRecord, lead: LeadRecord): Promise<Worked> {
  const { services, arrival, payload, dealership } = work;
  const current = await (session.log.length === 0 ? waitForPerson : fallBackToAssistant)(work, session, lead);
  const answer = {
    channel: 'chat' as const,
    sourceDetail: null,
    name: session.contact.name,
    text: payload.text,
    subject: null,
    messageId: null,
    references: [],
    automated: false,
    command: false,
    wantsReply: true,
    replyTo: null,
    chat: chatOf(payload, null),
  };
  const finish = await takeInCustomerAnswer(services, arrival, answer, current, dealership);
  if (!current.sources.includes('chat')) await Lead.updateOne({ _id: lead._id }, { $addToSet: { sources: 'chat' } });
  return { outcome: 'message_added', leadId: lead._id, verdict: {}, lead: null, finish };
}

async function takeIn(work: ChatWork, session: ChatSessionRecord | null): Promise<Worked> {
  const lead = session?.lead_id == null ? null : await Lead.findOne({ _id: session.lead_id }).lean<LeadRecord>();
  // The message that opened the lead, run again after a crash, opens it again and finds it.
  if (!session || !lead || hasOpened(lead, work.arrival._id)) return openLead(work);
  return goOn(work, session, lead);
}

/**
 * Makes a lead of the first message of a chat, and an answer in its conversation of every other. The message is part of
 * the chat before the rest is done; run again, it is there already.
 */
export async function takeInChat(
  services: Services,
  arrival: ArrivalRecord,
  payload: ChatPayload,
  dealership: DealershipRecord,
): Promise<Worked> {
  const work: ChatWork = { services, arrival, payload, dealership };
  const session = await ChatSession.findOne({ _id: payload.sessionId }).lean<ChatSessionRecord>();
  const worked = await takeIn(work, session);
  const published = await publishChatMessage(payload.sessionId, siblingId(arrival._id, 'msg'));
  return {
    ...worked,
    finish: async () => {
      await worked.finish();
      if (!published) return;
      await ChatSession.updateOne({ _id: published._id }, { visitor_typing_until: null });
      const said = extractContact(
        { text: payload.text, fromName: null, fromEmail: null, fromPhone: null },
        dealership.language,
      );
      const news = Object.entries(await readContact(dealership._id, said)).filter(
        ([field]) => published.contact[field as keyof typeof said] === null,
      );
      await attachContact(services, published, Object.fromEntries(news), arrival.received_at);
      await tellChat(services, published);
    },
  };
}
