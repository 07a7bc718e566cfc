import { readUnsubscribeToken, type UnsubscribeClaim } from '../../delivery/suppression.ts';
import { notFound } from '../../http/problem.ts';
import type { PublicContext } from '../../http/request-context.ts';
import { findDealership } from '../dealership/find-dealership.ts';
import type { DealershipRecord } from '../dealership/model.ts';

/**
 * Reads the link out of a mail.
 * @throws Problem 404 when we never made it
 */
export async function readLink(
  ctx: PublicContext,
  token: string,
): Promise<{ claim: UnsubscribeClaim; dealership: DealershipRecord }> {
  const claim = readUnsubscribeToken(ctx.services.env, token);
  const dealership = claim && (await findDealership(claim.dealershipId));
  if (!claim || !dealership) throw notFound();
  return { claim, dealership };
}
