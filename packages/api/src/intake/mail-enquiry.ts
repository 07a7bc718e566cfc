import type { EnquiryInput } from '../answering/types.ts';
import type { InboundMail } from '../channels/email/parse-inbound-mail.ts';
import { stripQuotes } from '../channels/email/strip-quotes.ts';

const longestEarlier = 2000;

function lastHeaders(mail: InboundMail): Record<string, string> {
  return Object.fromEntries([...mail.headers].map(([name, values]) => [name, values.at(-1) ?? '']));
}

/** What is read to tell what a mail is: the words of this mail alone, its sender and its headers. */
export function mailEnquiry(mail: InboundMail): EnquiryInput {
  return {
    channel: 'email',
    text: mail.text,
    subject: mail.subject,
    fromName: mail.from?.name ?? null,
    fromEmail: mail.from?.email ?? null,
    fromPhone: null,
    vehicleInterest: null,
    declaredLanguage: null,
    headers: lastHeaders(mail),
    signature: mail.signatureText.slice(0, longestEarlier),
    earlier: stripQuotes(mail.fullText).quoted.slice(0, longestEarlier),
    vehicle: null,
  };
}
