import { createOnce } from '../../database/create-once.ts';
import { Membership, type MembershipRecord, type Role, type UserRecord } from './model.ts';

interface CreateMembership {
  id: string;
  user: Pick<UserRecord, '_id' | 'email' | 'name' | 'phone'>;
  role: Role;
  status: MembershipRecord['status'];
  createdAt: Date;
  invitation?: { hash: string; expiresAt: Date };
}

/** Waits longer for a lead than anybody: the next one goes to whoever has just joined. */
const NEVER_ASSIGNED = new Date(0);

/** Makes a person a member of the current dealership; run again with the same id it finds what is there. */
export async function createMembership(input: CreateMembership): Promise<MembershipRecord> {
  return createOnce(Membership, {
    _id: input.id,
    user_id: input.user._id,
    role: input.role,
    status: input.status,
    name: input.user.name,
    email: input.user.email,
    phone: input.user.phone,
    invitation_hash: input.invitation?.hash ?? null,
    invitation_expires_at: input.invitation?.expiresAt ?? null,
    last_assigned_at: NEVER_ASSIGNED,
    created_at: input.createdAt,
  });
}
