import { isDuplicateKey } from '../../database/duplicate-key.ts';
import { Problem } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { after, DAY_MS } from '../../lib/clock.ts';
import { forgetDealership } from '../dealership/find-dealership.ts';
import { mailboxName, withSuffix } from '../dealership/mailbox-name.ts';
import { Dealership, type DealershipRecord } from '../dealership/model.ts';
import { type MailboxOverview, readMailbox } from './read-mailbox.ts';

const OVERLAP_DAYS = 30;
const MAX_FORMER = 20;
const MAX_TRIES = 5;

interface RotateMailbox {
  ctx: TenantContext;
  input: { overlap_days?: number | undefined };
}

async function moveTo(name: string, dealership: DealershipRecord, until: Date): Promise<boolean> {
  const former = { name: dealership.mailbox, until };
  const moved = await Dealership.updateOne(
    { _id: dealership._id, mailbox: dealership.mailbox },
    {
      $set: { mailbox: name },
      $push: { former_mailboxes: { $each: [former], $slice: -MAX_FORMER } },
      // Kept for good: nobody else ever gets an address that customers of this dealership may still have.
      $addToSet: { mailbox_names: { $each: [dealership.mailbox, name] } },
    },
  );
  return moved.matchedCount === 1;
}

/**
 * Gives the dealership a new address. The old one takes mail for `overlap_days` more (30 when left out, 0 ends it at
 * once); answers in conversations find their way for good.
 * @throws Problem 409 when somebody else does the same at this moment
 */
export async function rotateMailbox({ ctx, input }: RotateMailbox): Promise<MailboxOverview> {
  const { dealership } = await readMailbox({ ctx });
  const until = after(ctx.services.clock.now(), (input.overlap_days ?? OVERLAP_DAYS) * DAY_MS);
  for (let tries = 1; ; tries += 1) {
    try {
      const moved = await moveTo(withSuffix(mailboxName(dealership.name)), dealership, until);
      if (!moved) throw new Problem('conflict', { detail: 'The address was changed by somebody else at this moment.' });
      forgetDealership(ctx.dealershipId);
      return readMailbox({ ctx });
    } catch (error) {
      if (!isDuplicateKey(error) || tries === MAX_TRIES) throw error;
    }
  }
}
