import mongoose from 'mongoose';
import type { Language } from '../../answering/types.ts';
import type { CrmProfileName } from '../../channels/adf/crm-profiles.ts';
import { defineGlobalModel, schemaOptions } from '../../database/define-model.ts';
import type { components } from '../../generated/openapi.ts';
import type { AssistantSettings } from '../assistant/assistant-settings.ts';

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** What makes a dealership a sandbox. */
export interface SandboxState {
  /** The dealership that made it. */
  owner_id: string;
  /** How far its clock was moved, in milliseconds, and when (by the real clock). */
  ahead_ms: number;
  moved_at: Date | null;
  /** How many customers have written. */
  customers: number;
  /** What its receiver was told to answer, and how many posts it has answered since. */
  answers: { status: number | null; retry_after_seconds?: number | undefined }[];
  received: number;
}

/** How leads go to the dealership's CRM. */
export interface CrmRecord {
  enabled: boolean;
  address: string | null;
  profile: CrmProfileName;
  /** `null` for that of the profile. */
  subject: string | null;
}

/** Leads that do not get to the CRM: since when, and whether they are not sent at all or come back. */
export interface CrmOutage {
  since: Date;
  kind: 'not_sent' | 'bounced';
}

/** A dealership: the tenant that everything else belongs to. */
export interface DealershipRecord {
  _id: string;
  name: string;
  language: Language;
  time_zone: string;
  contact: { email: string | null; phone: string | null; address: string | null; website: string | null };
  opening_hours: { day: Weekday; opens: string; closes: string }[];
  assistant: { name: string; auto_reply: boolean; follow_up_days: number[] };
  /** What was chosen for the chat; the rest is as for everybody. */
  chat?: Partial<components['schemas']['ChatSettings']>;
  /** How the assistant answers; what was never set is not there. */
  assistant_settings?: Partial<AssistantSettings> | null;
  /** Unguessable part of the address that a Mailgun route posts to. */
  inbound_token: string;
  /** Local part of the dealership's own mail address. */
  mailbox: string;
  /** Every name the mailbox ever had: nobody else gets one of them. Missing where it was never rotated. */
  mailbox_names?: string[];
  /** Names it had before, each good until its time is over. */
  former_mailboxes?: { name: string; until: Date }[];
  /** Off only when it is false. */
  mailbox_enabled?: boolean;
  /** Gmail's newest question whether it may forward here. */
  forwarding_confirmation?: {
    requested_by: string | null;
    code: string | null;
    url: string | null;
    received_at: Date;
  } | null;
  /** Where leads go besides; missing where nobody has set it up. */
  crm?: CrmRecord;
  /** Null or missing while leads get there. */
  crm_outage?: CrmOutage | null;
  default_form_id: string;
  /** Only where it is one. */
  sandbox?: SandboxState;
  created_at: Date;
}

const schema = new mongoose.Schema<DealershipRecord>(
  {
    _id: String,
    name: String,
    language: String,
    time_zone: String,
    contact: { email: String, phone: String, address: String, website: String },
    opening_hours: [{ _id: false, day: String, opens: String, closes: String }],
    assistant: { name: String, auto_reply: Boolean, follow_up_days: [Number] },
    chat: { enabled: Boolean, answered_by: String, email_after_minutes: Number, greeting: String, accent: String },
    assistant_settings: mongoose.Schema.Types.Mixed,
    inbound_token: String,
    mailbox: String,
    mailbox_names: { type: [String], default: undefined },
    former_mailboxes: { type: [{ _id: false, name: String, until: Date }], default: undefined },
    mailbox_enabled: Boolean,
    forwarding_confirmation: mongoose.Schema.Types.Mixed,
    crm: mongoose.Schema.Types.Mixed,
    crm_outage: mongoose.Schema.Types.Mixed,
    default_form_id: String,
    sandbox: mongoose.Schema.Types.Mixed,
    created_at: Date,
  },
  schemaOptions,
);
schema.index({ inbound_token: 1 }, { unique: true });
schema.index({ mailbox: 1 }, { unique: true });
schema.index({ mailbox_names: 1 }, { unique: true, sparse: true });

schema.index({ 'sandbox.owner_id': 1 }, { sparse: true });
schema.index({ 'sandbox.moved_at': 1 }, { sparse: true });

export const Dealership = defineGlobalModel('Dealership', 'dealerships', schema);
