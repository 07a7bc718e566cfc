import type { Language } from '../types.ts';
import { conceptsOfPhrases, conceptsOfWord } from './concepts.ts';
import { hashTerm } from './hash-term.ts';
import { conceptTerm, forEachGram, stemTerm, TermCounter } from './read-terms.ts';
import { splitCompound } from './split-compound.ts';
import { type KnowledgeSource, type Passage, splitPassages } from './split-passages.ts';
import { stopWords } from './stop-words.ts';
import { type TermCounts, TermIndex } from './term-index.ts';
import { type Word, wordsOf } from './words-of.ts';

/** A passage and how well it answers, from 0 to 1. */
export interface Hit {
  passage: Passage;
  score: number;
}

export interface Query {
  text: string;
  language: Language;
  /** `YYYY-MM-DD` in the dealership's time zone. */
  today: string;
  /** Folded words that tell nothing here, as the names of the car that is spoken of. */
  ignore?: ReadonlySet<string>;
}

const VOCABULARY = 4;
const leastVocabularyWord = 4;
const mostQueryWords = 60;
/** How much a word counts that no passage has: in the language of the passages, and in another. */
const unknownCounts = { same: 0.5, foreign: 0.15 };
/** How the two indexes are weighed: character runs say little across languages. */
const gramShare = { same: 0.5, foreign: 0.25 };
/** A question has to say this part of what the rarest word would, or its score is damped. */
const fullWeight = 0.8;

/** Several mentions, or one in a title, count up to this many times one mention. */
const mostStrength = 1.5;

const nordic: readonly Language[] = ['nb', 'sv', 'da'];

function isForeign(language: Language, languages: ReadonlySet<Language>): boolean {
  if (languages.has(language)) return false;
  return !(nordic.includes(language) && [...languages].some((one) => nordic.includes(one)));
}

/** Alternatives for one thing the question says; the best of them counts. */
interface Group {
  terms: number[];
}

/** Lets other work go on between two slices of a long computation. */
const letOthersWork = () => new Promise<void>((resolve) => setImmediate(resolve));
const sliceOfPassages = 50;

function vocabularyOf(passages: readonly Passage[]): Set<string> {
  const vocabulary = new Set<string>();
  for (const { title, text } of passages) {
    for (const { folded } of wordsOf(`${title}\n${text}`)) {
      if (folded.length >= leastVocabularyWord && !/\d/.test(folded)) vocabulary.add(folded);
    }
  }
  return vocabulary;
}

/** An index over the knowledge of one dealership: retrieval without a network or a model. */
export class KnowledgeIndex {
  readonly passages: readonly Passage[];
  readonly #vocabulary: Uint32Array;
  readonly #grams: TermIndex;
  readonly #words: TermIndex;
  readonly #languages: ReadonlySet<Language>;
  readonly #scratch: Float32Array;

  private constructor(passages: readonly Passage[], vocabulary: Set<string>, grams: TermCounts[], words: TermCounts[]) {
    this.passages = passages;
    this.#languages = new Set(passages.map(({ language }) => language));
    this.#vocabulary = Uint32Array.from(vocabulary, (word) => hashTerm(VOCABULARY, word)).sort();
    this.#grams = new TermIndex(grams);
    this.#words = new TermIndex(words);
    this.#scratch = new Float32Array(passages.length);
  }

  /** Builds the index in slices, so that a process goes on answering meanwhile. */
  static async build(sources: readonly KnowledgeSource[]): Promise<KnowledgeIndex> {
    const passages = sources.flatMap(splitPassages);
    const vocabulary = vocabularyOf(passages);
    const counter = new TermCounter((word) => vocabulary.has(word));
    const grams: TermCounts[] = [];
    const words: TermCounts[] = [];
    for (const [index, passage] of passages.entries()) {
      if (index % sliceOfPassages === sliceOfPassages - 1) await letOthersWork();
      const counted = counter.count(passage);
      grams.push(counted.grams);
      words.push(counted.words);
    }
    return new KnowledgeIndex(passages, vocabulary, grams, words);
  }

  /** What the index takes in memory, in bytes; texts count two for each character. */
  get bytes(): number {
    const texts = this.passages.reduce((sum, { title, text }) => sum + 2 * (title.length + text.length) + 200, 0);
    return texts + this.#vocabulary.byteLength + this.#grams.bytes + this.#words.bytes + this.#scratch.byteLength;
  }

