import { conceptsOfPhrases, conceptsOfWord } from '../knowledge/concepts.ts';
import { plainText } from '../knowledge/plain-text.ts';
import { wordsOf } from '../knowledge/words-of.ts';
import { foldText } from '../text/fold-text.ts';
import type { KnowledgeFact } from '../types.ts';
import { findNumbers, type StatedNumber } from './find-numbers.ts';
import { type Findings, mask, type PlacedSentence, placeSentences } from './gate-text.ts';
import type { PromiseFamily } from './promise-rule.ts';

/** Longest part of a quoted sentence that the ledger shows. */
const longestClaim = 200;
const leastQuoted = 12;
/** Promises that a dealership makes with a length of time or an amount; without one they are more than it said. */
const needsTerms: readonly PromiseFamily[] = ['guarantee', 'reservation'];
/** What a dealership does for every customer, and that is no promise to call back. */
const services = ['delivery', 'fitting', 'registration', 'storage'];
/** The price of a car is stock's to say, whatever a document says of it. */
const carPrice =
  /(?<![\p{L}])(?:bil(?:en|ene|er|ar|arna|erne)?|den|denne|cars?|it|this one|auto|autos|wagen|fahrzeuge?)(?![\p{L}])[^.]{0,30}(?:kost\w*|cost\w*|kr\b|til salgs for|for sale (?:at|for))|(?:pris\w*|price|preis)[^.]{0,20}(?:bil(?:en|ene|er)?|car|auto|wagen|den|it)(?![\p{L}])/u;

function normal(text: string): string {
  return foldText(plainText(text)).replace(/\s+/g, ' ').trim();
}

function speaksOfCarPrice(sentence: string, mentionsCar: boolean): boolean {
  const states = findNumbers(sentence).some(({ kind }) => kind === 'money' || kind === 'distance');
  return states && (mentionsCar || carPrice.test(foldText(sentence)));
}

function conceptsOf(text: string): Set<string> {
  const words = wordsOf(text).map(({ folded }) => folded);
  return new Set([...words.flatMap(conceptsOfWord), ...conceptsOfPhrases(words).map(({ concept }) => concept)]);
}

function sameNumber(one: StatedNumber, other: StatedNumber): boolean {
  if (Number.isNaN(one.value) || Number.isNaN(other.value)) {
    return one.quote.replace(/\D+/g, ' ').trim() === other.quote.replace(/\D+/g, ' ').trim();
  }
  return one.value === other.value && (one.kind === other.kind || one.kind === 'plain' || other.kind === 'plain');
}

interface Known {
  fact: KnowledgeFact;
  text: string;
  numbers: StatedNumber[];
  concepts: Set<string>;
}

/** What the passages that were found let a message say. */
export class KnownPassages {
  readonly #known: Known[];

  constructor(facts: readonly KnowledgeFact[]) {
    this.#known = facts.map((fact) => {
      const both = `${fact.title}\n${plainText(fact.text)}`;
      return { fact, text: normal(fact.text), numbers: findNumbers(both), concepts: conceptsOf(both) };
    });
  }

  /** Masks the sentences that stand word for word in a passage, and notes where each is from. */
  maskQuotes(text: string, mentionsCar: (sentence: PlacedSentence) => boolean, findings: Findings): string {
    if (this.#known.length === 0) return text;
    const quoted = placeSentences(text).flatMap((sentence) => {
      const words = normal(sentence.text);
      if (words.length < leastQuoted || speaksOfCarPrice(sentence.text, mentionsCar(sentence))) return [];
      const source = this.#known.find((known) => known.text.includes(words));
      if (source === undefined) return [];
      const claim = sentence.text.replace(/\s+/g, ' ').slice(0, longestClaim);
      findings.claims.push({ claim, source: 'knowledge', sourceId: source.fact.id });
      return [{ start: sentence.start, end: sentence.end }];
    });
    return mask(text, quoted);
  }

  /** The passage that has a number and is about what the sentence is about; null where none has. */
  backing(number: StatedNumber, sentence: string, mentionsCar: boolean): string | null {
    if (speaksOfCarPrice(sentence, mentionsCar)) return null;
    const concepts = [...conceptsOf(sentence)];
    const source = this.#known.find(
      (known) =>
        known.numbers.some((other) => sameNumber(number, other)) && concepts.some((one) => known.concepts.has(one)),
    );
    return source?.fact.id ?? null;
  }

  /**
   * Whether a sentence promises, in other words or in another language, what a passage says the dealership does:
   * everything it is about is in that passage and every number, and there is a number where a promise has terms.
   */
  promises(sentence: string, family: PromiseFamily): boolean {
    const concepts = [...conceptsOf(sentence)];
    const numbers = findNumbers(sentence);
    const hasTerms = needsTerms.includes(family) && numbers.length > 0;
    const isService = family === 'future_work' && concepts.some((one) => services.includes(one));
    if ((!hasTerms && !isService) || concepts.length === 0 || speaksOfCarPrice(sentence, false)) return false;
    return this.#known.some(
      (known) =>
        concepts.every((one) => known.concepts.has(one)) &&
        numbers.every((number) => known.numbers.some((other) => sameNumber(number, other))),
    );
  }
}
