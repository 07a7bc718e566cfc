import { foldKeepingLength } from '../text/fold-keeping-length.ts';
import { foldText } from '../text/fold-text.ts';
import type { VehicleFacts } from '../types.ts';
import { vehicleSearchTokens } from '../vehicle-search-tokens.ts';
import type { ReadSentence } from './check-numbers.ts';
import type { VehicleMention } from './find-vehicle-mentions.ts';
import type { Findings } from './gate-text.ts';
import { knownCarName } from './known-car-name.ts';
import { type UsualCode, violation } from './violation.ts';

interface StatusWord {
  pattern: RegExp;
  fits: (vehicle: VehicleFacts) => boolean;
  code: UsualCode;
  claim: string;
}

const word = (source: string) => new RegExp(`(?<![\\p{L}])(?:${source})(?![\\p{L}])`, 'gu');
const statusWords: readonly StatusWord[] = [
  {
    pattern: word(
      'til salgs|ledige?|tilgjengelige?|available|for sale|in stock|pa lager|til salg|till salu|kvar|tillganglig\\w*|i lager|tilgaengelig\\w*|verfugbar\\w*|zum verkauf|zu haben|noch da|auf lager|lieferbar|kan (?:fortsatt )?kjopes',
    ),
    fits: ({ status }) => status === 'available' || status === 'demo',
    code: 'not_for_sale',
    claim: 'for sale',
  },
  {
    pattern: word('solgte?|sold|salda?|verkaufte?r?'),
    fits: ({ status }) => status === 'sold',
    code: 'not_sold',
    claim: 'sold',
  },
  {
    pattern: word('reservert|reserved|reserverade?|reserverat|reserverede?|reserveret|reservierte?r?'),
    fits: ({ status }) => status === 'reserved',
    code: 'not_reserved',
    claim: 'reserved',
  },
];
const undone =
  /(?<![\p{L}])(?:ikke|ingen|not|no|never|isn't|aren't|inte|nicht|kein\p{L}*|ej|inga|hvis|dersom|om|if|whether|when|nar|hvornar|ob|wenn|falls|jeg ikke)(?![\p{L}])/u;
const reachedBy = /(?:har jeg|jeg har|i have|i don't have|har vi) (?:\p{L}+ )?(?:ikke )?$/u;
const ownedOrMissing =
  /(?<![\p{L}])(?:ikke|ingen|not|no|can't|cannot|don't|inte|nicht|kein\p{L}*|dit|ihr\p{L}*|inbyte\p{L}*|byttebil\p{L}*|i bytte|inzahlungnahme|din|ditt|dine|your|innbytte\p{L}*|trade-?in|bytte inn)(?![\p{L}])/u;

function checkStatus(read: ReadSentence, findings: Findings): void {
  const folded = foldKeepingLength(read.sentence.text);
  if (read.sentence.text.trim().endsWith('?')) return;
  for (const status of statusWords) {
    for (const match of folded.matchAll(status.pattern)) {
      const before = folded.slice(0, match.index);
      const clause = before.split(/[,;:]| men | but | aber | sondern /).at(-1) ?? '';
      const near = clause.split(/\s+/).slice(-6).join(' ');
      if (undone.test(near) || reachedBy.test(before)) continue;
      judgeStatus(read, match.index, status, findings);
    }
  }
}

function judgeStatus(read: ReadSentence, at: number, status: StatusWord, findings: Findings): void {
  const position = read.sentence.start + at;
  const before = read.mentions.filter(({ start }) => start < position).at(-1);
  const named = before === undefined ? read.mentions.map(({ vehicles }) => vehicles) : [before.vehicles];
  const groups = named.length > 0 ? named : read.spokenOf.length > 0 ? [read.spokenOf] : [];
  for (const group of groups) {
    const fitting = group.find(status.fits);
    if (fitting === undefined) findings.violations.push(violation(status.code, read.sentence.text));
    else findings.claims.push({ claim: `${fitting.title}: ${status.claim}`, source: 'vehicle', sourceId: fitting.id });
  }
}

/** A code right behind a name (`XC60 T8`) has to be that car's own. */
function fitsVariant({ end, vehicles }: VehicleMention, masked: string): boolean {
  const code = /^\s(\p{L}{1,3}\d{1,3}\p{L}?|\d{2,3}\p{L}{1,2})(?![\p{L}\p{N}])/u.exec(masked.slice(end, end + 10))?.[1];
  if (code === undefined || /^\d+(?:hk|hp|kw|km|kr|k)$/i.test(code)) return true;
  return vehicles.some((vehicle) => vehicleSearchTokens(vehicle).includes(foldText(code)));
}

function checkExistence(read: ReadSentence, masked: string, findings: Findings): void {
  const rest = masked.slice(read.sentence.start, read.sentence.end);
  const folded = foldText(rest);
  const unknown = knownCarName.test(folded);
  const afterMake = read.mentions.find(
    ({ makeOnly, end }) =>
      makeOnly &&
      /^\s?[\p{L}-]*\d[\p{L}\d.]*(?!\s?(?:km|kr|\d{3}))/u.test(masked.slice(end, end + 8)) &&
      !/^\s(?:19|20)\d\d/.test(masked.slice(end, end + 6)),
  );
  const foreignVariant = read.mentions.some((mention) => !fitsVariant(mention, masked));
  if (!unknown && afterMake === undefined && !foreignVariant) return;
  if (ownedOrMissing.test(foldText(read.sentence.text))) return;
  findings.violations.push(violation('car_unknown', read.sentence.text));
}

/** Checks that every car named is in the facts, and that what is said of its status is so. */
export function checkVehicles(masked: string, sentences: ReadSentence[], findings: Findings): void {
  for (const read of sentences) {
    for (const { vehicles } of read.mentions) {
      const [only] = vehicles;
      if (only !== undefined && vehicles.length === 1)
        findings.claims.push({ claim: only.title, source: 'vehicle', sourceId: only.id });
    }
    checkStatus(read, findings);
    checkExistence(read, masked, findings);
  }
  checkSilence(sentences, findings);
}

/** A car that cannot be bought may only be mentioned together with the reason. */
function checkSilence(sentences: ReadSentence[], findings: Findings): void {
  const said = foldText(sentences.map(({ sentence }) => sentence.text).join('\n'));
  const mentioned = new Set(
    sentences.flatMap(({ mentions }) => mentions.flatMap(({ vehicles }) => (vehicles.length === 1 ? vehicles : []))),
  );
  for (const vehicle of mentioned) {
    const word =
      vehicle.status === 'sold' ? statusWords[1] : vehicle.status === 'reserved' ? statusWords[2] : undefined;
    if (word !== undefined && said.match(word.pattern) === null)
      findings.violations.push(
        violation('status_missing', vehicle.title, `This car is ${vehicle.status}; say so where it is mentioned.`),
      );
  }
}
