import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { makes } from '../stock/makes.ts';
import { ordinaryNames } from '../stock/ordinary-names.ts';
import type { Language } from '../types.ts';
import { markerWords } from './marker-words.ts';
import { scoreNgrams } from './score-ngrams.ts';

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
/** Below this lead of the best over the second, as a share of the best, marker words alone do not decide. */
const closeMargin = 0.6;
const clearEvidence = 4;
/** An n-gram score below this share of the best one adds nothing. */
const leastShare = 0.6;
const ngramWeightPerWord = 0.8;
const mostNgramWords = 8;
/** The lead of bokmål over Danish, or the other way, that n-grams must have to decide, by the length of the text. */
const leastLead = 0.12;
const leadOfOneWord = 1.2;
const carNames = new Set(
  [...makes]
    .flatMap(([make, models]) => [make, ...models.flatMap((model) => model.split(' '))])
    .filter((name) => !ordinaryNames.has(name) && !/^(?:de|den|is|es|up)$/.test(name)),
);
const phoneLine =
  /^[ \t]*(?:sent from my|get outlook|this (?:e-?mail|message) may|sendt fra (?:min|outlook)|skickat från|von meinem \S+ gesendet|gesendet von).*$/gimu;
const noise = /https?:\/\/\S+|www\.\S+|(?<!\S)\S+@\S+|\d[\d.,:]*/giu;

/** What is longer is no word: patterns take their time with it. */
const longestWord = 40;

