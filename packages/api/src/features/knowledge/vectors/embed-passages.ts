import mongoose from 'mongoose';
import type { EmbeddingProvider } from '../../../answering/knowledge/embedding-provider.ts';
import type { Passage } from '../../../answering/knowledge/split-passages.ts';
import { createOnce } from '../../../database/create-once.ts';
import { derivedId } from '../../../lib/ids.ts';
import { sha256 } from '../../../lib/secrets.ts';
import { currentTenant } from '../../../tenancy/context.ts';
import { KnowledgeVector } from './vector-model.ts';

const AT_ONCE = 64;

export function hashOf({ title, text }: Pick<Passage, 'title' | 'text'>): string {
  return sha256(`${title}\n${text}`);
}

/**
 * Embeds the passages that have no vector of the model yet, and removes the vectors of those that are gone.
 * @throws EmbeddingFailed; what was embedded until then is kept
 */
export async function embedPassages(provider: EmbeddingProvider, passages: readonly Passage[]): Promise<void> {
  const { model } = provider;
  const wanted = new Map(passages.map((passage) => [hashOf(passage), passage]));
  const known = new Set(await KnowledgeVector.distinct('text_hash', { model }));
  await KnowledgeVector.deleteMany({ text_hash: mongoose.trusted({ $nin: [...wanted.keys()] }) });
  const missing = [...wanted].filter(([hash]) => !known.has(hash));
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    const batch = missing.slice(at, at + AT_ONCE);
    const texts = batch.map(([, { title, text }]) => `${title}\n${text}`);
    const vectors = await provider.embed(texts, 'document');
    for (const [index, [text_hash]] of batch.entries()) {
      const _id = derivedId('kvec', `${currentTenant('KnowledgeVector')} ${model} ${text_hash}`);
      await createOnce(KnowledgeVector, { _id, model, text_hash, vector: vectors[index] ?? [] });
    }
  }
}
