import { scoreWords } from '../language/detect-language.ts';
import { splitSentences } from '../text/split-sentences.ts';
import type { Language } from '../types.ts';
import type { Findings } from './gate-text.ts';
import type { GateFacts } from './gate-types.ts';
import { violation } from './violation.ts';

const placeholder =
  /\[[^\]\n]{1,40}\]|\{\{?[^}\n]{0,40}\}?\}|<[a-z/][^>\n]{0,40}>|\b(?:TODO|XXX+|undefined|NaN|lorem ipsum)\b|(?<![\p{L}])null(?![\p{L}])|\*\*|^#{1,4} /imu;
const machineTalk =
  /(?:som en (?:ki|ai)|as an ai|språkmodell|sprogmodel|sprachmodell|language model|als (?:ki|ai)(?!\p{L})|mina instruktioner|mine instrukser|meine anweisungen|system ?prompt|json|mine instruksjoner|my instructions)/iu;
const limits = { email: { min: 40, max: 1400 }, sms: { min: 20, max: 320 } } as const;

const leastWordsToJudge = 8;
const leastScorePerWord = 0.4;

function isForeign(prose: string, language: Language, evidence: number, share: number): boolean {
  const scores = scoreWords(prose);
  const strongest = Math.max(...Object.values(scores));
  return strongest >= evidence && scores[language] < strongest * share;
}

/** A longer text holds words of its own language, or it is in one that nobody here can check. */
function isUnknown(prose: string, language: Language): boolean {
  const words = prose.match(/\p{L}+/gu)?.length ?? 0;
  return words >= leastWordsToJudge && scoreWords(prose)[language] < words * leastScorePerWord;
}

function checkLanguage(prose: string, language: Language, findings: Findings): void {
  const foreign =
    isForeign(prose, language, 6, 0.8) || isUnknown(prose, language)
      ? prose
      : splitSentences(prose).find((sentence) => isForeign(sentence, language, 9, 0.5));
  if (foreign === undefined) return;
  const quote = foreign.replace(/\s+/g, ' ').trim().slice(0, 60);
  findings.violations.push(violation('language', quote, `Write in the language with code ${language}.`));
}

/** Checks placeholders, talk of machinery, length and language; `prose` is the text without names and numbers. */
export function checkForm(text: string, prose: string, facts: GateFacts, language: Language, findings: Findings): void {
  for (const pattern of [placeholder, machineTalk]) {
    const match = pattern.exec(text);
    if (match !== null) findings.violations.push(violation('placeholder', match[0]));
  }
  const ids = [facts.vehicle?.id, ...facts.alternatives.map(({ id }) => id), facts.dealership.id];
  const leaked = ids.find((id) => id !== undefined && id.length > 3 && text.includes(id));
  if (leaked !== undefined) findings.violations.push(violation('id_leaked', leaked));
  const { max } = limits[facts.channel];
  // A person may answer in three words; an assistant says at least who it is.
  const min = facts.writer === 'person' ? 1 : limits[facts.channel].min;
  if (text.length < min || text.length > max)
    findings.violations.push(
      violation('length', `${text.length} characters`, `Write between ${min} and ${max} characters.`),
    );
  checkLanguage(prose, language, findings);
}
