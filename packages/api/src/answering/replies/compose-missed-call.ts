import type { Language } from '../types.ts';
import { disclosureLine } from './add-disclosure.ts';

const SORRY: Record<Language, (dealership: string) => string> = {
  nb: (dealership) =>
    `Hei! Du ringte ${dealership}, men vi fikk ikke tatt telefonen. Hva gjelder det? Svar her, så hjelper vi deg.`,
  sv: (dealership) =>
    `Hej! Du ringde ${dealership}, men vi hann inte svara. Vad gäller det? Svara här så hjälper vi dig.`,
  da: (dealership) =>
    `Hej! Du ringede til ${dealership}, men vi nåede ikke telefonen. Hvad drejer det sig om? Svar her, så hjælper vi dig.`,
  de: (dealership) =>
    `Guten Tag! Sie haben bei ${dealership} angerufen, wir konnten leider nicht abnehmen. Worum geht es? Antworten Sie einfach hier.`,
  en: (dealership) =>
    `Hello! You called ${dealership} and we could not pick up. What is it about? Reply here and we will help you.`,
};

/** The text back to somebody whose call nobody took. It states nothing, so there is nothing to check in it. */
export function composeMissedCall(language: Language, dealership: { name: string; assistantName: string }): string {
  const disclosure = disclosureLine(language, 'sms', dealership.assistantName, dealership.name);
  return `${SORRY[language](dealership.name)}\n\n${disclosure}`;
}
