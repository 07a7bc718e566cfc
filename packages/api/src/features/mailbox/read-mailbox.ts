import { notFound } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { Arrival } from '../arrivals/model.ts';
import { Dealership, type DealershipRecord } from '../dealership/model.ts';

/** The mailbox of a dealership, and when it last got a mail. */
export interface MailboxOverview {
  dealership: DealershipRecord;
  lastMailAt: Date | null;
}

/** Reads the mailbox of the caller's dealership as it is stored, not from the cache. */
export async function readMailbox({ ctx }: { ctx: TenantContext }): Promise<MailboxOverview> {
  const [dealership, last] = await Promise.all([
    Dealership.findById(ctx.dealershipId).lean<DealershipRecord>(),
    Arrival.findOne({ channel: 'email' }, { received_at: 1 }).sort({ received_at: -1, _id: -1 }).lean(),
  ]);
  if (!dealership) throw notFound();
  return { dealership, lastMailAt: last?.received_at ?? null };
}
