import { LruCache } from '../../../lib/lru-cache.ts';
import { currentTenant, TenantMissing } from '../../../tenancy/context.ts';
import { KnowledgeVector, type KnowledgeVectorRecord } from './vector-model.ts';

/** How alike in meaning a passage is, by the hash of its text: the cosine, from -1 to 1. */
export type Similarities = ReadonlyMap<string, number>;

/** Finds the passages of the dealership in the context that are nearest to a vector. */
export interface FindNearest {
  nearest(model: string, vector: readonly number[]): Promise<Similarities>;
  /** Says that vectors of the dealership in the context came or went. */
  changed(): void;
}

const MOST_NEAR = 20;
const CANDIDATES_EACH = 15;

const DEALERSHIPS_KEPT = 50;
const KEPT_MS = 10 * 60_000;
/** A part of a vector of length 1 in one byte: the cosine stays right to two decimals. */
const STEPS = 127;

type Vectors = readonly { hash: string; parts: Int8Array }[];

function cosine(vector: readonly number[], parts: Int8Array): number {
  let sum = 0;
  for (let index = 0; index < parts.length; index += 1) sum += (vector[index] ?? 0) * (parts[index] ?? 0);
  return sum / STEPS;
}

async function readVectors(model: string): Promise<Vectors> {
  const records = await KnowledgeVector.find({ model }, { text_hash: 1, vector: 1 }).lean<KnowledgeVectorRecord[]>();
  return records.map(({ text_hash, vector }) => ({
    hash: text_hash,
    parts: Int8Array.from(vector, (part) => Math.round(part * STEPS)),
  }));
}

/** Compares with every vector of the dealership, read once and kept for a while: enough for some thousand passages. */
export function createNearestByReading(): FindNearest {
  const kept = new LruCache<Promise<Vectors>>(DEALERSHIPS_KEPT, KEPT_MS);
  return {
    nearest: async (model, vector) => {
      const tenant = tenantOrThrow();
      const vectors = kept.get(tenant) ?? readVectors(model);
      kept.set(tenant, vectors);
      vectors.catch(() => kept.delete(tenant));
      const near = (await vectors).map(({ hash, parts }) => [hash, cosine(vector, parts)] as const);
      return new Map([...near].sort((a, b) => b[1] - a[1]).slice(0, MOST_NEAR));
    },
    changed: () => kept.delete(tenantOrThrow()),
  };
}

function tenantOrThrow(): string {
  const tenant = currentTenant('KnowledgeVector');
  if (tenant === null) throw new TenantMissing('a vector search');
  return tenant;
}

/** The pipeline that asks an Atlas index for the nearest vectors of one dealership; the first stage has to be this one. */
export function nearestPipeline(
  index: string,
  dealershipId: string,
  model: string,
  vector: readonly number[],
): object[] {
  const filter = { dealership_id: dealershipId, model };
  return [
    {
      $vectorSearch: {
        index,
        path: 'vector',
        queryVector: [...vector],
        numCandidates: MOST_NEAR * CANDIDATES_EACH,
        limit: MOST_NEAR,
        filter,
      },
    },
    // The index filters already; a mistake in its definition must not show another dealership's knowledge.
    { $match: filter },
    { $project: { text_hash: 1, score: { $meta: 'vectorSearchScore' } } },
  ];
}

/** Lets MongoDB Atlas search with an index over `vector` (cosine) that filters by `dealership_id` and `model`. */
export function nearestByAtlas(index: string): FindNearest {
  return {
    nearest: async (model, vector) => {
      // Past mongoose: its tenant plugin would put a $match first, which $vectorSearch has to be.
      const found = await KnowledgeVector.collection
        .aggregate<{ text_hash: string; score: number }>(nearestPipeline(index, tenantOrThrow(), model, vector))
        .toArray();
      // Atlas gives (1 + cosine) / 2.
      return new Map(found.map(({ text_hash, score }) => [text_hash, 2 * score - 1]));
    },
    changed: () => undefined,
  };
}
