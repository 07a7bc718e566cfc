import mongoose, { type Model, type Schema } from 'mongoose';
import { tenantPlugin } from '../tenancy/tenant-plugin.ts';

/** Options every schema of the product shares. */
export const schemaOptions = { versionKey: false, minimize: false, id: false } as const;

/** Makes a model whose documents belong to one dealership each. */
export function defineTenantModel<T>(name: string, collection: string, schema: Schema<T>): Model<T> {
  tenantPlugin(schema as unknown as Schema);
  return mongoose.model<T>(name, schema, collection);
}

/** Makes a model of what lies outside the dealerships: people, sessions, dealerships themselves. */
export function defineGlobalModel<T>(name: string, collection: string, schema: Schema<T>): Model<T> {
  return mongoose.model<T>(name, schema, collection);
}
