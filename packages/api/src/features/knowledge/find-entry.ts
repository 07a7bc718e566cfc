import { notFound } from '../../http/problem.ts';
import { KnowledgeEntry, type KnowledgeEntryRecord } from './model.ts';

/**
 * Reads an entry of the knowledge.
 * @throws Problem 404 when the dealership has none of that id
 */
export async function findEntry(id: string): Promise<KnowledgeEntryRecord> {
  const entry = await KnowledgeEntry.findById(id).lean<KnowledgeEntryRecord>();
  if (!entry) throw notFound();
  return entry;
}
