import { after, DAY_MS } from '../../lib/clock.ts';
import { siblingId } from '../../lib/ids.ts';
import type { ArrivalRecord } from '../arrivals/model.ts';
import { Attachment } from './model.ts';

/** As long as the mail itself, which can be made a lead of until then. */
const NOT_A_LEAD_MS = 30 * DAY_MS;
/** A deleted lead may be restored with its files this long. */
const DELETED_MS = 30 * DAY_MS;

/**
 * Ties the files of an arrival to what it became, or what the arrival became that was made of it. Run again, it changes
 * nothing.
 */
export async function keepAttachments(
  arrival: ArrivalRecord,
  leadId: string | null,
  becameArrivalId = arrival._id,
): Promise<void> {
  const kept = { lead_id: leadId, message_id: siblingId(becameArrivalId, 'msg'), state: 'kept' };
  const loose = { keep_until: after(arrival.received_at, NOT_A_LEAD_MS) };
  await Attachment.updateMany({ arrival_id: arrival._id }, { $set: leadId === null ? loose : kept });
}

/** The files of a lead that was deleted are erased for good after 30 days. */
export async function loosenAttachments(leadId: string, now: Date): Promise<void> {
  await Attachment.updateMany({ lead_id: leadId }, { $set: { state: 'loose', keep_until: after(now, DELETED_MS) } });
}

/** The files of a lead that was restored stay. */
export async function tightenAttachments(leadId: string): Promise<void> {
  await Attachment.updateMany({ lead_id: leadId }, { $set: { state: 'kept' } });
}
