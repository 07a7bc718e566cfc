import { addHistory } from '../features/leads/add-history.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import { derivedId } from '../lib/ids.ts';
import type { Services } from '../services.ts';
import { settleDraft } from './end-draft.ts';

/** Notes in the lead's history and in the queue that a colleague let a draft out; run again, it adds nothing. */
export async function noteApproval(services: Pick<Services, 'clock' | 'live'>, message: MessageRecord): Promise<void> {
  const { _id: id, lead_id: leadId, approved_by: approver } = message;
  if (leadId === null || !approver) return;
  await addHistory({
    id: derivedId('hist', `approved ${id}`),
    leadId,
    type: 'draft_approved',
    actor: { type: approver.id === null ? 'api_key' : 'user', name: approver.name },
    to: message.channel,
    reason: message.edited ? 'Changed the words' : null,
    occurredAt: services.clock.now(),
  });
  await settleDraft(services, message, approver.name);
}
