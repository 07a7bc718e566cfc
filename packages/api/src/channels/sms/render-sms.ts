import type { components } from '../../generated/openapi.ts';
import { headerText } from '../email-address.ts';
import { smsSegments, toGsmText } from './sms-segments.ts';

type Language = components['schemas']['Language'];
type Temperature = components['schemas']['Temperature'];
type Urgency = 'now' | 'today' | 'normal' | 'low';

export interface RepAlert {
  customerName: string | null;
  vehicle: string | null;
  urgency: Urgency;
  temperature: Temperature;
  link: string;
  language: Language;
  /** Why a person has to look, in a line. */
  escalation?: string | null;
}

interface AlertWords {
  from: string;
  nobody: string;
  temperature: Record<Temperature, string>;
  urgency: Record<Urgency, string | null>;
}

const longestAlert = 300;

const norwegian: AlertWords = {
  from: 'Ny henvendelse fra',
  nobody: 'ukjent',
  temperature: { hot: 'Varm', warm: 'Lunken', cold: 'Kald' },
  urgency: { now: 'svar nå', today: 'svar i dag', normal: null, low: 'haster ikke' },
};
const english: AlertWords = {
  from: 'New enquiry from',
  nobody: 'unknown',
  temperature: { hot: 'Hot', warm: 'Warm', cold: 'Cold' },
  urgency: { now: 'answer now', today: 'answer today', normal: null, low: 'no hurry' },
};

/** The words reps work in: bokmål for a Norwegian dealership, English for any other. */
export function alertWords(language: Language): AlertWords {
  return language === 'nb' ? norwegian : english;
}

/** Temperature and urgency in words: `Varm, svar nå`. */
export function describePriority(
  language: Language,
  { temperature, urgency }: Pick<RepAlert, 'temperature' | 'urgency'>,
): string {
  const words = alertWords(language);
  return [words.temperature[temperature], words.urgency[urgency]].filter((part) => part !== null).join(', ');
}

/** Tells a rep of a new lead: who, which car, how urgent, and the link, on a line each; at most 300 characters. */
export function renderRepAlert(alert: RepAlert): string {
  const words = alertWords(alert.language);
  const lines = [
    `${words.from} ${shorten(alert.customerName ?? '', 50) || words.nobody}`,
    shorten(alert.vehicle ?? '', 70),
    alert.escalation ?? '',
    describePriority(alert.language, alert),
    alert.link,
  ].filter((line) => line !== '');
  const text = lines.join('\n');
  return text.length <= longestAlert
    ? text
    : [lines[0], alert.escalation, alert.link].filter((line) => line).join('\n');
}

/**
 * An SMS to a customer: plain signs, no blank lines, at most `mostSegments` parts. What is too long is cut after a
 * whole sentence, else after a whole word; web addresses are never cut in two.
 */
export function renderCustomerSms(text: string, mostSegments = 3): string {
  const whole = toGsmText(text.replace(/\r\n?/g, '\n')).replace(/\n{2,}/g, '\n');
  const fits = (candidate: string) => smsSegments(candidate).segments <= mostSegments;
  if (fits(whole)) return whole;
  const endings = (pattern: RegExp) => [...whole.matchAll(pattern)].map(({ index, 0: match }) => index + match.length);
  const sentence = lastFitting(endings(/[.!?](?=\s)|\S(?=\n)/g), (end) => fits(whole.slice(0, end)));
  if (sentence > whole.length / 3) return whole.slice(0, sentence).trim();
  const word = lastFitting(endings(/\S+/g), (end) => fits(`${whole.slice(0, end)} ...`));
  return `${whole.slice(0, word).trim()} ...`;
}

/** The greatest of ascending `ends` that fits, found by halving; 0 when none does. */
function lastFitting(ends: number[], fits: (end: number) => boolean): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fits(ends[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return ends[low - 1] ?? 0;
}

/** Text of strangers for one line of an SMS. */
export function shorten(text: string, most: number): string {
  const plain = toGsmText(headerText(text.slice(0, 1000)));
  return plain.length <= most ? plain : `${plain.slice(0, most - 3).trimEnd()}...`;
}
