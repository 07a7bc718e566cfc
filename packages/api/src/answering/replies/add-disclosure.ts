import type { Language, ReplyRequest } from '../types.ts';
import { toSmsText } from './to-sms-text.ts';

type Line = (assistant: string, dealership: string) => string;

const lines: Readonly<Record<Language, Line>> = {
  nb: (assistant, dealership) =>
    `Jeg er ${assistant}, den digitale assistenten hos ${dealership}. Svar «selger» for å snakke med et menneske.`,
  en: (assistant, dealership) =>
    `I'm ${assistant}, the digital assistant at ${dealership}. Reply “human” to speak to a person.`,
  sv: (assistant, dealership) =>
    `Jag är ${assistant}, den digitala assistenten hos ${dealership}. Svara ”säljare” för att prata med en människa.`,
  da: (assistant, dealership) =>
    `Jeg er ${assistant}, den digitale assistent hos ${dealership}. Svar »sælger« for at tale med et menneske.`,
  de: (assistant, dealership) =>
    `Ich bin ${assistant}, die digitale Assistenz von ${dealership}. Antworten Sie „Verkäufer“, um mit einem Menschen zu sprechen.`,
};
const shortLines: Readonly<Record<Language, Line>> = {
  nb: (assistant, dealership) => `${assistant}, digital assistent hos ${dealership}. Svar SELGER for et menneske.`,
  en: (assistant, dealership) => `${assistant}, digital assistant at ${dealership}. Reply HUMAN for a person.`,
  sv: (assistant, dealership) => `${assistant}, digital assistent hos ${dealership}. Svara SÄLJARE för en människa.`,
  da: (assistant, dealership) => `${assistant}, digital assistent hos ${dealership}. Svar SÆLGER for et menneske.`,
  de: (assistant, dealership) =>
    `${assistant}, digitale Assistenz von ${dealership}. Mit VERKÄUFER antworten für einen Menschen.`,
};

/** The line that says it is a digital assistant and how to reach a person. */
export function disclosureLine(
  language: Language,
  channel: 'email' | 'sms',
  assistant: string,
  dealership: string,
): string {
  return (channel === 'sms' ? shortLines : lines)[language](assistant, dealership);
}

/**
 * Ends a model's text with the disclosure unless it is there word for word, and calms its exclamation marks. What a person
 * sends has none.
 */
export function addDisclosure(reply: string, request: ReplyRequest): string {
  const { assistantName, name } = request.dealership;
  const line = disclosureLine(request.language, request.channel, assistantName, name);
  const calm = reply
    .trim()
    .replace(/([?.])!+/g, '$1')
    .replace(/!+/g, '.')
    .replace(/\n{3,}/g, '\n\n');
  if (calm.endsWith(line)) return calm;
  const ending = request.writer === 'person' ? [] : [line];
  return request.channel === 'sms'
    ? toSmsText([calm.replace(/\s*\n+\s*/g, ' '), ...ending].join(' '))
    : [calm, ...ending].join('\n\n');
}
