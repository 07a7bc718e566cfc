import { deletedAmong } from '../leads/deleted-among.ts';
import { type ArrivalRecord, FORGOTTEN } from './model.ts';

/** Arrivals as they may be read: of a lead that is deleted just now only that something came. */
export async function withoutDeletedWords(records: readonly ArrivalRecord[]): Promise<ArrivalRecord[]> {
  const deleted = await deletedAmong(records.map((record) => record.lead_id));
  return records.map((record) =>
    record.lead_id !== null && deleted.has(record.lead_id) ? { ...record, ...FORGOTTEN } : record,
  );
}