/** Spellings that no word list needs to hold. */
const spellings: readonly { pattern: RegExp; adds: Partial<Record<Language, number>> }[] = [
  { pattern: /[æø]/u, adds: { nb: 0.6, da: 0.6 } },
  { pattern: /[äö]/u, adds: { sv: 1, de: 0.8 } },
  { pattern: /[üß]/u, adds: { de: 2 } },
  { pattern: /ei|øy/u, adds: { nb: 0.5, de: 0.3 } },
  { pattern: /å/u, adds: { nb: 0.4, da: 0.4, sv: 0.4 } },
  { pattern: /(?:sjon|sjonen|sjoner|skj\p{L}+|kj[øo]\p{L}+|gj\p{L}+|øy\p{L}*|ei\p{L}?)$/u, adds: { nb: 0.8 } },
  // Danish writes no double consonant at the end of a word (ind, tak, nyt); its neighbours do (inn, takk, nytt).
  { pattern: /(?:kk|tt|pp|nn|mm|ll)$/u, adds: { nb: 0.5, sv: 0.5, en: 0.3, de: 0.4 } },
  // Bokmål has æ before r and hardly elsewhere; Danish has it where its neighbours have e or ä (dæk, vælge, træk).
  { pattern: /æ(?!r|$)/u, adds: { da: 1.2 } },
  { pattern: /\p{L}ået$/u, adds: { da: 1.5 } },
  { pattern: /ått$/u, adds: { nb: 0.8, sv: 0.8 } },
  { pattern: /[eø]j(?:e[nrt]?)?$/u, adds: { da: 0.6 } },
  { pattern: /igt$/u, adds: { da: 0.8, sv: 0.8 } },
  { pattern: /\p{L}(?:eret|erede|erne)$/u, adds: { da: 0.8 } },
  { pattern: /\p{L}(?:ert|erte)$/u, adds: { nb: 0.6 } },
  { pattern: /(?:hed|heden|øb\p{L}*|(?<!aller|gl|tilst|st)ede)$/u, adds: { da: 0.4 } },
  { pattern: /(?:igt|orna|arna|erna|ck\p{L}*|ör\p{L}*)$/u, adds: { sv: 0.8 } },
  { pattern: /(?:ing|tion|ght|ould|n't)$/u, adds: { en: 0.3 } },
  { pattern: /(?:ung|keit|heit|lich|sch\p{L}*|cht)$/u, adds: { de: 0.8 } },
];

/** Two words that tell where one does not. */
const turnsOfPhrase: readonly { pattern: RegExp; adds: Partial<Record<Language, number>> }[] = [
  // Danes write their plural you with a capital.
  { pattern: /(?<!\p{L})(?:\p{L}{2,}er|har|kan|er|vil|skal|må|får|hos|af|som) I(?!\p{L})/u, adds: { da: 2 } },
  {
    pattern:
      /(?<!\p{L})(?:(?:Har|Kan|Er|Vil|Skal|Må|Får|Ved) I(?!\p{L})|I (?:har|kan|er|vil|skal|må|får|\p{L}{2,}er)(?!\p{L}))/u,
    adds: { da: 2 },
  },
  // A verb right behind it makes a question of Norwegian "når"; Danes ask "hvornår".
  {
    pattern:
      /(?<!\p{L})når (?:er|kan|får|stenger|åpner|har|blir|kommer|skal|vil|må|passer|var|ble|kunne|tar)(?!\p{L})/iu,
    adds: { nb: 2 },
  },
  { pattern: /(?<!\p{L})(?:i måneden|i mnd)(?!\p{L})/iu, adds: { nb: 1 } },
  { pattern: /(?<!\p{L})om (?:måneden|ugen|året)(?!\p{L})/iu, adds: { da: 1 } },
  // Danes say "denne bil", their neighbours "denne bilen", and "have" where they say "ha".
  {
    pattern: /(?<!\p{L})denne (?:bil|model|vogn|pris|annonce)(?!\p{L})|(?<!\p{L})fra ny(?!\p{L})/iu,
    adds: { da: 1.5 },
  },
  {
    pattern: /(?<!\p{L})(?:skal|vil|kan|må|kunne|ville|gerne) (?:(?:jeg|den|vi|man|i|du) )?have(?!\p{L})/iu,
    adds: { da: 3 },
  },
  // "You" in Swedish, a verb in its neighbours.
  { pattern: /(?<!\p{L})(?:hos|av|till|från|fran|med|åt|vill) er(?!\p{L})/iu, adds: { sv: 2 } },
  {
    pattern: /(?<!\p{L})(?:for|til|ved|med|om|muligt|gerne|bedre) at (?:få|gå|se|\p{L}{2,}e)(?!\p{L})/iu,
    adds: { da: 1.5 },
  },
  // "There is" is "der er" in Danish and "det er" in its neighbours.
  {
    pattern:
      /(?<!\p{L})(?:er|findes|følger|hører|skal|kan) der (?!borte|inne|ute|hos|på|i |fortsatt|fremdeles|ennå|nå)/iu,
    adds: { da: 2.5 },
  },
];

type Scores = Record<Language, number>;

function emptyScores(): Scores {
  return { nb: 0, en: 0, sv: 0, da: 0, de: 0 };
}

function addTo(scores: Scores, adds: Partial<Record<Language, number>>): void {
  for (const language of languages) scores[language] += adds[language] ?? 0;
}

/** The text without what is in no language: addresses, numbers, names of cars, lines that telephones add. */
function cleaned(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[’‘]/g, "'")
    .replace(phoneLine, ' ')
    .replace(noise, ' ')
    .toLowerCase()
    .replace(/[\p{L}-]+/gu, (word) => (carNames.has(word) ? ' ' : word));
}

/** Scores from the words alone, before any hint. */
export function scoreWords(text: string): Record<Language, number> {
  const scores = emptyScores();
  for (const { pattern, adds } of turnsOfPhrase) if (pattern.test(text)) addTo(scores, adds);
  for (const token of cleaned(text).match(/[\p{L}']+/gu) ?? []) {
    const weights = markerWords.get(token);
    if (weights !== undefined) addTo(scores, weights);
    if (token.length > longestWord) continue;
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
  scores[hints.fallback] += 1;
  if (hints.declared !== null) scores[hints.declared] += 2.5;
  // A Norwegian number or domain says little about an English sentence, more about a Nordic one.
  if (phone !== undefined) scores[phone] += 1.6;
  if (email !== undefined) scores[email] += 1.6;
  return scores;
}

/** The marker words leave it open: two languages are close, or there were hardly any. */
function isClose(scores: Scores): boolean {
  const [best = 0, second = 0] = Object.values(scores).sort((left, right) => right - left);
  return best - second < closeMargin * best || best < clearEvidence;
}

/** What n-grams add where marker words leave it open, no more than a few marker words would. */
function ngramVotes(text: string): Scores {
  const scores = scoreNgrams(cleaned(text));
  const [best = 0, second = 0] = Object.values(scores).sort((left, right) => right - left);
  if (best === 0) return emptyScores();
  const words = cleaned(text).match(/\p{L}{2,}/gu)?.length ?? 0;
  const weight = Math.min(mostNgramWords, words) * ngramWeightPerWord;
  const votes = emptyScores();
  for (const language of languages)
    votes[language] = Math.max(0, (scores[language] - leastShare * best) / ((1 - leastShare) * best)) * weight;
  // Bokmål and Danish share most n-grams: only a clear lead of one over the other counts.
  const needed = Math.max(leastLead, leadOfOneWord / words);
  if (Math.abs(scores.nb - scores.da) < needed * best && best === Math.max(scores.nb, scores.da)) {
    const shared = Math.max(votes.nb, votes.da);
    return { ...votes, nb: shared, da: shared };
  }
  return best === second ? emptyScores() : votes;
}

/**
 * The language of a customer's text among the five: marker words, then n-grams where those leave it open, and hints
 * where both do; texts of a word or two are decided by the hints.
 */
export function detectLanguage(text: string, hints: LanguageHints): DetectedLanguage {
  const words = scoreWords(text);
  const scores = { ...words };
  if (isClose(words)) addTo(scores, ngramVotes(text));
  const total = languages.reduce((sum, language) => sum + words[language], 0);
  const prior = hintScores(hints);
  const best = languages.reduce((winner, language) =>
    scores[language] + prior[language] > scores[winner] + prior[winner] ? language : winner,
  );
  return { language: best, certainty: total === 0 ? 0 : Number((words[best] / total).toFixed(2)) };
}
