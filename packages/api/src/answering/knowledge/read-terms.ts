import type { Language } from '../types.ts';
import { conceptsOfPhrases, conceptsOfWord } from './concepts.ts';
import { hashTerm } from './hash-term.ts';
import { splitCompound } from './split-compound.ts';
import { stemWord } from './stem-word.ts';
import { stopWords } from './stop-words.ts';
import type { TermCounts } from './term-index.ts';
import { type Word, wordsOf } from './words-of.ts';

const GRAM = 1;
const STEM = 2;
const CONCEPT = 3;
const gramLength = 4;
/** What stands in a title counts as often. */
const titleCounts = 3;

/** Whether a folded word is in the vocabulary of what is searched. */
export type IsKnownWord = (folded: string) => boolean;

function bump(counts: TermCounts, term: number, by: number): void {
  counts.set(term, (counts.get(term) ?? 0) + by);
}

/** Calls back with every run of four characters of a word that is marked at both ends. */
export function forEachGram({ folded }: Word, note: (term: number) => void): void {
  const marked = `^${folded}$`;
  for (let start = 0; start + gramLength <= marked.length; start += 1) {
    note(hashTerm(GRAM, marked, start, start + gramLength));
  }
  if (marked.length < gramLength) note(hashTerm(GRAM, marked));
}

export function stemTerm(word: string, language: Language): number {
  return hashTerm(STEM, stemWord(word, language));
}

export function conceptTerm(concept: string): number {
  return hashTerm(CONCEPT, concept);
}

/** What one word adds to the two indexes. */
interface WordTerms {
  grams: number[];
  stems: number[];
  concepts: number[];
}

function termsOf(word: Word, language: Language, isKnown: IsKnownWord): WordTerms {
  const grams: number[] = [];
  forEachGram(word, (term) => grams.push(term));
  const parts = splitCompound(word.folded, isKnown);
  const concepts = [word.folded, ...parts].flatMap((part) => conceptsOfWord(part)).map(conceptTerm);
  return {
    grams,
    stems: [...new Set([word.written, ...parts].map((part) => stemTerm(part, language)))],
    concepts: [...new Set(concepts)],
  };
}

/**
 * Counts the terms of passages: character runs for one index; stems, parts of compounds and concepts for the other. A
 * word is looked at once, however often the passages have it.
 */
export class TermCounter {
  readonly #known = new Map<string, WordTerms>();

  constructor(readonly isKnown: IsKnownWord) {}

  #termsOf(word: Word, language: Language): WordTerms {
    const key = `${language} ${word.written}`;
    const before = this.#known.get(key);
    if (before !== undefined) return before;
    const terms = termsOf(word, language, this.isKnown);
    this.#known.set(key, terms);
    return terms;
  }

  #count(text: string, language: Language, by: number, grams: TermCounts, words: TermCounts): void {
    const all = wordsOf(text);
    const phrases = conceptsOfPhrases(all.map(({ folded }) => folded));
    const inPhrase = new Set(phrases.flatMap(({ at, length }) => all.slice(at, at + length)));
    for (const { concept } of phrases) bump(words, conceptTerm(concept), by);
    for (const word of all) {
      if (stopWords.has(word.folded)) continue;
      const terms = this.#termsOf(word, language);
      for (const term of terms.grams) bump(grams, term, by);
      for (const term of terms.stems) bump(words, term, by);
      // `levere tilbake` is a return and no delivery.
      if (!inPhrase.has(word)) for (const term of terms.concepts) bump(words, term, by);
    }
  }

  count({ title, text, language }: { title: string; text: string; language: Language }) {
    const grams: TermCounts = new Map();
    const words: TermCounts = new Map();
    this.#count(title, language, titleCounts, grams, words);
    this.#count(text, language, 1, grams, words);
    return { grams, words };
  }
}
