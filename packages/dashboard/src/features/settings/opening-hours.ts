import type { OpeningHours } from '@norvalt/sdk';

export const weekDays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** One day as the form shows it. A day with a break has more than one span; the form edits the first, keeps the rest. */
export interface DayHours {
  day: OpeningHours['day'];
  open: boolean;
  opens: string;
  closes: string;
  others: OpeningHours[];
}

/** A time of day as people write it (`9`, `930`, `9.30`) as `09:30`; undefined for what is no time. */
export function parseTime(text: string): string | undefined {
  const [, hours, minutes = '00'] = /^(\d{1,2})(?:[:. ]?(\d{2}))?$/.exec(text.trim()) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

/** The week as a form, closed days with hours to start from. */
export function toWeek(hours: readonly OpeningHours[]): DayHours[] {
  return weekDays.map((day) => {
    const [first, ...others] = hours.filter((span) => span.day === day);
    return { day, open: first !== undefined, opens: first?.opens ?? '09:00', closes: first?.closes ?? '17:00', others };
  });
}

/** Whether a day is closed, or opens before it closes. */
export function hoursAreRight({ open, opens, closes }: DayHours): boolean {
  const [from, to] = [parseTime(opens), parseTime(closes)];
  return !open || (from !== undefined && to !== undefined && from < to);
}

/** The opening hours of a form that has been checked. */
export function fromWeek(week: readonly DayHours[]): OpeningHours[] {
  return week.flatMap(({ day, open, opens, closes, others }) =>
    open ? [{ day, opens: parseTime(opens) ?? opens, closes: parseTime(closes) ?? closes }, ...others] : [],
  );
}

/** Days after which to follow up, from `3, 7`; undefined for what cannot be meant. */
export function parseFollowUpDays(text: string): number[] | undefined {
  const parts = text.split(/[\s,;]+/).filter(Boolean);
  const days = parts.map(Number);
  const valid = days.every((day) => Number.isInteger(day) && day >= 1 && day <= 60) && days.length <= 5;
  return valid ? [...new Set(days)].sort((one, other) => one - other) : undefined;
}
