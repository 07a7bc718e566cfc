import type { components } from '../../generated/openapi.ts';
import { shorten } from './render-sms.ts';

type Schemas = components['schemas'];

/** What colleagues are told of. */
export type StaffOccasion =
  | { kind: 'escalation'; reason: Schemas['EscalationReason']; priority: Schemas['EscalationPriority'] }
  | { kind: 'answer' };

export interface StaffAlert {
  occasion: StaffOccasion;
  customerName: string | null;
  excerpt: string;
  link: string;
  language: Schemas['Language'];
}

interface Words {
  nobody: string;
  answered: (name: string) => string;
  urgent: string;
  reasons: Record<Schemas['EscalationReason'], (name: string) => string>;
}

const LONGEST_EXCERPT = 160;

const norwegian: Words = {
  nobody: 'en kunde',
  answered: (name) => `Svar fra ${name}`,
  urgent: 'Haster',
  reasons: {
    safety: (name) => `Sikkerhet: ${name}`,
    legal: (name) => `Juridisk sak: ${name}`,
    abuse: (name) => `Truende eller krenkende språk: ${name}`,
    human_requested: (name) => `${name} vil snakke med et menneske`,
    complaint: (name) => `Klage fra ${name}`,
    gdpr: (name) => `Personvern: ${name}`,
    delivery_failed: (name) => `Meldingen til ${name} kom ikke frem`,
    price_negotiation: (name) => `${name} vil forhandle om pris`,
    trigger: (name) => `${name} nevnte noe dere vil vite om`,
    draft_waiting: (name) => `Utkast til ${name} venter på deg`,
    finance_advice: (name) => `${name} ber om råd om finansiering`,
    gate_refused: (name) => `Svaret til ${name} ble stoppet og skrevet av malen`,
    injection_suspected: (name) => `Mistenkelig melding fra ${name}`,
    unclear: (name) => `Uklar melding fra ${name}`,
    provider_failing: () => 'En tjeneste svarer ikke',
    budget: () => 'Månedens tekstbudsjett er brukt opp, eller nær ved',
  },
};
const english: Words = {
  nobody: 'a customer',
  answered: (name) => `Answer from ${name}`,
  urgent: 'Urgent',
  reasons: {
    safety: (name) => `Safety: ${name}`,
    legal: (name) => `Legal matter: ${name}`,
    abuse: (name) => `Threats or abuse: ${name}`,
    human_requested: (name) => `${name} wants to speak to a person`,
    complaint: (name) => `Complaint from ${name}`,
    gdpr: (name) => `Privacy: ${name}`,
    delivery_failed: (name) => `The message to ${name} did not arrive`,
    price_negotiation: (name) => `${name} wants to negotiate the price`,
    trigger: (name) => `${name} mentioned something you want to know about`,
    draft_waiting: (name) => `A draft for ${name} waits for you`,
    finance_advice: (name) => `${name} asks for advice on financing`,
    gate_refused: (name) => `The answer to ${name} was stopped and written from the template`,
    injection_suspected: (name) => `Suspicious message from ${name}`,
    unclear: (name) => `Unclear message from ${name}`,
    provider_failing: () => 'A service does not answer',
    budget: () => "This month's text budget is used up, or nearly",
  },
};

function headline({ occasion }: StaffAlert, words: Words, name: string): string {
  if (occasion.kind === 'answer') return words.answered(name);
  const said = words.reasons[occasion.reason](name);
  return occasion.priority === 'urgent' ? `${words.urgent}. ${capital(said)}` : said;
}

/** What an escalation is about, in a line. */
export function escalationHeadline(
  language: Schemas['Language'],
  reason: Schemas['EscalationReason'],
  customerName: string | null,
): string {
  const words = language === 'nb' ? norwegian : english;
  return capital(words.reasons[reason](shorten(customerName ?? '', 50) || words.nobody));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What a colleague needs to know, in lines: what it is, the customer's words, the link. Bokmål, or English for any other language. */
export function renderStaffAlert(alert: StaffAlert): string {
  const words = alert.language === 'nb' ? norwegian : english;
  const name = shorten(alert.customerName ?? '', 50) || words.nobody;
  const lines = [capital(headline(alert, words, name)), shorten(alert.excerpt, LONGEST_EXCERPT), alert.link];
  return lines.filter((line) => line !== '').join('\n');
}
