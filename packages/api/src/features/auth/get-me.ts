import mongoose from 'mongoose';
import { Problem } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { Dealership, type DealershipRecord } from '../dealership/model.ts';
import { findActiveMemberships } from '../users/find-memberships.ts';
import type { MembershipRecord } from '../users/model.ts';

/** A person, where they are now and where else they may go. */
export interface OwnProfile {
  membership: MembershipRecord;
  dealership: DealershipRecord;
  dealerships: DealershipRecord[];
}

/** The id of the person who asks. */
export function ownUserId(ctx: TenantContext): string {
  if (ctx.actor.type !== 'user') throw new Problem('forbidden', { detail: 'This is for people, not for keys.' });
  return ctx.actor.userId;
}

/** Reads who is signed in, and every dealership they belong to. */
export async function getMe({ ctx }: { ctx: TenantContext }): Promise<OwnProfile> {
  const memberships = await findActiveMemberships(ownUserId(ctx));
  const ids = memberships.map((membership) => membership.dealership_id);
  const found = await Dealership.find({ _id: mongoose.trusted({ $in: ids }) }).lean<DealershipRecord[]>();
  const dealerships = ids.flatMap((id) => found.filter((dealership) => dealership._id === id));
  const membership = memberships.find((item) => item.dealership_id === ctx.dealershipId);
  const dealership = dealerships.find((item) => item._id === ctx.dealershipId);
  if (!membership || !dealership) throw new Problem('unauthorized', { detail: 'You are not a member any more.' });
  return { membership, dealership, dealerships };
}
