import { createHmac } from 'node:crypto';
import { renderInvitationMail } from '../../channels/email/render-invitation-mail.ts';
import { normaliseEmail } from '../../channels/email-address.ts';
import { createOnce } from '../../database/create-once.ts';
import { isDuplicateKey } from '../../database/duplicate-key.ts';
import { creationIdFor } from '../../http/creation-id.ts';
import { notFound, Problem, unprocessable } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { blankMessage, insertMessages } from '../../intake/write-messages.ts';
import { after, DAY_MS } from '../../lib/clock.ts';
import { newId } from '../../lib/ids.ts';
import { sha256 } from '../../lib/secrets.ts';
import { findDealership } from '../dealership/find-dealership.ts';
import type { DealershipRecord } from '../dealership/model.ts';
import { createMembership } from './create-membership.ts';
import { Membership, type MembershipRecord, type Role, User, type UserRecord } from './model.ts';
import { readPhone } from './read-phone.ts';

interface InviteUser {
  ctx: TenantContext;
  input: { email: string; name: string; role: Role; phone?: string | null | undefined };
}

interface Invitee {
  email: string;
  name: string;
  role: Role;
  phone: string | null;
}

const VALID_DAYS = 7;

/** The same for a retry of one request, so that the mail it may have sent already holds a link that works. */
function invitationToken(ctx: TenantContext): string {
  const mark = createHmac('sha256', ctx.services.env.encryptionKey).update(`invitation ${ctx.creationId}`);
  return `inv_${mark.digest('base64url')}`;
}

async function findOrCreateUser(ctx: TenantContext, invitee: Invitee): Promise<UserRecord> {
  const { email, name, phone } = invitee;
  const now = ctx.services.clock.now();
  try {
    return await createOnce(User, {
      _id: newId('usr', now),
      email,
      name,
      phone,
      password_hash: null,
      created_at: now,
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  const user = await User.findOne({ email }).lean<UserRecord>();
  if (!user) throw new Error('an e-mail address was taken and then was not');
  return user;
}

async function writeInvitation(ctx: TenantContext, invitee: Invitee, hash: string): Promise<MembershipRecord> {
  const now = ctx.services.clock.now();
  const user = await findOrCreateUser(ctx, invitee);
  const { name, phone, role } = invitee;
  const invitation = { hash, expiresAt: after(now, VALID_DAYS * DAY_MS) };
  // What the person is called elsewhere is not this dealership's to see until they have come.
  const stranger = { _id: user._id, email: user.email, name, phone };
  try {
    const id = creationIdFor(ctx, 'mbr');
    return await createMembership({ id, user: stranger, role, status: 'invited', createdAt: now, invitation });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  const again = await Membership.findOneAndUpdate(
    { user_id: user._id, status: 'invited' },
    { $set: { name, phone, role, invitation_hash: hash, invitation_expires_at: invitation.expiresAt } },
    { returnDocument: 'after' },
  ).lean<MembershipRecord>();
  if (!again) throw new Problem('already_exists', { detail: 'This person is a member already.' });
  return again;
}

async function writeMail(ctx: TenantContext, to: MembershipRecord, dealership: DealershipRecord, token: string) {
  const { clock, env } = ctx.services;
  const mail = renderInvitationMail({
    language: dealership.language,
    dealershipName: dealership.name,
    inviterName: ctx.actor.name,
    inviteeName: to.name,
    role: to.role,
    acceptUrl: `${env.publicUrl}/app/invitation?token=${token}`,
    validDays: VALID_DAYS,
  });
  await insertMessages([
    blankMessage({
      _id: creationIdFor(ctx, 'msg'),
      lead_id: null,
      test: false,
      audience: 'staff',
      sender_type: 'human',
      sender_name: ctx.actor.name,
      channel: 'email',
      purpose: 'invitation',
      send_key: `invitation:${to._id}:${sha256(token).slice(0, 8)}`,
      recipient: to.email,
      language: dealership.language,
      created_at: clock.now(),
      ...mail,
    }),
  ]);
}

/**
 * Invites a colleague by e-mail; somebody who was invited before gets a new link, and the old one stops working.
 * @throws Problem 409 when they are a member already, 422 for an address or number that cannot be reached
 */
export async function inviteUser({ ctx, input }: InviteUser): Promise<MembershipRecord> {
  const dealership = await findDealership(ctx.dealershipId);
  if (!dealership) throw notFound();
  const email = normaliseEmail(input.email);
  if (email === null) throw unprocessable([{ pointer: '#/email', detail: 'This is not an e-mail address.' }]);
  const phone = readPhone(input.phone ?? null, dealership.language);
  const token = invitationToken(ctx);
  const invitee = { email, name: input.name.trim(), role: input.role, phone };
  const membership = await writeInvitation(ctx, invitee, sha256(token));
  await writeMail(ctx, membership, dealership, token);
  ctx.services.wake();
  return membership;
}
