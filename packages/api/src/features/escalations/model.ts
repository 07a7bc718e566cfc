import mongoose from 'mongoose';
import { defineTenantModel, schemaOptions } from '../../database/define-model.ts';
import type { components } from '../../generated/openapi.ts';

type Schemas = components['schemas'];
export type EscalationReason = Schemas['EscalationReason'];
export type EscalationPriority = Schemas['EscalationPriority'];

/** Something a person has to take from here. Its id follows from what caused it, so that one cause makes one. */
export interface EscalationRecord {
  _id: string;
  dealership_id: string;
  /** Null where it concerns the dealership as a whole, such as a budget that is spent. */
  lead_id: string | null;
  test: boolean;
  customer_name: string | null;
  /** The message that caused it, of the customer or of ours. */
  message_id: string | null;
  /** The most pressing reason. */
  reason: EscalationReason;
  reasons: EscalationReason[];
  priority: EscalationPriority;
  state: 'open' | 'resolved';
  excerpt: string;
  /** What else is known: why the gate refused, what the provider said. */
  detail: string | null;
  assigned_to: { id: string; name: string } | null;
  /** With nobody in `assigned_to` it is not known who took it, as where somebody wrote on a telephone: anybody may. */
  taken_at: Date | null;
  due_at: Date;
  resolution: { note: string | null; by: string; at: Date } | null;
  /** How often it was opened again. */
  reopened: number;
  /** Whether colleagues, streams and webhooks have heard of it. */
  told?: boolean;
  /** Its lead was deleted: it is in no list or count, unless that is restored. */
  lead_deleted?: boolean;
  created_at: Date;
  updated_at: Date;
}

const Mixed = mongoose.Schema.Types.Mixed;
const schema = new mongoose.Schema<EscalationRecord>(
  {
    _id: String,
    lead_id: String,
    test: Boolean,
    customer_name: String,
    message_id: String,
    reason: String,
    reasons: [String],
    priority: String,
    state: String,
    excerpt: String,
    detail: String,
    assigned_to: Mixed,
    taken_at: Date,
    due_at: Date,
    resolution: Mixed,
    reopened: Number,
    told: Boolean,
    lead_deleted: Boolean,
    created_at: Date,
    updated_at: Date,
  },
  schemaOptions,
);
schema.index({ dealership_id: 1, test: 1, state: 1, due_at: 1, _id: 1 });
schema.index({ dealership_id: 1, test: 1, state: 1, updated_at: -1, _id: -1 });
schema.index({ dealership_id: 1, lead_id: 1, created_at: -1 });

export const Escalation = defineTenantModel('Escalation', 'escalations', schema);

/** What is listed and counted: all but what a customer said in a lead that was deleted. */
export const COUNTED = { lead_deleted: mongoose.trusted({ $ne: true }) };
