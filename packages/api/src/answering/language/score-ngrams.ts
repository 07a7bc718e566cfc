import { ngramLetters, ngramTable } from '../../generated/language-ngrams.ts';
import type { Language } from '../types.ts';

const order: readonly Language[] = ['nb', 'en', 'sv', 'da', 'de'];
// The scores of the table are given without their common floor (eld).
const floor = 53;
const digitsPerScore = 2;
const longestText = 350;
const longestWord = 70;
const stride = 3;
const length = 4;

type Table = ReadonlyMap<string, Int16Array>;
let table: Table | null = null;

function readTable(): Table {
  const width = order.length * digitsPerScore;
  return new Map(
    ngramTable.split('\n').map((line): [string, Int16Array] => {
      const scores = order.map((_, index) => {
        const score = Number.parseInt(line.slice(index * digitsPerScore, (index + 1) * digitsPerScore), 36);
        return Number.isNaN(score) ? 0 : score + floor;
      });
      return [line.slice(width), Int16Array.from(scores)];
    }),
  );
}

function spell(word: string): string {
  return [...word].map((letter) => (letter <= '\x7f' ? letter : (ngramLetters[letter] ?? ''))).join('');
}

/** The n-grams of a word as eld cuts them: four characters, every third, the last one from the end. */
function ngramsOf(word: string): string[] {
  const spelled = spell(word).slice(0, longestWord);
  const found: string[] = [];
  let at = 0;
  for (; at + length < spelled.length; at += stride)
    found.push(`${at === 0 ? ' ' : ''}${spelled.slice(at, at + length)}`);
  const last = spelled.length === 3 ? spelled : spelled.slice(Math.max(0, spelled.length - length));
  return [...found, `${at === 0 ? ' ' : ''}${last} `];
}

/**
 * Scores a text for the five languages by its n-grams: a method and a table of eld (Apache-2.0), cut down. The first
 * 350 characters are read; all are 0 when nothing of it is known.
 */
export function scoreNgrams(text: string): Record<Language, number> {
  table ??= readTable();
  const words =
    text
      .slice(0, longestText)
      .toLowerCase()
      .match(/[\p{L}']+/gu) ?? [];
  const totals = new Float64Array(order.length);
  for (const ngram of new Set(words.flatMap(ngramsOf))) {
    const scores = table.get(ngram);
    if (scores === undefined) continue;
    scores.forEach((score, index) => {
      totals[index] = (totals[index] ?? 0) + score;
    });
  }
  return Object.fromEntries(order.map((language, index) => [language, totals[index] ?? 0])) as Record<Language, number>;
}
