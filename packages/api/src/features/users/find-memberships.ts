import { asOperator } from '../../tenancy/context.ts';
import { Membership, type MembershipRecord } from './model.ts';

/** Reads where a person may go in, the place they joined first in front. */
export async function findActiveMemberships(userId: string): Promise<MembershipRecord[]> {
  return asOperator(() =>
    Membership.find({ user_id: userId, status: 'active' }).sort({ created_at: 1, _id: 1 }).lean<MembershipRecord[]>(),
  );
}

/** Reads what a person may do in a dealership, else in the one they joined first; `null` when nowhere. */
export async function findActiveMembership(userId: string, dealershipId?: string): Promise<MembershipRecord | null> {
  const memberships = await findActiveMemberships(userId);
  if (dealershipId === undefined) return memberships[0] ?? null;
  return memberships.find((membership) => membership.dealership_id === dealershipId) ?? null;
}
