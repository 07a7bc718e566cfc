import { deletedAmong } from './deleted-among.ts';

/** What may be read of these: nothing of a lead that is deleted just now, whatever a crash left of its marks. */
export async function withoutDeleted<Of extends { lead_id: string | null }>(records: readonly Of[]): Promise<Of[]> {
  const deleted = await deletedAmong(records.map((record) => record.lead_id));
  return records.filter(({ lead_id: leadId }) => leadId === null || !deleted.has(leadId));
}
