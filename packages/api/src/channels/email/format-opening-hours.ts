import type { components } from '../../generated/openapi.ts';
import type { Language } from './mail-words.ts';

type OpeningHours = components['schemas']['OpeningHours'];

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const dayNames: Record<Language, readonly string[]> = {
  nb: ['man', 'tir', 'ons', 'tor', 'fre', 'lør', 'søn'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  sv: ['mån', 'tis', 'ons', 'tors', 'fre', 'lör', 'sön'],
  da: ['man', 'tir', 'ons', 'tor', 'fre', 'lør', 'søn'],
  de: ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'],
};

/** The week on one line, days with equal hours joined: `Man–fre 9–17, lør 10–15`; empty when no hours are given. */
export function formatOpeningHours(openingHours: readonly OpeningHours[], language: Language): string {
  const groups: { first: number; last: number; hours: string }[] = [];
  for (const [index, day] of days.entries()) {
    const hours = openingHours
      .filter((interval) => interval.day === day)
      .sort((left, right) => left.opens.localeCompare(right.opens))
      .map(({ opens, closes }) => `${shortTime(opens, language)}–${shortTime(closes, language)}`)
      .join(language === 'en' ? ' and ' : language === 'de' ? ' und ' : language === 'sv' ? ' och ' : ' og ');
    const previous = groups.at(-1);
    if (hours === '') continue;
    if (previous?.hours === hours && previous.last === index - 1) previous.last = index;
    else groups.push({ first: index, last: index, hours });
  }
  const names = dayNames[language];
  const line = groups
    .map(({ first, last, hours }) => `${names[first]}${last > first ? `–${names[last]}` : ''} ${hours}`)
    .join(', ');
  const ending = line !== '' && language === 'de' ? ' Uhr' : '';
  return line.charAt(0).toUpperCase() + line.slice(1) + ending;
}

/** `09:00` is `9`, `09:30` is `9.30` in nb and da, `9:30` elsewhere; English keeps its minutes. */
function shortTime(time: string, language: Language): string {
  const [hours = '', minutes = ''] = time.split(':');
  if (minutes === '00' && language !== 'en') return String(Number(hours));
  return `${Number(hours)}${language === 'nb' || language === 'da' ? '.' : ':'}${minutes}`;
}
