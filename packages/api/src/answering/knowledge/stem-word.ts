import stemmers from 'snowball-stemmers';
import { foldText } from '../text/fold-text.ts';
import type { Language } from '../types.ts';

const algorithms: Readonly<Record<Language, string>> = {
  nb: 'norwegian',
  en: 'english',
  sv: 'swedish',
  da: 'danish',
  de: 'german',
};
const mostRemembered = 20_000;

type Stem = (word: string) => string;

function createStem(language: Language): Stem {
  const stemmer = stemmers.newStemmer(algorithms[language]);
  const known = new Map<string, string>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    if (known.size >= mostRemembered) known.clear();
    const stem = foldText(stemmer.stem(word));
    known.set(word, stem);
    return stem;
  };
}

const stems = new Map<Language, Stem>();

/** The folded stem of a word in lower case, by the Snowball rules of its language. */
export function stemWord(word: string, language: Language): string {
  const stem = stems.get(language) ?? createStem(language);
  stems.set(language, stem);
  return stem(word);
}
