import mongoose from 'mongoose';
import { defineTenantModel, schemaOptions } from '../../database/define-model.ts';
import type { components } from '../../generated/openapi.ts';
import type { LeadSource } from '../leads/model.ts';

export type ArrivalOutcome = components['schemas']['ArrivalOutcome'];

/** One thing that came in, exactly as it came: idempotency record, replay cache and work queue in one document. */
export interface ArrivalRecord {
  _id: string;
  dealership_id: string;
  channel: LeadSource;
  /** The provider's id or a content hash: unique per dealership and channel. */
  key: string;
  /** The sender's one-time token; the arrival's id where there is none. Unique as well: a token is good for one body. */
  replay_key: string;
  test: boolean;
  payload: unknown;
  state: 'received' | 'done' | 'waiting' | 'quarantined';
  outcome: ArrivalOutcome;
  lead_id: string | null;
  from: string | null;
  subject: string | null;
  excerpt: string;
  label: 'sales_inquiry' | 'spam' | 'other' | 'uncertain' | null;
  confidence: 'low' | 'medium' | 'high' | null;
  reasons: string[];
  /** A person said that it is a lead. */
  promoted: boolean;
  owner: string | null;
  lease_until: Date | null;
  fence: number;
  attempts: number;
  error: string | null;
  /** The page or number whose connection it waits for. */
  waits_for?: string;
  /** How often a provider was not ready for it. */
  deferrals?: number;
  /** It was nobody's business: no list shows it. */
  unlisted?: boolean;
  received_at: Date;
}

/** What is left of what came in once its words are to be forgotten: the keys that recognise a repeat stay. */
export const FORGOTTEN = { payload: null, from: null, subject: null, excerpt: '' } as const;

const schema = new mongoose.Schema<ArrivalRecord>(
  {
    _id: String,
    channel: String,
    key: String,
    replay_key: String,
    test: Boolean,
    payload: mongoose.Schema.Types.Mixed,
    state: String,
    outcome: String,
    lead_id: String,
    from: String,
    subject: String,
    excerpt: String,
    label: String,
    confidence: String,
    reasons: [String],
    promoted: Boolean,
    owner: String,
    lease_until: Date,
    fence: Number,
    attempts: Number,
    error: String,
    waits_for: String,
    deferrals: Number,
    unlisted: Boolean,
    received_at: Date,
  },
  schemaOptions,
);
schema.index({ dealership_id: 1, channel: 1, key: 1 }, { unique: true });
schema.index({ dealership_id: 1, channel: 1, replay_key: 1 }, { unique: true });
schema.index({ dealership_id: 1, received_at: -1, _id: -1 });
// What still holds words that are to be forgotten, over all dealerships.
schema.index({ received_at: 1 }, { partialFilterExpression: { state: 'done' } });
schema.index({ dealership_id: 1, waits_for: 1 }, { partialFilterExpression: { waits_for: { $exists: true } } });
// The work queue, over all dealerships.
schema.index({ lease_until: 1 }, { partialFilterExpression: { state: 'received' } });

export const Arrival = defineTenantModel('Arrival', 'arrivals', schema);
