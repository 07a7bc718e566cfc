import type { Aggregate, Query, Schema } from 'mongoose';
import { currentTenant, TenantMissing } from './context.ts';

const FILTERED = [
  'find',
  'findOne',
  'findOneAndUpdate',
  'findOneAndDelete',
  'findOneAndReplace',
  'updateOne',
  'updateMany',
  'replaceOne',
  'deleteOne',
  'deleteMany',
  'countDocuments',
  'distinct',
] as const;

/**
 * Writes the dealership of the context into a new document.
 * @throws TenantMissing without one, or when the document names another
 */
export function stampTenant(document: { dealership_id?: unknown }, what: string): void {
  const tenant = currentTenant(what);
  if (tenant === null) {
    if (!document.dealership_id) throw new TenantMissing(`${what} (an insert as operator names its dealership)`);
    return;
  }
  if (document.dealership_id !== undefined && document.dealership_id !== tenant) {
    throw new TenantMissing(`${what} of another dealership`);
  }
  document.dealership_id = tenant;
}

// Only the paths an update writes to count: a customer's form may well have a field of that name.
function movesTenant(update: unknown): boolean {
  const stages = Array.isArray(update) ? update : [update ?? {}];
  return stages.some((stage: object) =>
    Object.entries(stage).some(
      ([key, value]) =>
        key === 'dealership_id' || (key.startsWith('$') && Object.hasOwn(Object(value), 'dealership_id')),
    ),
  );
}

/**
 * Puts `dealership_id` into every query, update, aggregate and insert of a model.
 * Its operations throw `TenantMissing` when no dealership is in the context, and refuse to move a document.
 */
export function tenantPlugin(schema: Schema): void {
  schema.add({ dealership_id: { type: String, required: true, immutable: true } });

  schema.pre([...FILTERED], { document: false, query: true }, function (this: Query<unknown, unknown>) {
    const tenant = currentTenant(this.model.modelName);
    if (tenant === null) return;
    if (movesTenant(this.getUpdate())) throw new TenantMissing(`an update of dealership_id in ${this.model.modelName}`);
    const asked = this.getFilter().dealership_id;
    if (asked !== undefined && asked !== tenant)
      throw new TenantMissing(`${this.model.modelName} of another dealership`);
    this.where({ dealership_id: tenant });
  });

  schema.pre('estimatedDocumentCount', () => {
    throw new TenantMissing('estimatedDocumentCount, which counts every dealership,');
  });

  schema.pre('aggregate', function (this: Aggregate<unknown>) {
    const tenant = currentTenant('an aggregate');
    if (tenant !== null) this.pipeline().unshift({ $match: { dealership_id: tenant } });
  });

  schema.pre('validate', function (this: { dealership_id?: unknown; isNew?: boolean }) {
    if (this.isNew) stampTenant(this, 'an insert');
  });

  schema.pre('insertMany', (documents: unknown) => {
    for (const document of Array.isArray(documents) ? documents : [documents]) stampTenant(document, 'an insert');
  });

  schema.pre('bulkWrite', () => {
    throw new TenantMissing('bulkWrite, which takes its filters unseen,');
  });
}
