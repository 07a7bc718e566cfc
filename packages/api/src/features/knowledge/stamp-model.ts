import mongoose from 'mongoose';
import { defineTenantModel, schemaOptions } from '../../database/define-model.ts';
import { derivedId } from '../../lib/ids.ts';
import { currentTenant } from '../../tenancy/context.ts';

/** Counts the changes of a dealership's knowledge, so that every process sees with one small read that its index is old. */
export interface KnowledgeStampRecord {
  _id: string;
  dealership_id: string;
  changes: number;
}

const schema = new mongoose.Schema<KnowledgeStampRecord>({ _id: String, changes: Number }, schemaOptions);
schema.index({ dealership_id: 1 }, { unique: true });

const KnowledgeStamp = defineTenantModel('KnowledgeStamp', 'knowledge_stamps', schema);

/** How often the knowledge of the dealership in the context has changed. */
export async function readKnowledgeStamp(): Promise<number> {
  const record = await KnowledgeStamp.findOne({}, { changes: 1 }).lean<Pick<KnowledgeStampRecord, 'changes'>>();
  return record?.changes ?? 0;
}

/** Says, after a change was written, that every index of the dealership in the context is old. */
export async function stampKnowledge(): Promise<void> {
  const id = derivedId('kno', `stamp ${currentTenant('KnowledgeStamp')}`);
  await KnowledgeStamp.updateOne({ _id: id }, { $inc: { changes: 1 } }, { upsert: true });
}
