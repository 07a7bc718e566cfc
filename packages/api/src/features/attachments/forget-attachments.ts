import mongoose from 'mongoose';
import { after, DAY_MS } from '../../lib/clock.ts';
import type { Services } from '../../services.ts';
import { asOperator, runAsTenant } from '../../tenancy/context.ts';
import { Arrival } from '../arrivals/model.ts';
import { Lead } from '../leads/model.ts';
import { eraseAttachmentsById } from './erase-attachments.ts';
import { tightenAttachments } from './keep-attachments.ts';
import { Attachment, type AttachmentRecord } from './model.ts';

const MAX_AT_ONCE = 200;

type Loose = Pick<AttachmentRecord, '_id' | 'dealership_id' | 'arrival_id' | 'lead_id'>;

/** A mail that nobody has made anything of yet still needs its files. */
async function isAwaited(attachment: Loose): Promise<boolean> {
  if (attachment.lead_id !== null) return false;
  const arrival = await Arrival.findOne({ _id: attachment.arrival_id }, { state: 1 }).lean();
  return arrival !== null && arrival.state !== 'done';
}

/** A crash while a lead was deleted or restored may have left its mark on the files of one that is there. */
async function staysWithLead({ lead_id: leadId }: Loose): Promise<boolean> {
  if (leadId === null || !(await Lead.exists({ _id: leadId, deleted_at: null }))) return false;
  await tightenAttachments(leadId);
  return true;
}

async function forget(services: Services, attachment: Loose): Promise<boolean> {
  return runAsTenant(attachment.dealership_id, async () => {
    if (await staysWithLead(attachment)) return false;
    if (await isAwaited(attachment)) {
      const keepUntil = after(services.clock.now(), DAY_MS);
      await Attachment.updateOne({ _id: attachment._id }, { $set: { keep_until: keepUntil } });
      return false;
    }
    await eraseAttachmentsById([attachment._id]);
    return true;
  });
}

/**
 * Erases files that belong to nothing: of posts that were never stored, of mails that became no lead and are 30 days
 * old, of leads that were deleted 30 days ago. Tells how many.
 */
export async function forgetAttachments(services: Services, signal?: AbortSignal): Promise<number> {
  let forgotten = 0;
  for (;;) {
    const due = { state: 'loose' as const, keep_until: mongoose.trusted({ $lte: services.clock.now() }) };
    const found = await asOperator(() =>
      Attachment.find(due, { dealership_id: 1, arrival_id: 1, lead_id: 1 }).limit(MAX_AT_ONCE).lean<Loose[]>(),
    );
    for (const attachment of found) {
      if (signal?.aborted) return forgotten;
      if (await forget(services, attachment)) forgotten += 1;
    }
    if (found.length < MAX_AT_ONCE) return forgotten;
  }
}
