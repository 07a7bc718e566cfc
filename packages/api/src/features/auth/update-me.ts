import type { TenantContext } from '../../http/request-context.ts';
import { asOperator } from '../../tenancy/context.ts';
import { Membership, User } from '../users/model.ts';
import { readPhone } from '../users/read-phone.ts';
import { getMe, type OwnProfile, ownUserId } from './get-me.ts';

interface UpdateMe {
  ctx: TenantContext;
  input: { name?: string | undefined; phone?: string | null | undefined };
}

/**
 * Changes a person's own name and telephone number, in every dealership they belong to.
 * @throws Problem 422 when the phone is not a number
 */
export async function updateMe({ ctx, input }: UpdateMe): Promise<OwnProfile> {
  const userId = ownUserId(ctx);
  const { dealership } = await getMe({ ctx });
  const changes = {
    ...(input.name === undefined ? {} : { name: input.name.trim() }),
    ...(input.phone === undefined ? {} : { phone: readPhone(input.phone, dealership.language) }),
  };
  await User.updateOne({ _id: userId }, changes);
  await asOperator(() => Membership.updateMany({ user_id: userId, status: 'active' }, changes));
  return getMe({ ctx });
}
