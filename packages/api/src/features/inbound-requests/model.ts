import mongoose from 'mongoose';
import { defineTenantModel, schemaOptions } from '../../database/define-model.ts';

/** One post from outside and what was answered. What it said is with its arrival; here is nothing of a person. */
export interface InboundRequestRecord {
  _id: string;
  dealership_id: string;
  request_id: string;
  route: string;
  verdict: 'accepted' | 'repeated' | 'refused' | 'failed';
  status: number;
  code: string | null;
  arrival_id: string | null;
  bytes: number;
  duration_ms: number;
  received_at: Date;
  expires_at: Date;
}

const schema = new mongoose.Schema<InboundRequestRecord>(
  {
    _id: String,
    request_id: String,
    route: String,
    verdict: String,
    status: Number,
    code: String,
    arrival_id: String,
    bytes: Number,
    duration_ms: Number,
    received_at: Date,
    expires_at: Date,
  },
  schemaOptions,
);
schema.index({ dealership_id: 1, received_at: -1, _id: -1 });
schema.index({ expires_at: 1 }, { expireAfterSeconds: 0 });

export const InboundRequest = defineTenantModel('InboundRequest', 'inbound_requests', schema);
