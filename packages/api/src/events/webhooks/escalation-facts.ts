import { Escalation, type EscalationRecord } from '../../features/escalations/model.ts';
import { presentEscalation } from '../../features/escalations/present.ts';
import { withoutDeleted } from '../../features/leads/without-deleted.ts';
import type { EventRecord } from '../model.ts';
import type { WebhookFact } from './webhook-fact.ts';

/** That a person is needed, or that somebody took, resolved or reopened it: each change is known by its time. */
export async function escalationFacts(event: EventRecord): Promise<WebhookFact[]> {
  const found = await Escalation.find({ _id: event.data.escalation_id ?? '' }).lean<EscalationRecord[]>();
  const [record] = await withoutDeleted(found);
  if (!record) return [];
  const escalation = presentEscalation(record, event.occurred_at);
  const type = event.type === 'escalation.created' ? 'escalation.created' : 'escalation.updated';
  const key =
    type === 'escalation.created' ? `${type} ${record._id}` : `${type} ${record._id} ${escalation.updated_at}`;
  return [{ type, key, at: event.occurred_at, data: { escalation } }];
}
