import type { DealershipRecord } from '../features/dealership/model.ts';
import { raiseEscalation } from '../features/escalations/raise-escalation.ts';
import type { LeadRecord } from '../features/leads/model.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import type { Services } from '../services.ts';
import { updateHeld } from './claim-message.ts';
import { callOffOlderDrafts, causeOfDraft } from './end-draft.ts';

/** Keeps what the assistant wrote until a person lets it out, and puts it into the queue of what waits for one. */
export async function keepDraft(
  services: Services,
  { message, lead, dealership }: { message: MessageRecord; lead: LeadRecord; dealership: DealershipRecord },
  words: Partial<MessageRecord>,
  reason: string,
): Promise<void> {
  // In the queue first: a crash in between writes the draft once more, and finds the entry.
  await raiseEscalation(services, dealership, {
    cause: causeOfDraft(message._id),
    reasons: ['draft_waiting'],
    lead,
    messageId: message._id,
    excerpt: words.text ?? '',
    detail: reason,
    // Of a new lead the rep has heard just now.
    repIsTold: message.send_key === `reply:${lead._id}` && lead.assigned_to !== null,
  });
  await callOffOlderDrafts(services, lead, message);
  await updateHeld(message, { ...words, state: 'draft', state_reason: reason, lease_until: null });
}
