import type { Services } from '../services.ts';
import { updateHeld } from './claim-message.ts';
import { attend, channelOf, composeMessage } from './compose-message.ts';
import { isOutdated } from './is-outdated.ts';
import { keepDraft } from './keep-draft.ts';
import { planReply } from './plan-reply.ts';
import { announce, type Sending } from './sending.ts';
import { withheld, withhold } from './withhold.ts';
import { writeCrmDocument } from './write-crm-document.ts';

/** Puts a message back until a time; that is no failed attempt. */
async function waitUntil(services: Services, sending: Sending, until: Date, reason: string): Promise<void> {
  const { message } = sending;
  const later = { state: 'pending' as const, due_at: until, lease_until: null, attempts: message.attempts - 1 };
  if (await updateHeld(message, { ...later, state_reason: reason })) await announce(services, sending);
}

/** Stores the words of a message that has none; `null` when it is not to go out now. */
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
export async function writeTrueWords(services: Services, sending: Sending): Promise<Sending | null> {
  let current: Sending | null = sending;
  for (let writing = 0; current && writing < MAX_WRITINGS; writing += 1) {
    if (current.message.text !== null && (await isOutdated(current.message)))
      current = { ...current, message: { ...current.message, text: null } };
    else if (current.message.text !== null || !current.lead) return current;
    current = await writeWords(services, current);
  }
  return current;
}
