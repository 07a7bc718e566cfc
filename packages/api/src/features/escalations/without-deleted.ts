import { deletedAmong } from '../leads/deleted-among.ts';
import type { EscalationRecord } from './model.ts';

/** What may be read of these: nothing of a lead that is deleted just now, whatever a crash left of its marks. */
export async function withoutDeleted(records: readonly EscalationRecord[]): Promise<EscalationRecord[]> {
  const deleted = await deletedAmong(records.map((record) => record.lead_id));
  return records.filter(({ lead_id: leadId }) => leadId === null || !deleted.has(leadId));
}
