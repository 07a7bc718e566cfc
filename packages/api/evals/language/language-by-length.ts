import type { Language } from '../../src/answering/types.ts';
import { shareOf } from '../statistics.ts';
import type { Section } from '../suite.ts';

interface Spoken {
  id: string;
  text: string;
  language: Language;
  read: Language;
}

const lengths = [
  { name: '1 to 3 words', from: 1, to: 3 },
  { name: '4 to 7 words', from: 4, to: 7 },
  { name: '8 words and more', from: 8, to: Number.POSITIVE_INFINITY },
] as const;
const gate = 0.97;

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}'’-]+/gu)?.length ?? 0;
}

/** Share of texts whose language was read right, by their length in words; the gate counts those of more than three. */
export function languageByLength(title: string, spoken: readonly Spoken[], half: 'dev' | 'test'): Section {
  const share = (texts: readonly Spoken[]) =>
    shareOf(texts.filter(({ language, read }) => language === read).length, texts.length);
  const between = (from: number, to: number) =>
    spoken.filter(({ text }) => wordsIn(text) >= from && wordsIn(text) <= to);
  const wrong = spoken.filter(({ language, read }) => language !== read);
  return {
    title,
    measures: [
      {
        name: 'more than 3 words',
        share: share(between(4, Number.POSITIVE_INFINITY)),
        ...(half === 'test' ? { gate } : {}),
      },
      ...lengths.map(({ name, from, to }) => ({ name: `  ${name}`, share: share(between(from, to)) })),
    ],
    notes: half === 'dev' ? wrong.map(({ id, language, read }) => `${id}: ${language} was read as ${read}`) : [],
  };
}
