import { normaliseEmail } from '../../channels/email-address.ts';
import { Problem } from '../../http/problem.ts';
import type { PublicContext } from '../../http/request-context.ts';
import { findActiveMembership } from '../users/find-memberships.ts';
import { User } from '../users/model.ts';
import { openSession } from './open-session.ts';
import { hashPassword, needsRehash, verifyPassword } from './password.ts';
import type { SignedIn } from './signed-in.ts';

interface LogIn {
  ctx: PublicContext;
  input: { email: string; password: string; dealership_id?: string | undefined };
}

/** The one answer to an unknown address and to a wrong password. */
export function invalidCredentials(): Problem {
  return new Problem('invalid_credentials', { detail: 'Check the e-mail address and the password.' });
}

/**
 * Signs a person in to the dealership asked for, else to the one they joined first.
 * @throws Problem 401, the same whatever was wrong and after the same work
 */
export async function logIn({ ctx, input }: LogIn): Promise<SignedIn> {
  const email = normaliseEmail(input.email);
  const user = email === null ? null : await User.findOne({ email }).lean();
  const matches = await verifyPassword(input.password, user?.password_hash ?? null);
  if (!user || !matches) throw invalidCredentials();
  const membership = await findActiveMembership(user._id, input.dealership_id);
  if (!membership) throw invalidCredentials();
  if (user.password_hash && needsRehash(user.password_hash)) {
    await User.updateOne({ _id: user._id }, { password_hash: await hashPassword(input.password) });
  }
  return openSession(ctx, membership);
}
