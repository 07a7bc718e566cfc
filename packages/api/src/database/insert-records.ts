import type { Model } from 'mongoose';
import { stampTenant } from '../tenancy/tenant-plugin.ts';
import type { NewRecord } from './create-once.ts';

/**
 * Inserts records as they are, past mongoose's casting: for what every enquiry writes, where the types are our own and
 * the casting would be most of the work. The dealership is stamped on just as the plugin does it.
 * @throws the driver's duplicate key error; with several records the others are inserted all the same
 */
export async function insertRecords<T extends { _id: string }>(
  model: Model<T>,
  records: readonly NewRecord<T>[],
): Promise<void> {
  const documents = records.map((record) => {
    const document: Record<string, unknown> = { ...record };
    stampTenant(document, model.modelName);
    return document;
  });
  const [only] = documents;
  if (only === undefined) return;
  const collection = model.collection as unknown as {
    insertOne(document: unknown): Promise<unknown>;
    insertMany(documents: unknown[], options: { ordered: boolean }): Promise<unknown>;
  };
  if (documents.length === 1) await collection.insertOne(only);
  else await collection.insertMany(documents, { ordered: false });
}
