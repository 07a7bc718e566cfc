import { headerText } from '../email-address.ts';
import type { Language } from './mail-words.ts';
import type { RenderedMail } from './render-customer-mail.ts';
import { renderStaffMail } from './render-staff-mail.ts';

export interface CrmMail {
  language: Language;
  dealershipName: string;
  /** The address of the CRM; null where it has none any more. */
  address: string | null;
  /** Why the lead did not get there, in the words of whoever refused it. */
  reason: string | null;
  /** The first lead that did not get there. */
  link: string;
}

const words = {
  nb: {
    subject: 'Henvendelser kommer ikke frem til CRM-systemet',
    what: (address: string) =>
      `En henvendelse kom ikke frem til ${address}. Den er trygg i Norvalt, der dere kan svare på den som vanlig.`,
    nowhere: 'CRM-systemet',
    reason: (text: string) => `Svaret var: ${text}`,
    todo: 'Rett opp adressen eller innboksen, og send på nytt det som ikke kom frem. Dere får ikke flere e-poster om dette før noe har kommet frem igjen.',
    open: 'Åpne henvendelsen',
  },
  en: {
    subject: 'Leads do not reach the CRM',
    what: (address: string) =>
      `A lead did not reach ${address}. It is safe in Norvalt, where you can answer it as usual.`,
    nowhere: 'the CRM',
    reason: (text: string) => `The answer was: ${text}`,
    todo: 'Mend the address or the mailbox, and send again what did not get there. You hear no more of this until something has got there again.',
    open: 'Open the lead',
  },
};

/** Tells an admin that leads no longer get to the CRM; bokmål for `nb`, English for any other language. */
export function renderCrmMail(mail: CrmMail): RenderedMail & { subject: string } {
  const { subject, what, nowhere, reason, todo, open } = words[mail.language === 'nb' ? 'nb' : 'en'];
  const text = [
    what(mail.address === null ? nowhere : headerText(mail.address)),
    mail.reason === null ? '' : reason(headerText(mail.reason)),
    todo,
    mail.link,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
  return { subject, ...renderStaffMail({ ...mail, subject, text, buttonLabel: open }) };
}
