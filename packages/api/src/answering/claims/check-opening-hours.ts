import { weekdays } from '../../lib/weekdays.ts';
import type { OpeningHours } from '../types.ts';
import type { Findings, PlacedSentence } from './gate-text.ts';
import type { GateFacts } from './gate-types.ts';
import { spokenDays } from './spoken-days.ts';
import { violation } from './violation.ts';

const open = /(?<![\p{L}])(?:åpent|åpne|åpner|open|öppet|öppnar|åbent|åbner|geöffnet)(?![\p{L}])/iu;
const closed =
  /(?<![\p{L}])(?:stengt|stenger|closed|stängt|lukket|geschlossen|ikke åpent|not open|inte öppet|ikke åbent|nicht geöffnet)(?![\p{L}])/iu;

function readTimes(quote: string): number[] {
  return [...quote.matchAll(/(\d{1,2})(?:[.:](\d{2}))?\s?(am|pm)?/giu)].map(([, hours, minutes, half]) => {
    const isAfternoon = half?.toLowerCase() === 'pm' && Number(hours) < 12;
    return Number(hours) * 60 + Number(minutes ?? 0) + (isAfternoon ? 720 : 0);
  });
}

function hoursOf(openingHours: OpeningHours[], day: number): Set<number> {
  const own = openingHours.filter((hours) => hours.day === weekdays[day]);
  return new Set(own.flatMap(({ opens, closes }) => [opens, closes].flatMap((time) => readTimes(time))));
}

/** Whether a time of day is one the dealership opens or closes at, on the day named last before it in the sentence. */
export function isOpeningTime(sentence: string, quote: string, at: number, facts: GateFacts): boolean {
  const { openingHours, timeZone } = facts.dealership;
  const times = readTimes(quote);
  const named = spokenDays(sentence, facts.now, timeZone)
    .filter((days) => days.at < at)
    .at(-1);
  const fits = (day: number) => times.every((time) => hoursOf(openingHours, day).has(time));
  return times.length > 0 && (named === undefined ? weekdays.some((_, day) => fits(day)) : named.days.every(fits));
}

/** Checks that a day called open is one, and a day called closed is not. */
export function checkOpenDays(sentences: PlacedSentence[], facts: GateFacts, findings: Findings): void {
  const { openingHours, timeZone } = facts.dealership;
  const isOpen = (day: number) => hoursOf(openingHours, day).size > 0;
  for (const { text } of sentences) {
    for (const clause of text.split(/,\s|;\s/)) {
      const days = spokenDays(clause, facts.now, timeZone).flatMap((spoken) => spoken.days);
      const saysClosed = closed.test(clause);
      const saysOpen = !saysClosed && open.test(clause) && !clause.trim().endsWith('?');
      if (days.length === 0 || !(saysClosed || saysOpen)) continue;
      if (days.some((day) => isOpen(day) === saysClosed)) findings.violations.push(violation('day_differs', clause));
    }
  }
}
