import type { SendResult } from '../channels/send-result.ts';
import { recordEvents } from '../events/record-events.ts';
import { findDealership } from '../features/dealership/find-dealership.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import { FollowUp } from '../features/follow-ups/model.ts';
import { addHistory, SYSTEM } from '../features/leads/add-history.ts';
import { Lead, type LeadRecord } from '../features/leads/model.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import { after, DAY_MS, MINUTE_MS, SECOND_MS } from '../lib/clock.ts';
import { describeError } from '../lib/describe-error.ts';
import { failpoint } from '../lib/failpoints.ts';
import { siblingId } from '../lib/ids.ts';
import type { Services } from '../services.ts';
import { runAsTenant } from '../tenancy/context.ts';
import { afterSent, giveUpTime } from './after-sent.ts';
import { buildEnvelope, type Envelope } from './build-envelope.ts';
import { claimMessage, updateHeld } from './claim-message.ts';
import { attend, channelOf, composeMessage, readConversation } from './compose-message.ts';
import { dispatch } from './dispatch.ts';
import { escalateFailure, escalateProvider } from './escalate-writing.ts';
import { fitWhatsAppWindow } from './fit-whatsapp-window.ts';
import { type Hold, holdMessage } from './hold-message.ts';
import { isOutdated } from './is-outdated.ts';
import { keepDraft } from './keep-draft.ts';
import { noteCrmDelivery } from './note-crm-delivery.ts';
import { applyReports } from './note-whatsapp-status.ts';
import { planReply } from './plan-reply.ts';
import { reasonNotToSend } from './reasons-not-to-send.ts';
import { giveBackSendLease, takeSendLease } from './send-lease.ts';
import { suppress } from './suppression.ts';
import { reasonNotToSendToCrm, writeCrmDocument } from './write-crm-document.ts';

const MAX_ATTEMPTS = 8;
/** A message waits this long for an account that the provider refuses to be mended. */
const RECONNECT_MS = DAY_MS;
const RECONNECT_WAIT_MS = 5 * MINUTE_MS;

const WINDOW_CLOSED = 'The customer wrote more than 24 hours ago';

interface Sending {
  message: MessageRecord;
  lead: LeadRecord | null;
  dealership: DealershipRecord;
  conversation: MessageRecord[];
}

function recipientOf({ message, lead }: Sending): string | null {
  if (message.audience === 'staff' || message.recipient !== null) return message.recipient;
  if (!lead) return null;
  if (message.channel === 'chat') return null;
  if (message.channel !== 'sms' && message.channel !== 'whatsapp') return lead.customer.email;
  return lead.customer.phone?.startsWith('+') ? lead.customer.phone : null;
}

async function announce(services: Services, { message, lead }: Sending): Promise<void> {
  if (message.audience === 'staff' || !lead) return;
  await recordEvents(services, message.dealership_id, message.test, [
    { type: 'message.updated', data: { lead_id: lead._id, message_id: message._id } },
    { type: 'lead.updated', data: { lead_id: lead._id } },
  ]);
}

async function callOffFollowUp(message: MessageRecord, lead: LeadRecord, reason: string, now: Date): Promise<void> {
  const cancelled = await FollowUp.findOneAndUpdate(
    { lead_id: lead._id, step: message.step, state: 'scheduled' },
    { state: 'cancelled', state_reason: reason },
  ).lean();
  // A lead whose last step could not go out is given up like any other, and does not stay open for ever.
  if (cancelled?.last_step) await Lead.updateOne({ _id: lead._id }, { $set: { give_up_at: giveUpTime(now) } });
}

async function withhold(services: Services, sending: Sending, reason: string): Promise<void> {
  const { message, lead } = sending;
  const cancelled = { state: 'cancelled', state_reason: reason, lease_until: null, dispatched_at: null } as const;
  if (!(await updateHeld(message, cancelled))) return;
  if (lead && message.purpose === 'follow_up') await callOffFollowUp(message, lead, reason, services.clock.now());
  if (lead && message.audience === 'customer') {
    await addHistory({
      id: siblingId(message._id, 'hist'),
      leadId: lead._id,
      type: 'message_withheld',
      actor: SYSTEM,
      to: message.channel,
      reason,
      occurredAt: services.clock.now(),
    });
  }
  await announce(services, sending);
}

