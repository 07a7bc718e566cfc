import mongoose from 'mongoose';
import type { Language } from '../../answering/types.ts';
import type { CrmProfileName } from '../../channels/adf/crm-profiles.ts';
import { defineTenantModel, schemaOptions } from '../../database/define-model.ts';
import type { components } from '../../generated/openapi.ts';

type Schemas = components['schemas'];
export type MessageState = Schemas['MessageState'];
export type Claim = Schemas['Claim'];

/** A file that came with a message, as the conversation lists it. */
export type MessageAttachment = Schemas['MessageAttachment'];

/** An approved template of WhatsApp with what its places are filled with. */
export interface MessageTemplate {
  name: string;
  language: string;
  parameters: string[];
}

/** Everything said to or by a customer, and every alert to a colleague. */
export interface MessageRecord {
  _id: string;
  dealership_id: string;
  lead_id: string | null;
  test: boolean;
  audience: 'customer' | 'staff';
  direction: 'inbound' | 'outbound';
  sender_type: 'customer' | 'ai' | 'human';
  sender_name: string | null;
  channel: 'website' | 'email' | 'facebook' | 'whatsapp' | 'sms' | 'chat' | 'phone' | 'api' | 'manual';
  purpose: 'enquiry' | 'reply' | 'follow_up' | 'manual' | 'chat_copy' | 'alert' | 'invitation' | 'crm';
  /** What makes sending it twice impossible: unique per dealership. */
  send_key: string;
  state: MessageState;
  state_reason: string | null;
  /** Null until the words are chosen; from then on a re-run sends the same words. */
  text: string | null;
  html: string | null;
  subject: string | null;
  language: Language | null;
  written_by: 'model' | 'rules' | null;
  /** When the assistant's words were chosen, from stock as it was then; missing on what people write. */
  written_at?: Date | null;
  /** Ids of the arrivals with the words that they answer; missing until they are chosen. */
  answered_arrivals?: string[];
  claims: Claim[];
  /** The colleague who let a draft out, and whether they changed its words. */
  approved_by?: { id: string | null; name: string } | null;
  edited?: boolean;
  /** Whether its last paragraph says that an assistant wrote it. */
  disclosed?: boolean;
  /** The qualification question it ends with. */
  question_id?: string | null;
  recipient: string | null;
  /** The arrival that brought it, or that it answers. */
  arrival_id: string | null;
  attachments: MessageAttachment[];
  /** Files that its mail had besides and that were not taken in. */
  attachments_left_out: number;
  /**
   * The chat it belongs to, the visitor's own id of it, for a mail the positions of what it repeats, and the id of the
   * message in which the visitor asked for a person: its own.
   */
  chat?: {
    session_id: string;
    client_id: string | null;
    up_to: number | null;
    person_asked_in?: string;
  } | null;
  /** Of an alert: which colleague it is for, the words it is about, and why a person has to look, where that is so. */
  alert?: {
    user_id: string;
    words: string;
    /** Whether the words are a customer's answer, which is not read for how pressing it is. */
    is_answer: boolean;
    reason: Schemas['EscalationReason'] | null;
  } | null;
  /** How the text of a lead for the CRM is put into a mail; missing in all others. */
  crm_profile?: CrmProfileName | null;
  /** Follow-up step, from 1. */
  step: number | null;
  message_id: string | null;
  in_reply_to: string | null;
  references: string[];
  provider_id: string | null;
  /** By WhatsApp: our number and the customer, as WhatsApp names them; and when they wrote it, where they did. */
  whatsapp?: { number_id: string; customer: string; written_at: Date | null } | null;
  /** Set when its words are those of a template. */
  template?: MessageTemplate | null;
  /** The furthest that WhatsApp reported: 1 failed, 2 delivered, 3 read. */
  reported_rank?: number;
  reported_reason?: string | null;
  /** When the provider was about to be called: a crash after this must be looked into, never just repeated. */
  dispatched_at: Date | null;
  /** Since when its provider refuses our account without a break. */
  refused_since?: Date | null;
  due_at: Date;
  owner: string | null;
  lease_until: Date | null;
  fence: number;
  attempts: number;
  created_at: Date;
  sent_at: Date | null;
}

const schema = new mongoose.Schema<MessageRecord>(
  {
    _id: String,
    lead_id: String,
    test: Boolean,
    audience: String,
    direction: String,
    sender_type: String,
    sender_name: String,
    channel: String,
    purpose: String,
    send_key: String,
    state: String,
    state_reason: String,
    text: String,
    html: String,
    subject: String,
    language: String,
    written_by: String,
    written_at: Date,
    answered_arrivals: { type: [String], default: undefined },
    claims: [{ _id: false, claim: String, source: String, source_id: String }],
    approved_by: mongoose.Schema.Types.Mixed,
    edited: Boolean,
    disclosed: Boolean,
    question_id: String,
    recipient: String,
    arrival_id: String,
    attachments: [
      { _id: false, id: String, name: String, kind: String, size_bytes: Number, inline: Boolean, available: Boolean },
    ],
    attachments_left_out: Number,
    chat: { type: mongoose.Schema.Types.Mixed, default: undefined },
    alert: { type: mongoose.Schema.Types.Mixed, default: undefined },
    crm_profile: String,
    step: Number,
    message_id: String,
    in_reply_to: String,
    references: [String],
    provider_id: String,
    whatsapp: mongoose.Schema.Types.Mixed,
    template: mongoose.Schema.Types.Mixed,
    reported_rank: Number,
    reported_reason: String,
    dispatched_at: Date,
    refused_since: Date,
    due_at: Date,
    owner: String,
    lease_until: Date,
    fence: Number,
    attempts: Number,
    created_at: Date,
    sent_at: Date,
  },
  schemaOptions,
);
schema.index({ dealership_id: 1, send_key: 1 }, { unique: true });
schema.index({ dealership_id: 1, lead_id: 1, created_at: 1, _id: 1 });
schema.index(
  { dealership_id: 1, created_at: -1, _id: -1 },
  { name: 'crm_deliveries', partialFilterExpression: { purpose: 'crm' } },
);
schema.index(
  { dealership_id: 1, sent_at: 1 },
  { name: 'sms_sent', partialFilterExpression: { channel: 'sms', direction: 'outbound' } },
);
schema.index({ dealership_id: 1, message_id: 1 });
schema.index({ dealership_id: 1, provider_id: 1 });
// The queue of the worker, over all dealerships: only what still has to go out is in it.
schema.index({ due_at: 1 }, { partialFilterExpression: { state: 'pending' } });
schema.index({ lease_until: 1 }, { partialFilterExpression: { state: 'sending' } });
schema.index({ lease_until: 1, due_at: 1 }, { partialFilterExpression: { state: 'unknown' } });

export const Message = defineTenantModel('Message', 'messages', schema);
