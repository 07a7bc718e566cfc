import mongoose from 'mongoose';
import { defineGlobalModel, defineTenantModel, schemaOptions } from '../../database/define-model.ts';

export type Role = 'admin' | 'manager' | 'sales_rep' | 'viewer';

/** A person; may belong to several dealerships. */
export interface UserRecord {
  _id: string;
  email: string;
  name: string;
  phone: string | null;
  /** argon2id PHC string; null until an invitation is accepted. */
  password_hash: string | null;
  created_at: Date;
}

const userSchema = new mongoose.Schema<UserRecord>(
  { _id: String, email: String, name: String, phone: String, password_hash: String, created_at: Date },
  schemaOptions,
);
userSchema.index({ email: 1 }, { unique: true });

export const User = defineGlobalModel('User', 'users', userSchema);

/** What a person may do in one dealership. */
export interface MembershipRecord {
  _id: string;
  dealership_id: string;
  user_id: string;
  role: Role;
  status: 'active' | 'invited';
  /** Copied from the person so that a list of colleagues is one read. */
  name: string;
  email: string;
  phone: string | null;
  invitation_hash: string | null;
  invitation_expires_at: Date | null;
  /** When this person last got a lead: the next one goes to who has waited longest. */
  last_assigned_at: Date;
  created_at: Date;
}

const membershipSchema = new mongoose.Schema<MembershipRecord>(
  {
    _id: String,
    user_id: String,
    role: String,
    status: String,
    name: String,
    email: String,
    phone: String,
    invitation_hash: String,
    invitation_expires_at: Date,
    last_assigned_at: Date,
    created_at: Date,
  },
  schemaOptions,
);
membershipSchema.index({ dealership_id: 1, user_id: 1 }, { unique: true });
membershipSchema.index({ dealership_id: 1, created_at: 1, _id: 1 });
membershipSchema.index({ user_id: 1 });
membershipSchema.index({ invitation_hash: 1 });

export const Membership = defineTenantModel('Membership', 'memberships', membershipSchema);
