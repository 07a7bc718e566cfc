import mongoose from 'mongoose';
import type { Escalation, Language } from '../../answering/types.ts';
import { defineTenantModel, schemaOptions } from '../../database/define-model.ts';
import type { components } from '../../generated/openapi.ts';

type Schemas = components['schemas'];
export type LeadStatus = Schemas['LeadStatus'];
export type LeadSource = Schemas['LeadSource'];

/** One time a person asked. */
export interface SubmissionRecord {
  id: string;
  arrival_id: string;
  source: LeadSource;
  source_detail: string | null;
  message: string;
  vehicle_interest: string | null;
  source_url: string | null;
  /** Arrivals that were the same submission once more. */
  repeated_by: string[];
  received_at: Date;
  metadata: Record<string, unknown>;
}

/** An enquiry and everything known about it. */
export interface LeadRecord {
  _id: string;
  dealership_id: string;
  test: boolean;
  status: LeadStatus;
  status_reason: string | null;
  source: LeadSource;
  sources: LeadSource[];
  customer: {
    name: string | null;
    email: string | null;
    phone: string | null;
    emails: string[];
    phones: string[];
    language: Language;
  };
  person_id: string;
  previous_lead_id: string | null;
  vehicle_interest: string | null;
  vehicle_id: string | null;
  message: string;
  preview: string;
  submissions: SubmissionRecord[];
  score: number;
  temperature: 'hot' | 'warm' | 'cold';
  score_reasons: string[];
  urgency: 'now' | 'today' | 'normal' | 'low';
  escalations: Escalation[];
  qualification: Schemas['Qualification'];
  assigned_to: { id: string; name: string } | null;
  handled_by: 'assistant' | 'human';
  tags: string[];
  consents: { version: string; granted: boolean; recorded_at: Date; source_url: string | null }[];
  utm: Schemas['Utm'];
  unread: boolean;
  /** Words of the people, the car and the conversation; what `q` looks in. */
  search_terms: string[];
  /** Subject of the mail conversation. */
  subject: string | null;
  /** What the notices of portals about one conversation have in common; missing where no portal wrote. */
  portal_threads?: string[];
  /** Which message of the assistant is going out; the next one waits for it. */
  send_lease: { message_id: string; until: Date } | null;
  version: number;
  first_response_at: Date | null;
  first_response_seconds: number | null;
  last_contact_at: Date | null;
  last_activity_at: Date;
  converted_at: Date | null;
  /** When the lead is given up if the customer stays silent; set by the last follow-up. */
  give_up_at: Date | null;
  created_at: Date;
  updated_at: Date;
  deleted_at: Date | null;
}

const Mixed = mongoose.Schema.Types.Mixed;
const schema = new mongoose.Schema<LeadRecord>(
  {
    _id: String,
    test: Boolean,
    status: String,
    status_reason: String,
    source: String,
    sources: [String],
    customer: { name: String, email: String, phone: String, emails: [String], phones: [String], language: String },
    person_id: String,
    previous_lead_id: String,
    vehicle_interest: String,
    vehicle_id: String,
    message: String,
    preview: String,
    submissions: [
      {
        _id: false,
        id: String,
        arrival_id: String,
        source: String,
        source_detail: String,
        message: String,
        vehicle_interest: String,
        source_url: String,
        repeated_by: [String],
        received_at: Date,
        metadata: Mixed,
      },
    ],
    score: Number,
    temperature: String,
    score_reasons: [String],
    urgency: String,
    escalations: [String],
    qualification: Mixed,
    assigned_to: Mixed,
    handled_by: String,
    tags: [String],
    consents: [{ _id: false, version: String, granted: Boolean, recorded_at: Date, source_url: String }],
    utm: Mixed,
    unread: Boolean,
    search_terms: [String],
    subject: String,
    portal_threads: { type: [String], default: undefined },
    send_lease: Mixed,
    version: Number,
    first_response_at: Date,
    first_response_seconds: Number,
    last_contact_at: Date,
    last_activity_at: Date,
    converted_at: Date,
    give_up_at: Date,
    created_at: Date,
    updated_at: Date,
    deleted_at: Date,
  },
  schemaOptions,
);
schema.index({ dealership_id: 1, test: 1, deleted_at: 1, created_at: -1, _id: -1 });
schema.index({ dealership_id: 1, test: 1, deleted_at: 1, last_activity_at: -1, _id: -1 });
schema.index({ dealership_id: 1, person_id: 1 });
schema.index({ dealership_id: 1, search_terms: 1 });
schema.index({ dealership_id: 1, portal_threads: 1 });
schema.index({ give_up_at: 1 }, { partialFilterExpression: { status: 'contacted' } });

export const Lead = defineTenantModel('Lead', 'leads', schema);