async function withheld(services: Services, sending: Sending): Promise<boolean> {
  const { message, lead, dealership } = sending;
  if (message.purpose === 'crm') {
    const unwanted = reasonNotToSendToCrm(dealership, lead);
    if (unwanted !== null) await withhold(services, sending, unwanted);
    return unwanted !== null;
  }
  if (message.audience === 'staff' || !lead) return false;
  const reason = await reasonNotToSend({
    message,
    lead,
    dealership,
    recipient: recipientOf(sending),
    now: services.clock.now(),
  });
  if (reason === null) return false;
  await withhold(services, sending, reason);
  return true;
}

/** Puts a message back until a time; that is no failed attempt. */
async function waitUntil(services: Services, sending: Sending, until: Date, reason: string): Promise<void> {
  const { message } = sending;
  const later = { state: 'pending' as const, due_at: until, lease_until: null, attempts: message.attempts - 1 };
  if (await updateHeld(message, { ...later, state_reason: reason })) await announce(services, sending);
}

async function writeWords(services: Services, sending: Sending): Promise<Sending | null> {
  const { message, lead, dealership, conversation } = sending;
  if (message.text !== null || !lead) return sending;
  if (message.purpose === 'crm') {
    const document = await writeCrmDocument(dealership, lead);
    if (!(await updateHeld(message, document))) return null;
    return { ...sending, message: { ...message, ...document } };
  }
  const read = await attend(services, message, lead, conversation, dealership);
  const next = { ...sending, lead: read.lead };
  if (read.understanding.label === 'spam' || read.understanding.automated) {
    await withhold(services, next, 'It does not look like an enquiry of a person');
    return null;
  }
  if (await withheld(services, next)) return null;
  const plan = planReply(dealership, channelOf(message, conversation), services.clock.now());
  if (plan.action === 'off') {
    await withhold(services, next, plan.reason);
    return null;
  }
  if (plan.action === 'hold') {
    await waitUntil(services, next, plan.until, plan.reason);
    return null;
  }
  const { words, draftReason } = await composeMessage(services, message, read, conversation, dealership);
  const reason = plan.action === 'draft' ? plan.reason : draftReason;
  if (reason !== null) {
    await keepDraft(services, { ...next, lead: read.lead }, words, reason);
    await announce(services, next);
    return null;
  }
  // The words are stored before anything is sent: whoever runs this again sends the same ones.
  if (!(await updateHeld(message, words))) return null;
  return { ...next, message: { ...message, ...words } };
}

const MAX_WRITINGS = 3;

/** Writes the words, and writes them anew while a car they speak of changes: nothing of it has gone out yet. */
async function writeTrueWords(services: Services, sending: Sending): Promise<Sending | null> {
  let current: Sending | null = sending;
  for (let writing = 0; current && writing < MAX_WRITINGS; writing += 1) {
    if (current.message.text !== null && (await isOutdated(current.message)))
      current = { ...current, message: { ...current.message, text: null } };
    else if (current.message.text !== null || !current.lead) return current;
    current = await writeWords(services, current);
  }
  return current;
}

async function fail(services: Services, { message, lead, dealership }: Sending, reason: string): Promise<void> {
  // Before the message counts as failed: a crash in between then leads here once more.
  if (lead && message.audience === 'customer') await escalateFailure(services, message, lead, dealership, reason);
  if (!(await updateHeld(message, { state: 'failed', state_reason: reason, lease_until: null }))) return;
  if (message.purpose === 'crm') await noteCrmDelivery(services, { ...message, state: 'failed', state_reason: reason });
  if (!lead || message.audience === 'staff') return;
  if (message.purpose === 'follow_up') await callOffFollowUp(message, lead, reason, services.clock.now());
  // The customer waits and heard nothing: the lead asks for a person.
  await Lead.updateOne({ _id: lead._id }, { $set: { unread: true }, $inc: { version: 1 } });
  await addHistory({
    id: siblingId(message._id, 'hist'),
    leadId: lead._id,
    type: 'message_failed',
    actor: SYSTEM,
    to: message.channel,
    reason,
    occurredAt: services.clock.now(),
  });
}

type NotYet = Extract<SendResult, { state: 'retry' | 'reconnect' }>;

function isOver(message: MessageRecord, result: NotYet, now: Date): boolean {
  if (result.state === 'retry') return message.attempts >= MAX_ATTEMPTS;
  return now.getTime() - message.created_at.getTime() > RECONNECT_MS;
}

