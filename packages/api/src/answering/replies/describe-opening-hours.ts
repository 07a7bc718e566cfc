import { weekdays } from '../../lib/weekdays.ts';
import type { Language, OpeningHours, Weekday } from '../types.ts';
import { joinList } from './format-number.ts';
import { dayNames } from './weekdays.ts';

const conjunction: Readonly<Record<Language, string>> = { nb: 'og', en: 'and', sv: 'och', da: 'og', de: 'und' };

function formatTime(time: string, language: Language): string {
  const [hours = '', minutes = ''] = time.split(':');
  if (language === 'en') return `${Number(hours)}:${minutes}`;
  if (minutes === '00') return String(Number(hours));
  return `${Number(hours)}${language === 'de' ? ':' : '.'}${minutes}`;
}

function formatInterval({ opens, closes }: OpeningHours, language: Language): string {
  const [from, until] = [formatTime(opens, language), formatTime(closes, language)];
  return language === 'de' ? `von ${from} bis ${until} Uhr` : `${from}–${until}`;
}

/** Intervals of one day: `9–17`, or `9–12 og 13–17`, in German `von 9 bis 17 Uhr`; empty when closed. */
export function describeDay(openingHours: OpeningHours[], day: Weekday, language: Language): string {
  const intervals = openingHours
    .filter((hours) => hours.day === day)
    .sort((left, right) => left.opens.localeCompare(right.opens))
    .map((hours) => formatInterval(hours, language));
  return joinList(intervals, conjunction[language]);
}

/** The week in words with equal neighbours joined: `mandag–fredag 9–17 og lørdag 10–15`; empty without hours. */
export function describeOpeningHours(openingHours: OpeningHours[], language: Language): string {
  const groups: { first: number; last: number; hours: string }[] = [];
  weekdays.forEach((day, index) => {
    const hours = describeDay(openingHours, day, language);
    const previous = groups.at(-1);
    if (previous?.hours === hours && previous.last === index - 1) previous.last = index;
    else groups.push({ first: index, last: index, hours });
  });
  const names = dayNames[language];
  const open = groups.filter(({ hours }) => hours !== '');
  const until = language === 'de' ? ' bis ' : '–';
  const parts = open.map(({ first, last, hours }) =>
    first === last ? `${names[first]} ${hours}` : `${names[first]}${until}${names[last]} ${hours}`,
  );
  return joinList(parts, conjunction[language]);
}