  #isKnown = (word: string): boolean => {
    const wanted = hashTerm(VOCABULARY, word);
    let [low, high] = [0, this.#vocabulary.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#vocabulary[middle] ?? 0;
      if (found === wanted) return true;
      if (found < wanted) low = middle + 1;
      else high = middle - 1;
    }
    return false;
  };

  /** The passages that hold on the day, best first; every one that has anything in common with the question. */
  search({ text, language, today, ignore = new Set() }: Query): Hit[] {
    const all = wordsOf(text).slice(0, mostQueryWords);
    const words = all.filter(({ folded }) => !stopWords.has(folded) && !ignore.has(folded));
    const kind = isForeign(language, this.#languages) ? 'foreign' : 'same';
    const byGrams = this.#score(this.#grams, this.#gramGroups(words), unknownCounts[kind]);
    const byWords = this.#score(this.#words, this.#wordGroups(all, words, language), unknownCounts[kind]);
    const share = gramShare[kind];
    const hits: Hit[] = [];
    this.passages.forEach((passage, index) => {
      const score = share * (byGrams[index] ?? 0) + (1 - share) * (byWords[index] ?? 0);
      if (score > 0 && holdsOn(passage, today)) hits.push({ passage, score });
    });
    return hits.sort((a, b) => b.score - a.score).map(({ passage, score }) => ({ passage, score: Math.min(1, score) }));
  }

  #gramGroups(words: readonly Word[]): Group[] {
    const terms = new Set<number>();
    for (const word of words) forEachGram(word, (term) => terms.add(term));
    return Array.from(terms, (term) => ({ terms: [term] }));
  }

  /** For each word its stems by the rules of every language there is, the parts of a compound, and what it stands for. */
  #wordGroups(all: readonly Word[], words: readonly Word[], language: Language): Group[] {
    const languages = new Set<Language>([language, ...this.#languages]);
    const phrases = conceptsOfPhrases(all.map(({ folded }) => folded));
    const inPhrase = new Set(phrases.flatMap(({ at, length }) => all.slice(at, at + length)));
    const groups = new Map<string, Group>();
    for (const { concept } of phrases) groups.set(`#${concept}`, { terms: [conceptTerm(concept)] });
    for (const word of words) {
      if (inPhrase.has(word)) continue;
      const parts = splitCompound(word.folded, this.#isKnown);
      const stems = [...languages].flatMap((one) => [word.written, ...parts].map((part) => stemTerm(part, one)));
      const concepts = [word.folded, ...parts].flatMap((part) => conceptsOfWord(part)).map(conceptTerm);
      groups.set(word.folded, { terms: [...new Set([...stems, ...concepts])] });
    }
    return [...groups.values()];
  }

  /** For each passage which part of what the question says it covers. */
  #score(index: TermIndex, groups: readonly Group[], unknownCount: number): Float32Array {
    const covered = new Float32Array(this.passages.length);
    let asked = 0;
    for (const { terms } of groups) asked += this.#addGroup(index, terms, unknownCount, covered);
    if (asked === 0) return covered;
    const rarest = Math.log(1 + index.size / 1.5);
    const damping = Math.min(1, asked / (fullWeight * rarest));
    return covered.map((score) => (damping * score) / asked);
  }

  /** Adds the best of a group's terms to each passage, and returns the most that it could have added. */
  #addGroup(index: TermIndex, terms: readonly number[], unknownCount: number, covered: Float32Array): number {
    const weights = terms.map((term) => ({ term, ...index.weightOf(term) }));
    const known = weights.filter((one) => one.known);
    if (known.length === 0) return unknownCount * (weights[0]?.weight ?? 0);
    const best = this.#scratch;
    const touched: number[] = [];
    for (const { term, weight } of known) {
      index.forEach(term, (passage, strength) => {
        const value = weight * Math.min(mostStrength, strength);
        if (best[passage] === 0) touched.push(passage);
        if (value > (best[passage] ?? 0)) best[passage] = value;
      });
    }
    for (const passage of touched) {
      covered[passage] = (covered[passage] ?? 0) + (best[passage] ?? 0);
      best[passage] = 0;
    }
    return Math.max(...known.map(({ weight }) => weight));
  }
}

/** Whether a passage holds on a day (`YYYY-MM-DD`). */
export function holdsOn({ validFrom, validTo }: Passage, today: string): boolean {
  return (validFrom === null || validFrom <= today) && (validTo === null || today <= validTo);
}