function waitBefore(message: MessageRecord, result: NotYet): number {
  if (result.state === 'reconnect') return RECONNECT_WAIT_MS;
  return result.retryAfterMs ?? Math.min(30 * MINUTE_MS, 5 * SECOND_MS * 3 ** message.attempts);
}

async function settle(services: Services, sending: Sending, result: SendResult): Promise<void> {
  const { message, lead, dealership } = sending;
  const now = services.clock.now();
  if (result.state === 'failed' || result.state === 'reconnect') {
    services.logger.error(
      { message_id: message._id, channel: message.channel, reason: result.reason },
      `send: ${result.state}`,
    );
  }
  if (result.state === 'sent') {
    if (lead && message.audience === 'customer') await afterSent(services, message, lead, dealership, now);
    if (message.purpose === 'crm') await noteCrmDelivery(services, { ...message, state: 'sent' });
    await updateHeld(message, {
      state: 'sent',
      state_reason: null,
      sent_at: now,
      provider_id: result.providerId,
      lease_until: null,
    });
    if (message.channel === 'whatsapp') await applyReports(services, message._id);
  } else if (result.state === 'unknown') {
    await updateHeld(message, { state: 'unknown', state_reason: result.reason, lease_until: after(now, MINUTE_MS) });
  } else if (result.state === 'failed' || isOver(message, result, now)) {
    // The provider knows of a STOP that we have not heard of.
    if (result.reason === 'opted_out' && message.recipient)
      await suppress(
        services,
        message.channel === 'whatsapp' ? 'whatsapp' : 'sms',
        message.recipient,
        'stop',
        message.test,
      );
    await fail(services, sending, result.reason);
  } else {
    if (result.state === 'reconnect') await escalateProvider(services, message, dealership, result.reason);
    await updateHeld(message, {
      state: 'pending',
      state_reason: result.reason,
      due_at: after(now, waitBefore(message, result)),
      // An account that is refused is no fault of this message: only its own failures count.
      attempts: result.state === 'reconnect' ? message.attempts - 1 : message.attempts,
      dispatched_at: null,
      lease_until: null,
    });
  }
  await announce(services, sending);
}

/** WhatsApp takes free words for 24 hours after the customer wrote, measured now; `null` when the message ends here. */
async function fitWindow(services: Services, sending: Sending): Promise<Sending | null> {
  const { message, lead, dealership } = sending;
  if (message.channel !== 'whatsapp' || !lead) return sending;
  const fit = await fitWhatsAppWindow(message, lead, dealership, services.clock.now());
  if (fit === 'as_it_is') return sending;
  if (fit === 'closed') {
    if (message.purpose === 'follow_up') await withhold(services, sending, WINDOW_CLOSED);
    else await fail(services, sending, WINDOW_CLOSED);
    await announce(services, sending);
    return null;
  }
  const words = { ...fit, sender_name: message.sender_name ?? dealership.assistant.name };
  return (await updateHeld(message, words)) ? { ...sending, message: { ...message, ...words } } : null;
}

interface Prepared {
  sending: Sending;
  envelope: Envelope;
}

async function rereadLead(lead: LeadRecord | null): Promise<LeadRecord | null> {
  return lead && (await Lead.findOne({ _id: lead._id }).lean<LeadRecord>());
}

/** Everything before the provider is called; `null` when the message is not to go out, or another worker has it. */
async function prepare(services: Services, sending: Sending): Promise<Prepared | null> {
  const fitted = await fitWindow(services, sending);
  const written = fitted && (await writeTrueWords(services, fitted));
  if (!written) return null;
  // Asked again just before sending, with the lead as it is now: minutes may have gone by with a model.
  const asked = { ...written, lead: await rereadLead(written.lead) };
  if (await withheld(services, asked)) return null;
  const current = await fitWindow(services, asked);
  if (!current) return null;
  const recipient = recipientOf(current);
  if (recipient === null) {
    await withhold(services, current, 'There is nobody to send it to');
    return null;
  }
  const envelope = await buildEnvelope(services, { ...current, recipient });
  const ready = { ...identityOf(envelope), recipient, dispatched_at: services.clock.now() };
  if (!(await updateHeld(current.message, ready))) return null;
  // The last look, with nothing but the call after it: a STOP that came meanwhile is obeyed.
  const last = { ...current, lead: await rereadLead(current.lead), message: { ...current.message, ...ready } };
  if (await withheld(services, last)) return null;
  return { sending: last, envelope };
}

