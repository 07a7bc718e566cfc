import { Lead, type LeadRecord } from '../features/leads/model.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import { failpoint } from '../lib/failpoints.ts';
import type { Services } from '../services.ts';
import { buildEnvelope, type Envelope } from './build-envelope.ts';
import { updateHeld } from './claim-message.ts';
import { fitWhatsAppWindow } from './fit-whatsapp-window.ts';
import { announce, recipientOf, type Sending, subjectOf } from './sending.ts';
import { fail } from './settle-sending.ts';
import { withheld, withhold } from './withhold.ts';
import { writeTrueWords } from './write-words.ts';

const WINDOW_CLOSED = 'The customer wrote more than 24 hours ago';

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

/** A message that needs nothing more but the call of its provider. */
export interface Prepared {
  sending: Sending;
  envelope: Envelope;
}

async function rereadLead(lead: LeadRecord | null): Promise<LeadRecord | null> {
  return lead && (await Lead.findOne({ _id: lead._id }).lean<LeadRecord>());
}

/** Everything before the provider is called; `null` when the message is not to go out, or another worker has it. */
export async function prepare(services: Services, sending: Sending): Promise<Prepared | null> {
  const fitted = await fitWindow(services, sending);
  const written = fitted && (await writeTrueWords(services, fitted));
  if (!written) return null;
  failpoint('send.written', subjectOf(written.message));
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
