import type { Model } from 'mongoose';
import { isDuplicateKey } from './duplicate-key.ts';

/** A record before it is stored: a tenant model adds `dealership_id` itself. */
export type NewRecord<T> = Omit<T, 'dealership_id'>;

/**
 * Inserts a record, or returns the one that an earlier try of the same request inserted under the same id.
 * @throws the duplicate key error when another unique key is taken
 */
export async function createOnce<T extends { _id: string }>(model: Model<T>, record: NewRecord<T>): Promise<T> {
  try {
    const document = await model.create(record as T);
    return document.toObject() as T;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const existing = await model.findById(record._id as string).lean<T>();
    if (existing) return existing;
    throw error;
  }
}
