import type { EmbeddingProvider } from '../../../answering/knowledge/embedding-provider.ts';
import type { KnowledgeIndex } from '../../../answering/knowledge/knowledge-index.ts';
import type { Passage } from '../../../answering/knowledge/split-passages.ts';
import type { Background } from '../../../lib/background.ts';
import type { Clock } from '../../../lib/clock.ts';
import { describeError } from '../../../lib/describe-error.ts';
import type { Logger } from '../../../lib/logger.ts';
import { runAsTenant } from '../../../tenancy/context.ts';
import { embedPassages, hashOf } from './embed-passages.ts';
import type { FindNearest } from './nearest.ts';

/** For each question how alike the passages are in meaning. */
export type Meanings = ReadonlyMap<string, ReadonlyMap<Passage, number>>;

interface MeaningParts {
  provider: EmbeddingProvider;
  findNearest: FindNearest;
  background: Background;
  /** One for all dealerships, never a sandbox's. */
  clock: Clock;
  logger: Logger;
}

const REST_AFTER_FAILURE_MS = 60_000;

/** Compares questions and passages by what they mean. Where that fails, words alone decide, and nobody waits. */
export class Meaning {
  readonly #parts: MeaningParts;
  readonly #embedded = new WeakSet<KnowledgeIndex>();
  readonly #hashes = new WeakMap<KnowledgeIndex, readonly (readonly [Passage, string])[]>();
  #restsUntilMs = 0;

  constructor(parts: MeaningParts) {
    this.#parts = parts;
  }

  /** Likeness by the questions' vectors; empty while the service rests, and incomplete while passages are embedded. */
  async compare(dealershipId: string, index: KnowledgeIndex, questions: readonly string[]): Promise<Meanings> {
    if (questions.length === 0 || this.#parts.clock.now().getTime() < this.#restsUntilMs) return new Map();
    try {
      const meanings = await this.#compare(index, questions);
      // After the question, which somebody waits for: a dealership's passages may be many.
      this.#embedLater(dealershipId, index);
      return meanings;
    } catch (error) {
      this.#rest(error, dealershipId);
      return new Map();
    }
  }

  async #compare(index: KnowledgeIndex, questions: readonly string[]): Promise<Meanings> {
    const { provider, findNearest } = this.#parts;
    const vectors = await provider.embed(questions, 'query');
    const near = await Promise.all(vectors.map((vector) => findNearest.nearest(provider.model, vector)));
    const hashed = this.#hashesOf(index);
    return new Map(
      questions.map((question, at) => {
        const likeness = hashed.flatMap(([passage, hash]): [Passage, number][] => {
          const cosine = near[at]?.get(hash);
          return cosine === undefined ? [] : [[passage, cosine]];
        });
        return [question, new Map(likeness)];
      }),
    );
  }

  #hashesOf(index: KnowledgeIndex): readonly (readonly [Passage, string])[] {
    const known = this.#hashes.get(index) ?? index.passages.map((passage) => [passage, hashOf(passage)] as const);
    this.#hashes.set(index, known);
    return known;
  }

  #embedLater(dealershipId: string, index: KnowledgeIndex): void {
    if (this.#embedded.has(index)) return;
    this.#embedded.add(index);
    const work = runAsTenant(dealershipId, async () => {
      await embedPassages(this.#parts.provider, index.passages);
      this.#parts.findNearest.changed();
    });
    this.#parts.background.track(
      work.catch((error: unknown) => {
        this.#embedded.delete(index);
        this.#rest(error, dealershipId);
      }),
    );
  }

  #rest(error: unknown, dealershipId: string): void {
    this.#restsUntilMs = this.#parts.clock.now().getTime() + REST_AFTER_FAILURE_MS;
    this.#parts.logger.warn({ ...describeError(error), dealership_id: dealershipId }, 'Searched by words alone');
  }
}
