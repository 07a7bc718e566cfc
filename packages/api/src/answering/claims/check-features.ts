import { equipmentTopics } from '../replies/details.ts';
import { stockValues } from '../replies/stock-values.ts';
import { foldText } from '../text/fold-text.ts';
import type { Language, VehicleFacts } from '../types.ts';
import type { ReadSentence } from './check-numbers.ts';
import type { Findings } from './gate-text.ts';
import { violation } from './violation.ts';

const notAsserted =
  /\?\s*$|(?<![\p{L}])(?:ikke|ingen|uten|not|no|never|don't|doesn't|without|inte|inga|ingen|utan|uden|nicht|ohne|kein\p{L}*|om|ob|wenn|falls|fråga|spørg|bekrafta|bekraefte|bestatig\p{L}*|svara|svare|beantwort\p{L}*|hvis|om|if|whether|sporsmal\p{L}*|question\p{L}*|din|ditt|dine|your|du (?:spor|nevn|spurte|onsk)\p{L}*|you (?:ask|mention|want)\p{L}*|bekrefte|confirm|svare pa|answer)(?![\p{L}])/u;

interface SpokenValue {
  pattern: RegExp;
  spellings: readonly string[];
}

/** Words that one language has beside the usual one. */
const synonyms: Readonly<Record<string, string>> = { svart: 'sort' };

function valuesIn(language: Language): SpokenValue[] {
  return stockValues.map((value) => {
    const word = foldText(value[language]);
    const said = language === 'nb' && synonyms[word] !== undefined ? [word, synonyms[word]] : [word];
    const pattern = said.map((spelling) => spelling?.replace(/[ -]/g, '[ -]')).join('|');
    return {
      pattern: new RegExp(`(?<![\\p{L}-])(?:${pattern})(?:t|a|e[nrs]?)?(?![\\p{L}-])`, 'gu'),
      spellings: [...value.spellings, ...languages.map((spoken) => foldText(value[spoken]))],
    };
  });
}

const languages: readonly Language[] = ['nb', 'en', 'sv', 'da', 'de'];
/** Fuels and colours as a reply says them, the longer first, so that a plug-in hybrid is not read as a hybrid. */
const spokenValues = new Map(languages.map((language) => [language, valuesIn(language)]));

function describe(vehicle: VehicleFacts): string {
  const { title, variant, fuel, colour, body, equipment } = vehicle;
  return foldText([title, variant, fuel, colour, body, ...equipment].filter((part) => part !== null).join(' | '));
}

function hasValue(known: string, { spellings }: SpokenValue): boolean {
  return spellings.some((spelling) => new RegExp(`(?<![\\p{L}])${spelling}(?![\\p{L}])`, 'u').test(known));
}

function unbackedFeature(folded: string, cars: string[], language: Language): string | null {
  const equipment = equipmentTopics.find(
    ({ pattern }) => pattern.test(folded) && !cars.some((car) => pattern.test(car)),
  );
  if (equipment !== undefined) return equipment.en;
  let rest = folded;
  for (const value of spokenValues.get(language) ?? []) {
    const match = rest.match(value.pattern)?.[0];
    if (match === undefined) continue;
    if (!cars.some((car) => hasValue(car, value))) return match;
    rest = rest.replace(value.pattern, ' ');
  }
  return null;
}

/** Checks that equipment, fuel and colour said of a car are in the facts about it; `masked` has the names blanked. */
export function checkFeatures(masked: string, sentences: ReadSentence[], language: Language, findings: Findings): void {
  for (const read of sentences) {
    if (read.spokenOf.length === 0) continue;
    const cars = read.spokenOf.map(describe);
    const sentence = foldText(masked.slice(read.sentence.start, read.sentence.end));
    const asserted = sentence.split(/,\s|;\s|\s(?:men|but|aber)\s/).filter((clause) => !notAsserted.test(clause));
    const feature = asserted.map((clause) => unbackedFeature(clause, cars, language)).find((found) => found !== null);
    if (feature !== undefined)
      findings.violations.push(
        violation(
          'feature_unknown',
          read.sentence.text,
          `The facts about this car do not hold ${feature}; leave it out.`,
        ),
      );
  }
}