function identityOf(envelope: Envelope): Partial<MessageRecord> {
  if (envelope.channel !== 'email') return {};
  const { messageId, inReplyTo, references, html } = envelope.mail;
  return { message_id: messageId, in_reply_to: inReplyTo, references: [...references], html };
}

async function loadSending(message: MessageRecord): Promise<Sending | null> {
  const dealership = await findDealership(message.dealership_id);
  const lead = message.lead_id === null ? null : await Lead.findOne({ _id: message.lead_id }).lean<LeadRecord>();
  if (!dealership || (message.lead_id !== null && !lead)) return null;
  const conversation = lead && message.audience === 'customer' ? await readConversation(lead._id, message) : [];
  return { message, lead, dealership, conversation };
}

function logFailure(services: Services, message: MessageRecord, error: unknown): void {
  services.logger.error(
    { message_id: message._id, attempts: message.attempts, ...describeError(error) },
    'delivery failed',
  );
}

/** A person's message waits for nobody, and an alert is for colleagues. */
function needsSendLease(message: MessageRecord): boolean {
  return message.audience === 'customer' && message.sender_type === 'ai' && message.lead_id !== null;
}

async function deliverInTurn(services: Services, message: MessageRecord): Promise<void> {
  const leadId = message.lead_id;
  const deliverHeld = () => holdMessage(services, message, (hold) => deliverAsTenant(services, message, hold));
  if (leadId === null || !needsSendLease(message)) return deliverHeld();
  if (!(await takeSendLease(services, leadId, message))) {
    const dueAt = after(services.clock.now(), 2 * SECOND_MS);
    await updateHeld(message, { state: 'pending', due_at: dueAt, lease_until: null, attempts: message.attempts - 1 });
    return;
  }
  try {
    await deliverHeld();
  } finally {
    await giveBackSendLease(leadId, message);
  }
}

async function deliverAsTenant(services: Services, message: MessageRecord, hold: Hold): Promise<void> {
  failpoint('send.claimed', subjectOf(message));
  const sending = await loadSending(message);
  if (!sending) {
    await updateHeld(message, { state: 'cancelled', state_reason: 'The lead is gone', lease_until: null });
    return;
  }
  // Attempts are counted before the work: a message that kills its worker every time is not tried for ever.
  if (message.attempts > MAX_ATTEMPTS) {
    await fail(services, sending, 'Gave up after too many tries');
    return;
  }
  let prepared: Prepared | null;
  try {
    prepared = await prepare(services, sending);
  } catch (error) {
    logFailure(services, message, error);
    await settle(services, sending, { state: 'retry', reason: 'Something went wrong on our side' });
    return;
  }
  if (!prepared) return;
  const { sending: ready, envelope } = prepared;
  failpoint('send.prepared', subjectOf(ready.message));
  // A process that stood still for longer than its lease no longer knows who else is sending this.
  if (!hold.isCertain()) return;
  const result = await dispatch(services, ready.message, envelope).catch((error: unknown): SendResult => {
    logFailure(services, message, error);
    return { state: 'unknown', reason: 'The provider was called and did not answer' };
  });
  failpoint('send.answered', subjectOf(ready.message));
  await settle(services, ready, result);
  failpoint('send.noted', subjectOf(ready.message));
}

function subjectOf({ purpose, recipient }: MessageRecord): string {
  return `${purpose} ${recipient ?? ''}`;
}

/** Writes and sends one claimed message, or notes why not. What fails after the provider was called is left to reconciliation. */
export async function deliver(services: Services, message: MessageRecord): Promise<void> {
  await runAsTenant(message.dealership_id, () => deliverInTurn(services, message)).catch((error: unknown) =>
    logFailure(services, message, error),
  );
}

/** What a delivery run keeps to. */
interface Bounds {
  /** Only this dealership's messages. */
  dealershipId?: string;
  /** Nothing more is taken up once this is aborted. */
  signal?: AbortSignal;
}

/** Delivers everything that is due, a few at a time; tells how many there were. */
export async function deliverDue(services: Services, concurrency: number, bounds: Bounds = {}): Promise<number> {
  let count = 0;
  const next = () => (bounds.signal?.aborted ? null : claimMessage(services.clock.now(), bounds.dealershipId));
  const lane = async (): Promise<void> => {
    for (let message = await next(); message; message = await next()) {
      count += 1;
      await deliver(services, message);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  return count;
}
