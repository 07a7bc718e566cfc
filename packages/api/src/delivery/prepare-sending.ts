import type { MessageRecord } from '../features/messages/model.ts';
import { failpoint } from '../lib/failpoints.ts';
import type { Services } from '../services.ts';
import { buildEnvelope, type Envelope } from './build-envelope.ts';
import { updateHeld } from './claim-message.ts';
import { noteApproval } from './note-approval.ts';
import { recipientOf } from './recipient-of.ts';
import { rereadLead, type Sending, subjectOf } from './sending.ts';
import { windowWords } from './window-words.ts';
import { withheld, withhold } from './withhold.ts';
import { writeTrueWords } from './write-words.ts';

/** A message that needs nothing more but the call of its provider. */
export interface Prepared {
  sending: Sending;
  envelope: Envelope;
}

/** Everything before the provider is called; `null` when the message is not to go out, or another worker has it. */
export async function prepare(services: Services, sending: Sending): Promise<Prepared | null> {
  // What a crash right after the approval left undone; nobody clicks again on what is sent.
  await noteApproval(services, sending.message);
  const written = await writeTrueWords(services, sending);
  if (!written) return null;
  failpoint('send.written', subjectOf(written.message));
  // Asked again just before sending, with the lead as it is now: minutes may have gone by with a model.
  const asked = await rereadLead(written);
  if (await withheld(services, asked)) return null;
  const words = await windowWords(services, asked);
  if (!words) return null;
  const current = { ...asked, message: { ...asked.message, ...words } };
  const recipient = recipientOf(current);
  if (recipient === null) {
    await withhold(services, current, 'There is nobody to send it to');
    return null;
  }
  const envelope = await buildEnvelope(services, { ...current, recipient });
  const ready = { ...words, ...identityOf(envelope), recipient, dispatched_at: services.clock.now() };
  if (!(await updateHeld(current.message, ready))) return null;
  // The last look, with nothing but the call after it: a STOP that came meanwhile is obeyed.
  const last = await rereadLead({ ...current, message: { ...current.message, ...ready } });
  if (await withheld(services, last)) return null;
  return { sending: last, envelope };
}

function identityOf(envelope: Envelope): Partial<MessageRecord> {
  if (envelope.channel !== 'email') return {};
  const { messageId, inReplyTo, references, html } = envelope.mail;
  return { message_id: messageId, in_reply_to: inReplyTo, references: [...references], html };
}
