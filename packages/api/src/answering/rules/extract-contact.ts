import type { CountryCode } from 'libphonenumber-js/max';
import type { EnquiryInput, ExtractedContact, Language } from '../types.ts';
import { noReplySender } from './detect-automated.ts';
import { extractPhone } from './extract-phone.ts';
import { readHeaders } from './read-headers.ts';

type ContactSource = Pick<EnquiryInput, 'text' | 'signature' | 'fromName' | 'fromEmail' | 'fromPhone' | 'headers'>;

const emailPattern =
  /[a-z0-9](?:[a-z0-9._%+-]{0,62}[a-z0-9_%+-])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}/gi;
const countries: Readonly<Record<Language, CountryCode>> = { nb: 'NO', sv: 'SE', da: 'DK', de: 'DE', en: 'GB' };

const namePart = "[\\p{Lu}][\\p{L}'-]+";
const introduced = new RegExp(
  `(?:[Jj]eg heter|[Ee]g heiter|[Mm]itt navn er|[Nn]avn(?:et)? (?:mitt )?er|[Mm]y name is|[Jj]ag heter|[Jj]eg hedder|[Ii]ch heiße|[Nn]avn:|[Nn]ame:)\\s+(${namePart}(?: ${namePart}){0,3})`,
  'u',
);
const signedOff = new RegExp(
  `(?:^|\\n|[.!?] )\\s*(?:(?:[Mm]ed )?(?:[Vv]ennlig|[Bb]este|[Bb]este) ?[Hh]ilsen|[Mm]vh\\.?|[Hh]ilsen|[Hh]ils|[Hh]elsing|[Kk]ind regards|[Bb]est regards|[Rr]egards|[Bb]est|[Cc]heers|[Tt]hanks|[Hh]älsning(?:ar)?|[Vv]änliga hälsningar|[Vv]h|[Kk]h|[Vv]enlige? hilsn?er?|[Mm]ange hilsner|[Gg]r(?:üße|uß)|[Vv]iele Grüße|[Bb]este Grüße|[Tt]akk på forhånd|[Tt]ack på förhand|[Tt]ak på forhånd|[Dd]anke|[Tt]hank you|[Ss]incerely|[Vv]enlig hilsen|[Mm]ed vänlig hälsning|(?:[Mm]it )?[Ff]reundlichen? [Gg]r(?:üßen|uß)|[Ll][Gg])[ ,.!]*\\n?\\s*(${namePart}(?: ${namePart}){0,3})`,
  'u',
);
const notAPerson =
  /\b(?:as|ab|gmbh|ltd|inc|post|info|kontakt|contact|support|sales|salg|kundeservice|admin|noreply|no-reply|team|avdeling|firma|bil|auto|marketing|finn|mailer)\b|@|\d/i;

function extractName({ text, signature, fromName, fromEmail }: ContactSource): string | null {
  // A portal that takes no replies is not the customer.
  const given = noReplySender.test(fromEmail?.trim() ?? '') ? '' : (fromName?.trim() ?? '');
  if (given.length > 1 && !notAPerson.test(given)) return given;
  const whole = `${text}\n${signature ?? ''}`;
  const found = introduced.exec(whole)?.[1] ?? signedOff.exec(whole)?.[1] ?? null;
  return found !== null && !notAPerson.test(found) ? found : null;
}

/** Reply-To goes before the sender; a sender that takes no replies (a portal) is not the customer, the text tells who is. */
function extractEmail({ text, fromEmail, headers }: ContactSource): string | null {
  const sender = fromEmail?.trim().toLowerCase() ?? '';
  const replyTo = readHeaders(headers)('reply-to').match(emailPattern)?.[0];
  if (replyTo !== undefined && !noReplySender.test(replyTo)) return replyTo.toLowerCase();
  if (sender !== '' && !noReplySender.test(sender)) return sender;
  const inText = text.match(emailPattern)?.find((address) => !noReplySender.test(address));
  return inText?.toLowerCase() ?? (sender === '' ? null : sender);
}

/** Name, e-mail (lower case) and phone (E.164) of the sender: what the channel gave wins over what the text says. */
export function extractContact(
  input: ContactSource,
  dealershipLanguage: Language,
  language: Language = dealershipLanguage,
): ExtractedContact {
  return {
    name: extractName(input),
    email: extractEmail(input),
    phone: extractPhone(`${input.text}\n${input.signature ?? ''}`, input.fromPhone, [
      countries[language],
      countries[dealershipLanguage],
    ]),
  };
}
