import type { OpeningHours, Weekday } from '../types.ts';
import { joinList } from './format-number.ts';
import { dayNames, weekdays } from './weekdays.ts';

export type TemplateLanguage = 'nb' | 'en';

const conjunction = { nb: 'og', en: 'and' } as const;

function formatTime(time: string, language: TemplateLanguage): string {
  const [hours = '', minutes = ''] = time.split(':');
  if (language === 'en') return `${Number(hours)}:${minutes}`;
  return minutes === '00' ? String(Number(hours)) : `${Number(hours)}.${minutes}`;
}

/** Intervals of one day: `9–17`, or `9–12 og 13–17`; empty when closed. */
export function describeDay(openingHours: OpeningHours[], day: Weekday, language: TemplateLanguage): string {
  const intervals = openingHours
    .filter((hours) => hours.day === day)
    .sort((left, right) => left.opens.localeCompare(right.opens))
    .map(({ opens, closes }) => `${formatTime(opens, language)}–${formatTime(closes, language)}`);
  return joinList(intervals, conjunction[language]);
}

/** The week in words with equal neighbours joined: `mandag–fredag 9–17 og lørdag 10–15`; empty without hours. */
export function describeOpeningHours(openingHours: OpeningHours[], language: TemplateLanguage): string {
  const groups: { first: number; last: number; hours: string }[] = [];
  weekdays.forEach((day, index) => {
    const hours = describeDay(openingHours, day, language);
    const previous = groups.at(-1);
    if (previous?.hours === hours && previous.last === index - 1) previous.last = index;
    else groups.push({ first: index, last: index, hours });
  });
  const names = dayNames[language];
  const open = groups.filter(({ hours }) => hours !== '');
  const parts = open.map(({ first, last, hours }) =>
    first === last ? `${names[first]} ${hours}` : `${names[first]}–${names[last]} ${hours}`,
  );
  return joinList(parts, conjunction[language]);
}
