import { equipmentTopics } from '../replies/details.ts';
import { stockValues } from '../replies/stock-values.ts';
import { foldText } from '../text/fold-text.ts';
import type { VehicleFacts } from '../types.ts';
import type { ReadSentence } from './check-numbers.ts';
import type { Findings } from './gate-text.ts';

const notAsserted =
  /\?\s*$|(?<![\p{L}])(?:ikke|ingen|uten|not|no|never|don't|doesn't|without|inte|nicht|kein\p{L}*|hvis|om|if|whether|sporsmal\p{L}*|question\p{L}*|din|ditt|dine|your|du (?:spor|nevn|spurte|onsk)\p{L}*|you (?:ask|mention|want)\p{L}*|bekrefte|confirm|svare pa|answer)(?![\p{L}])/u;

interface SpokenValue {
  pattern: RegExp;
  spellings: readonly string[];
}

/** Fuels and colours as a reply says them, the longer first, so that a plug-in hybrid is not read as a hybrid. */
const spokenValues: readonly SpokenValue[] = stockValues.map(({ nb, en, spellings }) => ({
  pattern: new RegExp(
    `(?<![\\p{L}-])(?:${[nb, en].map((word) => foldText(word).replace(/[ -]/g, '[ -]')).join('|')})(?:t|e)?(?![\\p{L}-])`,
    'gu',
  ),
  spellings: [...spellings, foldText(nb), foldText(en)],
}));

function describe(vehicle: VehicleFacts): string {
  const { title, variant, fuel, colour, body, equipment } = vehicle;
  return foldText([title, variant, fuel, colour, body, ...equipment].filter((part) => part !== null).join(' | '));
}

function hasValue(known: string, { spellings }: SpokenValue): boolean {
  return spellings.some((spelling) => new RegExp(`(?<![\\p{L}])${spelling}(?![\\p{L}])`, 'u').test(known));
}

function unbackedFeature(folded: string, cars: string[]): string | null {
  const equipment = equipmentTopics.find(
    ({ pattern }) => pattern.test(folded) && !cars.some((car) => pattern.test(car)),
  );
  if (equipment !== undefined) return equipment.en;
  let rest = folded;
  for (const value of spokenValues) {
    const match = rest.match(value.pattern)?.[0];
    if (match === undefined) continue;
    if (!cars.some((car) => hasValue(car, value))) return match;
    rest = rest.replace(value.pattern, ' ');
  }
  return null;
}

/** Checks that equipment, fuel and colour said of a car are in the facts about it; `masked` has the names blanked. */
export function checkFeatures(masked: string, sentences: ReadSentence[], findings: Findings): void {
  for (const read of sentences) {
    if (read.spokenOf.length === 0) continue;
    const cars = read.spokenOf.map(describe);
    const sentence = foldText(masked.slice(read.sentence.start, read.sentence.end));
    const asserted = sentence.split(/,\s|;\s|\s(?:men|but)\s/).filter((clause) => !notAsserted.test(clause));
    const feature = asserted.map((clause) => unbackedFeature(clause, cars)).find((found) => found !== null);
    if (feature !== undefined)
      findings.violations.push({
        kind: 'feature',
        quote: read.sentence.text,
        problem: `The facts about this car do not hold ${feature}; a salesperson can answer that.`,
      });
  }
}
