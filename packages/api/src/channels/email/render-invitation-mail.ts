import type { components } from '../../generated/openapi.ts';
import { headerText } from '../email-address.ts';
import type { Language } from './mail-words.ts';
import type { RenderedMail } from './render-customer-mail.ts';
import { renderStaffMail } from './render-staff-mail.ts';

type Role = components['schemas']['Role'];

export interface Invitation {
  language: Language;
  dealershipName: string;
  inviterName: string;
  inviteeName: string;
  role: Role;
  acceptUrl: string;
  validDays: number;
}

interface InvitationWords {
  roles: Record<Role, string>;
  subject(dealership: string): string;
  greeting(name: string): string;
  body(inviter: string, dealership: string, role: string): string;
  how(days: number): string;
  accept: string;
  unexpected: string;
}

const norwegian: InvitationWords = {
  roles: { admin: 'administrator', manager: 'leder', sales_rep: 'selger', viewer: 'leser' },
  subject: (dealership) => `Bli med i ${dealership} på Norvalt`,
  greeting: (name) => `Hei ${name},`,
  body: (inviter, dealership, role) =>
    `${inviter} har invitert deg til ${dealership} på Norvalt, som ${role}. Der ser du alle henvendelser fra kunder på ett sted, og kan svare dem derfra.`,
  how: (days) => `Velg et passord, så er du inne. Lenken virker i ${days} dager.`,
  accept: 'Bli med',
  unexpected: 'Ventet du ikke denne invitasjonen? Da kan du se bort fra den.',
};
const english: InvitationWords = {
  roles: { admin: 'an admin', manager: 'a manager', sales_rep: 'a salesperson', viewer: 'a viewer' },
  subject: (dealership) => `Join ${dealership} on Norvalt`,
  greeting: (name) => `Hi ${name},`,
  body: (inviter, dealership, role) =>
    `${inviter} has invited you to ${dealership} on Norvalt, as ${role}. You will see every enquiry from customers in one place and can answer them there.`,
  how: (days) => `Choose a password and you are in. The link works for ${days} days.`,
  accept: 'Join',
  unexpected: 'Were you not expecting this? Then you can ignore it.',
};

/** Invites somebody to a dealership, with a link that is theirs alone. */
export function renderInvitationMail(invitation: Invitation): RenderedMail & { subject: string } {
  const words = invitation.language === 'nb' ? norwegian : english;
  const dealership = headerText(invitation.dealershipName);
  const subject = words.subject(dealership).slice(0, 150);
  const text = [
    words.greeting(headerText(invitation.inviteeName)),
    words.body(headerText(invitation.inviterName), dealership, words.roles[invitation.role]),
    words.how(invitation.validDays),
    invitation.acceptUrl,
    words.unexpected,
  ].join('\n\n');
  return { subject, ...renderStaffMail({ ...invitation, subject, text, buttonLabel: words.accept }) };
}
