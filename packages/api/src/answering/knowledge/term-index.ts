/** How often each hashed term is in one passage. */
export type TermCounts = Map<number, number>;

const k1 = 1.2;
const b = 0.6;
const mostCounted = 255;

/** BM25 over hashed terms in typed arrays: 3 bytes for each term of each passage, 8 for each term. */
export class TermIndex {
  readonly #terms: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #passages: Uint16Array;
  readonly #counts: Uint8Array;
  /** For each passage the part of the saturation that depends on its length. */
  readonly #dampings: Float32Array;
  readonly size: number;

  /** @throws RangeError past 65 535 passages */
  constructor(passages: readonly TermCounts[]) {
    if (passages.length > 0xffff) throw new RangeError('an index holds at most 65 535 passages');
    this.size = passages.length;
    const postings = new Map<number, number>();
    for (const counts of passages) for (const term of counts.keys()) postings.set(term, (postings.get(term) ?? 0) + 1);
    this.#terms = Uint32Array.from(postings.keys()).sort();
    this.#starts = new Uint32Array(this.#terms.length + 1);
    const places = new Map<number, number>();
    this.#terms.forEach((term, index) => {
      this.#starts[index + 1] = (this.#starts[index] ?? 0) + (postings.get(term) ?? 0);
      places.set(term, this.#starts[index] ?? 0);
    });
    const total = this.#starts.at(-1) ?? 0;
    this.#passages = new Uint16Array(total);
    this.#counts = new Uint8Array(total);
    passages.forEach((counts, passage) => {
      for (const [term, count] of counts) {
        const place = places.get(term) ?? 0;
        this.#passages[place] = passage;
        this.#counts[place] = Math.min(mostCounted, count);
        places.set(term, place + 1);
      }
    });
    this.#dampings = dampingsOf(passages);
  }

  /** What the index takes in memory, in bytes. */
  get bytes(): number {
    const arrays = [this.#terms, this.#starts, this.#passages, this.#counts, this.#dampings];
    return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  #find(term: number): number {
    let [low, high] = [0, this.#terms.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#terms[middle] ?? 0;
      if (found === term) return middle;
      if (found < term) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** How much a term tells: the rarer, the more. A term that no passage has would tell most. */
  weightOf(term: number): { weight: number; known: boolean } {
    const index = this.#find(term);
    const having = index === -1 ? 0 : (this.#starts[index + 1] ?? 0) - (this.#starts[index] ?? 0);
    return { weight: Math.log(1 + (this.size - having + 0.5) / (having + 0.5)), known: index !== -1 };
  }

  /** Calls back for every passage that has the term: 1 for one mention in a passage of average length, at most 2.2. */
  forEach(term: number, note: (passage: number, strength: number) => void): void {
    const index = this.#find(term);
    if (index === -1) return;
    const end = this.#starts[index + 1] ?? 0;
    for (let place = this.#starts[index] ?? 0; place < end; place += 1) {
      const passage = this.#passages[place] ?? 0;
      const count = this.#counts[place] ?? 0;
      note(passage, (count * (k1 + 1)) / (count + (this.#dampings[passage] ?? k1)));
    }
  }
}

function dampingsOf(passages: readonly TermCounts[]): Float32Array {
  const lengths = passages.map((counts) => [...counts.values()].reduce((sum, count) => sum + count, 0));
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return Float32Array.from(lengths, (length) => k1 * (1 - b + (b * length) / Math.max(1, average)));
}
