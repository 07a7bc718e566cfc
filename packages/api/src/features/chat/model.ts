import mongoose from 'mongoose';
import type { Language } from '../../answering/types.ts';
import { defineTenantModel, schemaOptions } from '../../database/define-model.ts';
import type { LeadRecord } from '../leads/model.ts';

/** A token of the visitor, by its hash. */
export interface VisitorTokenRecord {
  hash: string;
  expires_at: Date;
  /** A token is renewed once. */
  renewed: boolean;
}

/** A chat of one visitor on a web site. */
export interface ChatSessionRecord {
  _id: string;
  dealership_id: string;
  test: boolean;
  /** The key it was opened with: revoked, nothing is renewed any more. */
  key_id: string;
  /** The only origin its token works on; null where no browser opened it. */
  origin: string | null;
  tokens: VisitorTokenRecord[];
  renewable_until: Date;
  lead_id: string | null;
  /** A lead of the same person that the visitor could not prove to be all theirs. */
  related_lead_id: string | null;
  /** Arrivals that this browser has shown to be its own. */
  proven_arrivals: string[];
  language: Language;
  page_url: string | null;
  referrer: string | null;
  utm: LeadRecord['utm'];
  vehicle_interest: string | null;
  vehicle_id: string | null;
  /** What this browser has said of its visitor: nothing else is ever shown to it. */
  contact: { name: string | null; email: string | null; phone: string | null };
  /** Ids of the messages that are part of the chat; the place in here (from 1) is a message's position, for good. */
  log: string[];
  delivered: number;
  read: number;
  staff_read: number;
  /** When a colleague last read or typed in it; missing when none has. */
  staff_seen_at?: Date;
  /** Position up to which unread answers went out by e-mail. */
  mailed: number;
  mail_waiting: boolean;
  mail_due_at: Date | null;
  /** A person was to answer and nobody has written yet. */
  awaits_person: boolean;
  present_until: Date | null;
  last_seen_at: Date | null;
  visitor_typing_until: Date | null;
  staff_typing: { name: string; until: Date } | null;
  closed_at: Date | null;
  created_at: Date;
  /** When it is forgotten; null once somebody has written in it. */
  expires_at: Date | null;
}

const schema = new mongoose.Schema<ChatSessionRecord>(
  {
    _id: String,
    test: Boolean,
    key_id: String,
    origin: String,
    tokens: [{ _id: false, hash: String, expires_at: Date, renewed: Boolean }],
    renewable_until: Date,
    lead_id: String,
    related_lead_id: String,
    proven_arrivals: [String],
    language: String,
    page_url: String,
    referrer: String,
    utm: mongoose.Schema.Types.Mixed,
    vehicle_interest: String,
    vehicle_id: String,
    contact: { name: String, email: String, phone: String },
    log: [String],
    delivered: Number,
    read: Number,
    staff_read: Number,
    staff_seen_at: Date,
    mailed: Number,
    mail_waiting: Boolean,
    mail_due_at: Date,
    awaits_person: Boolean,
    present_until: Date,
    last_seen_at: Date,
    visitor_typing_until: Date,
    staff_typing: mongoose.Schema.Types.Mixed,
    closed_at: Date,
    created_at: Date,
    expires_at: Date,
  },
  schemaOptions,
);
schema.index({ dealership_id: 1, lead_id: 1, created_at: -1 });
schema.index({ expires_at: 1 }, { expireAfterSeconds: 0 });
// The queue of answers that wait to be sent by mail, over all dealerships.
schema.index({ mail_due_at: 1 }, { partialFilterExpression: { mail_waiting: true } });

export const ChatSession = defineTenantModel('ChatSession', 'chat_sessions', schema);
