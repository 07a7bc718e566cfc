import type { Language } from '../../answering/types.ts';
import { normaliseEmail } from '../../channels/email-address.ts';
import { createOnce } from '../../database/create-once.ts';
import { isDuplicateKey } from '../../database/duplicate-key.ts';
import { Problem, unprocessable } from '../../http/problem.ts';
import type { PublicContext } from '../../http/request-context.ts';
import { newId, siblingId } from '../../lib/ids.ts';
import { asOperator, runAsTenant } from '../../tenancy/context.ts';
import { createDealership } from '../dealership/create-dealership.ts';
import { createMembership } from '../users/create-membership.ts';
import { Membership, User, type UserRecord } from '../users/model.ts';
import { openSession } from './open-session.ts';
import { hashPassword, refuseWeakPassword, verifyPassword } from './password.ts';
import type { SignedIn } from './signed-in.ts';

interface SignUp {
  ctx: PublicContext;
  input: { email: string; password: string; name: string; dealership_name: string; language?: Language | undefined };
}

interface Claim {
  email: string;
  password: string;
  name: string;
  now: Date;
}

async function takeOver(claim: Claim, passwordHash: string): Promise<UserRecord> {
  // Somebody who was invited and never came has an address here, but no account.
  const invited = await User.findOneAndUpdate(
    { email: claim.email, password_hash: null },
    { $set: { password_hash: passwordHash, name: claim.name } },
    { returnDocument: 'after' },
  ).lean<UserRecord>();
  if (invited) return invited;
  const user = await User.findOne({ email: claim.email }).lean<UserRecord>();
  const isFinished =
    !user || (await asOperator(() => Membership.exists({ _id: siblingId(user._id, 'mbr') }).lean())) !== null;
  if (isFinished || !(await verifyPassword(claim.password, user.password_hash))) {
    throw new Problem('already_exists', { detail: 'There is an account with this e-mail address. Sign in instead.' });
  }
  return user;
}

/** The unique e-mail address decides who goes on: a new person, or one whose sign-up broke off half-way. */
async function claimAccount(claim: Claim): Promise<UserRecord> {
  const passwordHash = await hashPassword(claim.password);
  try {
    return await createOnce(User, {
      _id: newId('usr', claim.now),
      email: claim.email,
      name: claim.name,
      phone: null,
      password_hash: passwordHash,
      created_at: claim.now,
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return takeOver(claim, passwordHash);
  }
}

/**
 * Creates a dealership and its first user, an admin. Every step has an id that follows from the user's, so that the same
 * sign-up sent again after a crash finishes what was begun.
 * @throws Problem 409 when the address has an account, 422 for an address or a password that will not do
 */
export async function signUp({ ctx, input }: SignUp): Promise<SignedIn> {
  const { services } = ctx;
  const email = normaliseEmail(input.email);
  if (email === null) throw unprocessable([{ pointer: '#/email', detail: 'This is not an e-mail address.' }]);
  refuseWeakPassword(input.password, [email, input.name, input.dealership_name]);
  const now = services.clock.now();
  const user = await claimAccount({ email, password: input.password, name: input.name.trim(), now });
  const dealership = await createDealership({
    services,
    input: { id: siblingId(user._id, 'dlr'), name: input.dealership_name, language: input.language, email },
  });
  const membership = await runAsTenant(dealership._id, () =>
    createMembership({ id: siblingId(user._id, 'mbr'), user, role: 'admin', status: 'active', createdAt: now }),
  );
  return openSession(ctx, membership);
}
