const cache = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

function numberFormat(): Intl.NumberFormat {
  const cached = cache.get('number');
  if (cached instanceof Intl.NumberFormat) return cached;
  const created = new Intl.NumberFormat('nb-NO', { maximumFractionDigits: 0 });
  cache.set('number', created);
  return created;
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const cached = cache.get(key);
  if (cached instanceof Intl.DateTimeFormat) return cached;
  const created = new Intl.DateTimeFormat(locale, options);
  cache.set(key, created);
  return created;
}

/** A whole number grouped by thousands with non-breaking spaces, in every language. */
export function formatNumber(value: number): string {
  return numberFormat().format(value);
}

/** Kroner as `389 000 kr`. */
export function formatMoney(kroner: number): string {
  return `${formatNumber(kroner)} kr`;
}

/** Kilometres as `41 000 km`. */
export function formatDistance(kilometres: number): string {
  return `${formatNumber(kilometres)} km`;
}

/** A span of time in its two largest useful units: `41 s`, `2 min 5 s`, `3 h 20 min`, `4 d`. */
export function formatDuration(seconds: number, units: { h: string; d: string } = { h: 'h', d: 'd' }): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return minutes < 10 && whole % 60 ? `${minutes} min ${whole % 60} s` : `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 ? `${hours} ${units.h} ${minutes % 60} min` : `${hours} ${units.h}`;
  return `${Math.floor(hours / 24)} ${units.d}`;
}

/** Age of a moment in one unit: `now`, `3 min`, `2 h`, `4 d`; after a week the date. */
export function formatAge(
  isoTime: string,
  nowMs: number,
  words: { now: string; h: string; d: string },
  locale: string,
): string {
  const seconds = Math.floor((nowMs - Date.parse(isoTime)) / 1000);
  if (seconds < 60) return words.now;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} ${words.h}`;
  const days = Math.floor(hours / 24);
  return days < 7 ? `${days} ${words.d}` : formatDate(isoTime, locale, nowMs);
}

/** A day in the reader's zone; the year only when it is not this year. */
export function formatDate(isoTime: string, locale: string, nowMs: number = Date.now()): string {
  const date = new Date(isoTime);
  const sameYear = date.getFullYear() === new Date(nowMs).getFullYear();
  return dateFormat(locale, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }).format(date);
}

/** Hours and minutes in the reader's zone. */
export function formatTime(isoTime: string, locale: string): string {
  return dateFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(isoTime));
}

/** Day and time in the reader's zone. */
export function formatDateTime(isoTime: string, locale: string, nowMs: number = Date.now()): string {
  return `${formatDate(isoTime, locale, nowMs)} ${formatTime(isoTime, locale)}`;
}

/** Weekday, day and month, as the line between two days of a conversation. */
export function formatDay(isoTime: string, locale: string): string {
  return dateFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(isoTime));
}

/** Up to two initials of a name. */
export function initials(name: string | null): string {
  const words = (name ?? '').trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words.slice(0, 1);
  return letters.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('');
}

const UNITS = ['byte', 'kilobyte', 'megabyte'] as const;

/** A size as a file manager writes it: `16 byte`, `1.2 MB`. */
export function formatBytes(bytes: number, locale: string): string {
  const step = bytes >= 1_000_000 ? 2 : bytes >= 1000 ? 1 : 0;
  const format = {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: step === 2 ? 1 : 0,
  } as const;
  return new Intl.NumberFormat(locale, format).format(bytes / 1000 ** step);
}
