import type { components } from '../../generated/openapi.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { forgetDealership } from '../dealership/find-dealership.ts';
import { Dealership } from '../dealership/model.ts';
import { type MailboxOverview, readMailbox } from './read-mailbox.ts';

interface UpdateMailbox {
  ctx: TenantContext;
  input: components['schemas']['MailboxUpdate'];
}

/** Turns the mailbox on or off, or puts away Gmail's question; what is left out stays as it is. */
export async function updateMailbox({ ctx, input }: UpdateMailbox): Promise<MailboxOverview> {
  const sets = {
    ...(input.enabled === undefined ? {} : { mailbox_enabled: input.enabled }),
    ...(input.forwarding_confirmation === undefined ? {} : { forwarding_confirmation: null }),
  };
  await Dealership.updateOne({ _id: ctx.dealershipId }, { $set: sets });
  forgetDealership(ctx.dealershipId);
  return readMailbox({ ctx });
}
