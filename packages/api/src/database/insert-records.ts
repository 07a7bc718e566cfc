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
  await pastConflicts(() =>
    documents.length === 1 ? collection.insertOne(only) : collection.insertMany(documents, { ordered: false }),
  );
}

const MAX_CONFLICTS = 5;
const WRITE_CONFLICT = 112;

/** Some engines answer two inserts of one key at once with a conflict, where others wait: the next try finds the key. */
async function pastConflicts(insert: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await insert();
      return;
    } catch (error) {
      const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
      if (code !== WRITE_CONFLICT || tries === MAX_CONFLICTS) throw error;
    }
  }
}
