import type { KnowledgeIndex } from './knowledge-index.ts';

interface Cached {
  stamp: number;
  builtAtMs: number;
  index: Promise<KnowledgeIndex>;
  bytes: number;
}

export interface IndexCacheLimits {
  /** What all indexes together may take. */
  maxBytes: number;
  /** How old an index may get: an idle dealership takes nothing, and a change whose stamp was lost is seen after this. */
  maxAgeMs: number;
  nowMs?: () => number;
}

/** Indexes of the dealerships that were asked last, within a limit that they all share. */
export class IndexCache {
  readonly #cached = new Map<string, Cached>();
  readonly #limits: Required<IndexCacheLimits>;

  constructor(limits: IndexCacheLimits) {
    this.#limits = { nowMs: Date.now, ...limits };
  }

  /** What the indexes take together, in bytes. */
  get bytes(): number {
    return [...this.#cached.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** The index of a dealership as it is after `stamp` changes; built once however many ask at the same time. */
  get(dealershipId: string, stamp: number, build: () => Promise<KnowledgeIndex>): Promise<KnowledgeIndex> {
    this.#forgetOld();
    const before = this.#cached.get(dealershipId);
    this.#cached.delete(dealershipId);
    const cached = before?.stamp === stamp ? before : this.#build(dealershipId, stamp, build);
    // The map's order is the order of use.
    this.#cached.set(dealershipId, cached);
    return cached.index;
  }

  #build(dealershipId: string, stamp: number, build: () => Promise<KnowledgeIndex>): Cached {
    const cached: Cached = { stamp, builtAtMs: this.#limits.nowMs(), bytes: 0, index: build() };
    cached.index.then(
      ({ bytes }) => {
        cached.bytes = bytes;
        this.#makeRoom(cached);
      },
      // Whoever asked is told; the next one tries again.
      () => this.#cached.get(dealershipId) === cached && this.#cached.delete(dealershipId),
    );
    return cached;
  }

  #forgetOld(): void {
    const oldest = this.#limits.nowMs() - this.#limits.maxAgeMs;
    for (const [id, { builtAtMs }] of this.#cached) if (builtAtMs <= oldest) this.#cached.delete(id);
  }

  #makeRoom(newest: Cached): void {
    let { bytes } = this;
    for (const [id, cached] of this.#cached) {
      if (bytes <= this.#limits.maxBytes) return;
      if (cached === newest) continue;
      bytes -= cached.bytes;
      this.#cached.delete(id);
    }
  }
}
