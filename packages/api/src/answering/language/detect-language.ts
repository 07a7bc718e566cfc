import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Language } from '../types.ts';
import { markerWords } from './marker-words.ts';

export interface LanguageHints {
  /** Language of the page or form the text was written on. */
  declared: Language | null;
  phone: string | null;
  email: string | null;
  /** Used when nothing else speaks. */
  fallback: Language;
}

export interface DetectedLanguage {
  language: Language;
  /** What the text itself says, 0 to 1; 0 when only the hints decided. */
  certainty: number;
}

const languages: readonly Language[] = ['nb', 'en', 'sv', 'da', 'de'];
const callingCodes: Readonly<Record<string, Language>> = {
  '47': 'nb',
  '46': 'sv',
  '45': 'da',
  '49': 'de',
  '44': 'en',
  '1': 'en',
};
const topLevelDomains: Readonly<Record<string, Language>> = {
  no: 'nb',
  se: 'sv',
  dk: 'da',
  de: 'de',
  at: 'de',
  uk: 'en',
  ie: 'en',
};
const noise = /https?:\/\/\S+|www\.\S+|\S+@\S+|\d[\d.,:]*/giu;

/** Spellings that no word list needs to hold. */
const spellings: readonly { pattern: RegExp; adds: Partial<Record<Language, number>> }[] = [
  { pattern: /[æø]/u, adds: { nb: 0.6, da: 0.6 } },
  { pattern: /[äö]/u, adds: { sv: 1, de: 0.8 } },
  { pattern: /[üß]/u, adds: { de: 2 } },
  { pattern: /å/u, adds: { nb: 0.4, da: 0.4, sv: 0.4 } },
  { pattern: /(?:sjon|sjonen|sjoner|skj\p{L}+|kj[øo]\p{L}+|øy\p{L}*|ei\p{L}?)$/u, adds: { nb: 0.8 } },
  { pattern: /(?:lige|lig|hed|ede|øb\p{L}*|æd\p{L}*|ningen)$/u, adds: { da: 0.4 } },
  { pattern: /(?:igt|orna|arna|erna|ck\p{L}*|ör\p{L}*)$/u, adds: { sv: 0.8 } },
  { pattern: /(?:ing|tion|ght|ould|n't)$/u, adds: { en: 0.3 } },
  { pattern: /(?:ung|keit|heit|lich|sch\p{L}*|cht)$/u, adds: { de: 0.8 } },
];

type Scores = Record<Language, number>;

function emptyScores(): Scores {
  return { nb: 0, en: 0, sv: 0, da: 0, de: 0 };
}

function addTo(scores: Scores, adds: Partial<Record<Language, number>>): void {
  for (const language of languages) scores[language] += adds[language] ?? 0;
}

/** Scores from the words alone, before any hint. */
export function scoreWords(text: string): Record<Language, number> {
  const scores = emptyScores();
  const cleaned = text.normalize('NFC').toLowerCase().replace(/[’‘]/g, "'").replace(noise, ' ');
  for (const token of cleaned.match(/[\p{L}']+/gu) ?? []) {
    const weights = markerWords.get(token);
    if (weights !== undefined) addTo(scores, weights);
    for (const { pattern, adds } of spellings) if (pattern.test(token)) addTo(scores, adds);
  }
  return scores;
}

function phoneLanguage(phone: string | null): Language | undefined {
  const parsed = phone === null ? undefined : parsePhoneNumberFromString(phone, 'NO');
  return parsed === undefined ? undefined : callingCodes[parsed.countryCallingCode];
}

function emailLanguage(email: string | null): Language | undefined {
  return topLevelDomains[email?.toLowerCase().split('.').at(-1) ?? ''];
}

function hintScores(hints: LanguageHints): Scores {
  const scores = emptyScores();
  const phone = phoneLanguage(hints.phone);
  const email = emailLanguage(hints.email);
  scores[hints.fallback] += 0.5;
  if (hints.declared !== null) scores[hints.declared] += 2.5;
  // A Norwegian number or domain says little about an English sentence, more about a Nordic one.
  if (phone !== undefined) scores[phone] += 0.8;
  if (email !== undefined) scores[email] += 0.8;
  return scores;
}

/** The language of a customer's text among the five; texts of a word or two are decided by the hints. */
export function detectLanguage(text: string, hints: LanguageHints): DetectedLanguage {
  const scores = scoreWords(text);
  const total = languages.reduce((sum, language) => sum + scores[language], 0);
  const prior = hintScores(hints);
  const best = languages.reduce((winner, language) =>
    scores[language] + prior[language] > scores[winner] + prior[winner] ? language : winner,
  );
  return { language: best, certainty: total === 0 ? 0 : Number((scores[best] / total).toFixed(2)) };
}
