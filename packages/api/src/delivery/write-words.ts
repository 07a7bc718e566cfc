import type { MessageRecord } from '../features/messages/model.ts';
import type { Services } from '../services.ts';
import { isOvertaken, OVERTAKEN } from './burst.ts';
import { updateHeld } from './claim-message.ts';
import { answeredBy, attend, type Composed, channelOf, composeMessage } from './compose-message.ts';
import { isOutdated } from './is-outdated.ts';
import { keepDraft } from './keep-draft.ts';
import { planReply, type ReplyPlan } from './plan-reply.ts';
import type { ReadEnquiry } from './read-enquiry.ts';
import { announce, rereadLead, type Sending } from './sending.ts';
import { waitUntil } from './wait-until.ts';
import { findWhatsAppThread, windowClosesAt } from './whatsapp-thread.ts';
import { windowWords } from './window-words.ts';
import { withheld, withhold } from './withhold.ts';
import { writeCrmDocument } from './write-crm-document.ts';

/** Whether an answer can go out in words of its own at a time. */
async function canWaitUntil(until: Date, { message, lead }: Sending): Promise<boolean> {
  if (message.channel !== 'whatsapp' || message.purpose !== 'reply' || !lead) return true;
  const thread = await findWhatsAppThread(lead._id, message.whatsapp?.customer ?? null);
  return thread === null || until < windowClosesAt(thread);
}

/** Does what the dealership's settings ask for instead of an answer now; the reason to keep a draft, if any, else. */
async function follow(services: Services, sending: Sending, plan: ReplyPlan): Promise<{ draft: string | null } | null> {
  if (plan.action === 'send') return { draft: null };
  if (plan.action === 'draft') return { draft: plan.reason };
  if (plan.action === 'hold' && !(await canWaitUntil(plan.until, sending)))
    return { draft: 'It could not be sent any more when the dealership opens' };
  if (plan.action === 'hold') await waitUntil(services, sending, plan.until, plan.reason);
  else await withhold(services, sending, plan.reason);
  return null;
}

/** The words: of the assistant, or of a template where WhatsApp takes no others; `null` when the message ends here. */
async function choose(services: Services, sending: Sending, read: ReadEnquiry): Promise<Composed | null> {
  const template = await windowWords(services, sending);
  if (template === null) return null;
  if (template.text) return { words: template, draftReason: null };
  return composeMessage(services, sending.message, read, sending.conversation, sending.dealership);
}

/** Stores the words of a message that has none; `null` when it is not to go out now. */
async function writeWords(services: Services, sending: Sending): Promise<Sending | null> {
  const { message, lead, dealership, conversation } = sending;
  if (message.text !== null || !lead) return sending;
  if (message.purpose === 'crm') return store(sending, await writeCrmDocument(dealership, lead));
  // Before it is read or anybody alerted: the newer one is read together with this.
  if (isOvertaken(message, conversation, lead, services.clock.now())) {
    await withhold(services, sending, OVERTAKEN);
    return null;
  }
  const read = await attend(services, message, lead, conversation, dealership);
  // What comes from here on is not in its words.
  const next = { ...sending, lead: read.lead, message: { ...message, written_at: read.readAt } };
  if (read.understanding.label === 'spam' || read.understanding.automated) {
    await withhold(services, next, 'It does not look like an enquiry of a person');
    return null;
  }
  if (await withheld(services, next)) return null;
  const plan = planReply(dealership, channelOf(message, conversation), services.clock.now());
  const followed = await follow(services, next, plan);
  const composed = followed && (await choose(services, next, read));
  if (!composed) return null;
  const words = { ...composed.words, ...answeredBy(message, read.lead, conversation) };
  const draftReason = followed.draft ?? composed.draftReason;
  if (draftReason === null) return store(next, words);
  await keepForPerson(services, { ...next, message: { ...message, ...words } }, words, draftReason);
  return null;
}

/** The words are stored before anything is sent: whoever runs this again sends the same ones. */
async function store(sending: Sending, words: Partial<MessageRecord>): Promise<Sending | null> {
  const { message } = sending;
  return (await updateHeld(message, words)) ? { ...sending, message: { ...message, ...words } } : null;
}

/** Asked again first: a colleague may have written while a model did. */
async function keepForPerson(
  services: Services,
  written: Sending,
  words: Partial<MessageRecord>,
  reason: string,
): Promise<void> {
  const { lead, ...current } = await rereadLead(written);
  if (!lead || (await withheld(services, { ...current, lead }))) return;
  await keepDraft(services, { ...current, lead }, words, reason);
  await announce(services, written);
}

const MAX_WRITINGS = 3;

/** Writes the words, and writes them anew while a car they speak of changes: nothing of it has gone out yet. */
export async function writeTrueWords(services: Services, sending: Sending): Promise<Sending | null> {
  let current: Sending | null = sending;
  for (let writing = 0; current && writing < MAX_WRITINGS; writing += 1) {
    if (current.message.text !== null && (await isOutdated(current.message)))
      current = { ...current, message: { ...current.message, text: null, written_at: null } };
    else if (current.message.text !== null || !current.lead) return current;
    current = await writeWords(services, current);
  }
  return current;
}
