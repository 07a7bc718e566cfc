import mongoose from 'mongoose';
import { defineGlobalModel, schemaOptions } from '../../database/define-model.ts';

/** A signed-in device: the family of its refresh tokens. */
export interface SessionRecord {
  _id: string;
  user_id: string;
  dealership_id: string;
  refresh_hash: string;
  /** The token before the last rotation; using it later than the grace period ends the session. */
  previous_hash: string | null;
  /** The current refresh token, sealed, so that a second browser tab within the grace period gets the same one. */
  sealed_refresh: string;
  rotated_at: Date;
  revoked_at: Date | null;
  ip: string;
  user_agent: string;
  created_at: Date;
  expires_at: Date;
}

const schema = new mongoose.Schema<SessionRecord>(
  {
    _id: String,
    user_id: String,
    dealership_id: String,
    refresh_hash: String,
    previous_hash: String,
    sealed_refresh: String,
    rotated_at: Date,
    revoked_at: Date,
    ip: String,
    user_agent: String,
    created_at: Date,
    expires_at: Date,
  },
  schemaOptions,
);
schema.index({ user_id: 1 });
schema.index({ expires_at: 1 }, { expireAfterSeconds: 0 });

export const Session = defineGlobalModel('Session', 'sessions', schema);
