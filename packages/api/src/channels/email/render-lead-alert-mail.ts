import { headerText } from '../email-address.ts';
import { alertWords, describePriority, type RepAlert } from '../sms/render-sms.ts';
import type { Language } from './mail-words.ts';
import type { RenderedMail } from './render-customer-mail.ts';
import { renderStaffMail } from './render-staff-mail.ts';

export interface LeadAlert {
  language: Language;
  dealershipName: string;
  customer: { name: string | null; email: string | null; phone: string | null };
  vehicle: string | null;
  /** What the customer wrote. */
  message: string;
  /** How pressing it is, where it was read for that. */
  priority: Pick<RepAlert, 'urgency' | 'temperature'> | null;
  link: string;
  /** What happened, where it is not a new enquiry: `Complaint from Ola`. */
  headline?: string | null;
  /** Why a person has to look at a new enquiry. */
  escalation?: string | null;
}

const longestMessage = 600;

/** Tells a rep without a telephone of a new lead: who, which car, how urgent, the customer's words, and the link. */
export function renderLeadAlertMail(alert: LeadAlert): RenderedMail & { subject: string } {
  const words = alertWords(alert.language);
  const name = headerText(alert.customer.name ?? '') || words.nobody;
  const vehicle = headerText(alert.vehicle ?? '');
  const headline = headerText(alert.headline ?? '') || `${words.from} ${name}`;
  const subject = [headline, vehicle]
    .filter((part) => part !== '')
    .join(': ')
    .slice(0, 150);
  const facts = [
    headline,
    vehicle,
    alert.escalation ?? '',
    alert.priority === null ? '' : describePriority(alert.language, alert.priority),
    [alert.customer.phone, alert.customer.email].filter((part) => part).join(' · '),
  ].filter((line) => line !== '');
  const text = [facts.join('\n'), shorten(alert.message), alert.link].filter((block) => block !== '').join('\n\n');
  return { subject, ...renderStaffMail({ ...alert, subject, text }) };
}

/** The customer's words on lines of their own; an address alone on a line must not become our button. */
function shorten(message: string): string {
  const lines = message.trim().slice(0, longestMessage).trimEnd().split(/\r?\n/);
  const text = lines.map((line) => `> ${line}`.trimEnd()).join('\n');
  return message.trim() === '' ? '' : `${text}${message.trim().length > longestMessage ? ' …' : ''}`;
}
