import type { Findings } from './gate-text.ts';
import type { GateFacts } from './gate-types.ts';
import { violation } from './violation.ts';

const values: Readonly<Record<string, number>> = {
  to: 2,
  tre: 3,
  fire: 4,
  fem: 5,
  seks: 6,
  sju: 7,
  syv: 7,
  åtte: 8,
  ni: 9,
  ti: 10,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  två: 2,
  fyra: 4,
  sex: 6,
  åtta: 8,
  nio: 9,
  tio: 10,
  otte: 8,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
};
const counted = new RegExp(
  `(?<![\\p{L}])(${Object.keys(values).join('|')})[ -](?:(andre|andra|weitere|andere|ähnliche|liknande|other|flere|fler|lignende|similar|ledige|brukte|slike|such)\\s)?([\\p{L}-]+)`,
  'giu',
);
const partsOfACar =
  /^(?:seter|dører|nøkler|motorer|eiere|gir|säten|dörrar|nycklar|ägare|sæder|døre|nøgler|ejere|sitze|türen|schlüssel|vorbesitzer|seats?|seater|doors?|keys|owners?|motors|seters?)$/iu;
const cars =
  /^(?:bil(?:er|ene|ar|arna|erne)?|autos?|wagen|fahrzeuge?|alternativ(?:er|ene)?|valg|cars?|options?|alternatives?|choices?|stykker|modeller|models)$/iu;

/** Checks numbers written as words where they count something: cars there are, seats and owners that stock may hold. */
export function checkCounts(text: string, facts: GateFacts, findings: Findings): void {
  const vehicles = [facts.vehicle, ...facts.alternatives].filter((vehicle) => vehicle !== null);
  const known = vehicles
    .flatMap(({ title, equipment }) => [title, ...equipment])
    .join(' | ')
    .toLowerCase();
  for (const [quote, word = '', which, noun = ''] of text.matchAll(counted)) {
    const value = values[word.toLowerCase()] ?? 0;
    const tooManyCars =
      which === undefined ? cars.test(noun) && value > vehicles.length : value > facts.alternatives.length;
    const unknownPart =
      partsOfACar.test(noun) &&
      !known.includes(`${value} ${noun.toLowerCase()}`) &&
      !known.includes(quote.toLowerCase());
    if (tooManyCars || unknownPart) findings.violations.push(violation('count_differs', quote));
  }
}
