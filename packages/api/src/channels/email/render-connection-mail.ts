import { headerText } from '../email-address.ts';
import type { Language } from './mail-words.ts';
import type { RenderedMail } from './render-customer-mail.ts';
import { renderStaffMail } from './render-staff-mail.ts';

export interface ConnectionMail {
  language: Language;
  dealershipName: string;
  provider: 'facebook' | 'whatsapp';
  /** What the provider calls the page or number. */
  name: string;
  problem: 'expired' | 'failing' | 'expires_soon';
  /** The provider's own words. */
  detail: string | null;
  expiresAt: Date | null;
  timeZone: string;
  link: string;
}

interface Words {
  providers: Record<ConnectionMail['provider'], string>;
  subject: Record<ConnectionMail['problem'], (name: string) => string>;
  what: Record<ConnectionMail['problem'], (name: string, day: string) => string>;
  meanwhile: string;
  detail(text: string): string;
  open: string;
  locale: string;
}

const norwegian: Words = {
  providers: { facebook: 'Facebook-siden', whatsapp: 'WhatsApp-nummeret' },
  subject: {
    expired: (name) => `${name} må kobles til på nytt`,
    failing: (name) => `${name} svarer ikke som den skal`,
    expires_soon: (name) => `${name} må snart kobles til på nytt`,
  },
  what: {
    expired: (name) => `${name} godtar ikke tilgangen lenger. Lag et nytt token og legg det inn.`,
    failing: (name) => `${name} avviser oss eller svarer ikke. Vi prøver videre av oss selv.`,
    expires_soon: (name, day) => `Tilgangen til ${name} slutter å virke ${day}. Legg inn et nytt token før det.`,
  },
  meanwhile: 'Henvendelser som kommer i mellomtiden, tas vare på og hentes så snart tilkoblingen virker igjen.',
  detail: (text) => `Svaret var: ${text}`,
  open: 'Åpne tilkoblingene',
  locale: 'nb-NO',
};
const english: Words = {
  providers: { facebook: 'The Facebook page', whatsapp: 'The WhatsApp number' },
  subject: {
    expired: (name) => `${name} has to be connected again`,
    failing: (name) => `${name} does not answer as it should`,
    expires_soon: (name) => `${name} will soon have to be connected again`,
  },
  what: {
    expired: (name) => `${name} no longer accepts our access. Make a new token and enter it.`,
    failing: (name) => `${name} refuses us or does not answer. We keep trying by ourselves.`,
    expires_soon: (name, day) => `Our access to ${name} ends on ${day}. Enter a new token before that.`,
  },
  meanwhile: 'Enquiries that come meanwhile are kept, and fetched as soon as the connection works again.',
  detail: (text) => `The answer was: ${text}`,
  open: 'Open the connections',
  locale: 'en-GB',
};

/** Tells an admin that a connection does not work, or soon will not, and where to mend it. */
export function renderConnectionMail(mail: ConnectionMail): RenderedMail & { subject: string } {
  const words = mail.language === 'nb' ? norwegian : english;
  const name = `${words.providers[mail.provider]} ${headerText(mail.name)}`;
  const day = new Intl.DateTimeFormat(words.locale, { dateStyle: 'long', timeZone: mail.timeZone }).format(
    mail.expiresAt ?? new Date(0),
  );
  const subject = words.subject[mail.problem](name).slice(0, 150);
  const text = [
    words.what[mail.problem](name, day),
    mail.problem === 'expires_soon' ? '' : words.meanwhile,
    mail.detail === null ? '' : words.detail(headerText(mail.detail)),
    mail.link,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
  return { subject, ...renderStaffMail({ ...mail, subject, text, buttonLabel: words.open }) };
}
