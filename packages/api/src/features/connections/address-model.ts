import mongoose from 'mongoose';
import { defineGlobalModel, schemaOptions } from '../../database/define-model.ts';
import type { ConnectionProvider } from './model.ts';

/**
 * Whose a page or number is. Providers post for all dealerships to one address, so this lies outside of them; the id
 * (`facebook 104729381723`) makes it one dealership's at a time.
 */
export interface ConnectionAddressRecord {
  _id: string;
  dealership_id: string;
  connection_id: string;
  claimed_at: Date;
  /** Its connection was written while the claim still was that one's. */
  confirmed?: boolean;
}

const schema = new mongoose.Schema<ConnectionAddressRecord>(
  { _id: String, dealership_id: String, connection_id: String, claimed_at: Date, confirmed: Boolean },
  schemaOptions,
);

export const ConnectionAddress = defineGlobalModel('ConnectionAddress', 'connection_addresses', schema);

/** How a page or number is named among all of them. */
export function addressOf(provider: ConnectionProvider, externalId: string): string {
  return `${provider} ${externalId}`;
}
