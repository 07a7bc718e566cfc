import mongoose from 'mongoose';
import { Problem } from '../../http/problem.ts';
import type { PublicContext } from '../../http/request-context.ts';
import { sha256 } from '../../lib/secrets.ts';
import { asOperator } from '../../tenancy/context.ts';
import { Membership, type MembershipRecord, User, type UserRecord } from '../users/model.ts';
import { invalidCredentials } from './log-in.ts';
import { openSession } from './open-session.ts';
import { hashPassword, refuseWeakPassword, verifyPassword } from './password.ts';
import type { SignedIn } from './signed-in.ts';

interface AcceptInvitation {
  ctx: PublicContext;
  input: { token: string; password: string };
}

function noInvitation(): Problem {
  return new Problem('unauthorized', {
    detail: 'The invitation was used already or is older than 7 days. Ask for a new one.',
  });
}

/** Sets the password of somebody who has none, or checks the one they have; gives back the person as they are then. */
async function provePassword(invited: MembershipRecord, password: string): Promise<UserRecord> {
  const user = await User.findById(invited.user_id).lean<UserRecord>();
  if (!user) throw noInvitation();
  if (user.password_hash !== null) {
    if (!(await verifyPassword(password, user.password_hash))) throw invalidCredentials();
    return user;
  }
  refuseWeakPassword(password, [user.email, invited.name]);
  const passwordHash = await hashPassword(password);
  const changed = await User.findOneAndUpdate(
    { _id: user._id, password_hash: null },
    { $set: { password_hash: passwordHash, name: invited.name, phone: invited.phone } },
    { returnDocument: 'after' },
  ).lean<UserRecord>();
  return changed ?? provePassword(invited, password);
}

/**
 * Makes an invited person a member and signs them in; the link works once. Who has an account already shows its password.
 * @throws Problem 401 when the link is used or too old or the password is wrong, 422 when a new password will not do
 */
export async function acceptInvitation({ ctx, input }: AcceptInvitation): Promise<SignedIn> {
  const now = ctx.services.clock.now();
  const valid = {
    invitation_hash: sha256(input.token),
    status: 'invited' as const,
    invitation_expires_at: mongoose.trusted({ $gt: now }),
  };
  const invited = await asOperator(() => Membership.findOne(valid).lean<MembershipRecord>());
  if (!invited) throw noInvitation();
  const user = await provePassword(invited, input.password);
  const membership = await asOperator(() =>
    Membership.findOneAndUpdate(
      { _id: invited._id, ...valid },
      {
        $set: {
          status: 'active',
          invitation_hash: null,
          invitation_expires_at: null,
          name: user.name,
          phone: user.phone,
        },
      },
      { returnDocument: 'after' },
    ).lean<MembershipRecord>(),
  );
  if (!membership) throw noInvitation();
  return openSession(ctx, membership);
}
