import mongoose from 'mongoose';
import { defineTenantModel, schemaOptions } from '../database/define-model.ts';
import type { components } from '../generated/openapi.ts';

export type EventType = components['schemas']['Event']['type'];

/** Something that happened in a dealership; kept for a day for live updates to resume from. */
export interface EventRecord {
  _id: string;
  dealership_id: string;
  test: boolean;
  type: EventType;
  data: Record<string, string>;
  /** What webhooks tell besides the ids; live updates leave it out. */
  details?: Record<string, string>;
  /** Whether webhook endpoints have been seen to; true from the start for what none can subscribe to. */
  fanned_out: boolean;
  occurred_at: Date;
}

const schema = new mongoose.Schema<EventRecord>(
  {
    _id: String,
    test: Boolean,
    type: { type: String },
    data: mongoose.Schema.Types.Mixed,
    details: mongoose.Schema.Types.Mixed,
    fanned_out: Boolean,
    occurred_at: Date,
  },
  schemaOptions,
);
schema.index({ dealership_id: 1, _id: 1 });
// The queue of the worker, over all dealerships.
schema.index({ fanned_out: 1, occurred_at: 1 }, { partialFilterExpression: { fanned_out: false } });
schema.index({ occurred_at: 1 }, { expireAfterSeconds: 24 * 60 * 60 });

export const DomainEvent = defineTenantModel('DomainEvent', 'events', schema);
