import mongoose from 'mongoose';
import { defineTenantModel, schemaOptions } from '../../database/define-model.ts';
import type { components } from '../../generated/openapi.ts';
import type { ConnectionTemplate } from './template.ts';

export type ConnectionProvider = components['schemas']['ConnectionProvider'];
export type ConnectionState = components['schemas']['ConnectionState'];

/** A page or number of the dealership at a provider, and how it is with it. */
export interface ConnectionRecord {
  _id: string;
  dealership_id: string;
  provider: ConnectionProvider;
  /** The provider's id of the page or number. */
  external_id: string;
  /** The WhatsApp business account that a number is of. */
  account_id: string | null;
  /** What the provider calls it. */
  name: string;
  /** What a WhatsApp number sends when free words are not allowed any more. */
  template: ConnectionTemplate | null;
  /** Sealed for this record and dealership; never leaves the process in any other form. */
  sealed_token: string;
  /** Which key sealed it. */
  token_key: string;
  /** Tells one token from the next: what an old token did says nothing of the new one. */
  token_set_at: Date;
  token_expires_at: Date | null;
  state: ConnectionState;
  state_since: Date;
  /** Since when the provider has not answered properly; null while it does. */
  troubled_since: Date | null;
  /** While it is failing, the provider is not asked before this. */
  retry_at: Date | null;
  /** Since when it cannot be used, and whether the admins were told. */
  outage: { since: Date; alarmed: boolean } | null;
  last_event_at: Date | null;
  last_success_at: Date | null;
  last_error: string | null;
  last_error_at: Date | null;
  /** When it is looked after next. */
  next_check_at: Date;
  /** Leads that came before this were all found. */
  polled_until: Date;
  found_by_poll: number;
  created_by: string;
  created_at: Date;
  updated_at: Date;
}

const schema = new mongoose.Schema<ConnectionRecord>(
  {
    _id: String,
    provider: String,
    external_id: String,
    account_id: String,
    name: String,
    template: mongoose.Schema.Types.Mixed,
    sealed_token: String,
    token_key: String,
    token_set_at: Date,
    token_expires_at: Date,
    state: String,
    state_since: Date,
    troubled_since: Date,
    retry_at: Date,
    outage: mongoose.Schema.Types.Mixed,
    last_event_at: Date,
    last_success_at: Date,
    last_error: String,
    last_error_at: Date,
    next_check_at: Date,
    polled_until: Date,
    found_by_poll: Number,
    created_by: String,
    created_at: Date,
    updated_at: Date,
  },
  schemaOptions,
);
schema.index({ dealership_id: 1, provider: 1, external_id: 1 }, { unique: true });
schema.index({ dealership_id: 1, created_at: -1, _id: -1 });
// The round of those to look after, over all dealerships.
schema.index({ next_check_at: 1 });

export const Connection = defineTenantModel('Connection', 'connections', schema);
