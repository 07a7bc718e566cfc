import { type CountryCode, findPhoneNumbersInText, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { EnquiryInput, ExtractedContact, Language } from '../types.ts';
import { noReplySender } from './detect-automated.ts';
import { readHeaders } from './read-headers.ts';

type ContactSource = Pick<EnquiryInput, 'text' | 'signature' | 'fromName' | 'fromEmail' | 'fromPhone' | 'headers'>;

const emailPattern =
  /[a-z0-9](?:[a-z0-9._%+-]{0,62}[a-z0-9_%+-])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}/gi;
/** What a number is called that is none of a telephone, right before it, in the five languages. */
const numberIsNotAPhone =
  /(?:org\.?(?:anisasjons)?\.?\s?n(?:r|ummer)\.?|kid|ordre(?:nr|referens)?|order\S*|faktura(?:nr|nummer)?|invoice|rechnung\S*|konto(?:nr|nummer)?|account|kr|nok|finn-?kode|finnkode|annonse?(?:nr|nummer)?|inserat\S*|listing|ad|stock(?: no)?|lagernr|vin|chassis\S*|ref(?:eranse|erens|erence|erenz)?|sagsnr|saksnr|ärendenr|ärende|case|kundenr|kundnummer|kundennummer|artikel\S*|varenr|bilag|no|nr|nummer|number)\.?\s*[:#.]?\s*$/iu;
const calledAPhone =
  /(?:ring\p{L}*|tlf|telefon\p{L}*|tel|mob(?:il\p{L}*)?\.?|phone|call|text|reach\p{L}*|nås|nas|treffes|træffes|erreich\p{L}*|handy|whatsapp|kontakt|contact|nummer(?:et)?(?: mitt)?(?: e| er| är| is)?|number is)\b[^\d+]{0,24}$/iu;
const unitFollows = /^\s*(?:km|kr|,-|mil\b|kroner|kronor|nok|euro|€)/i;
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

interface FoundPhone {
  number: string;
  points: number;
}

/** How much speaks for a number being the customer's telephone: what it is called, and how it is written. */
function judgePhone(text: string, startsAt: number, endsAt: number): number | null {
  const before = text.slice(Math.max(0, startsAt - 32), startsAt);
  if (calledAPhone.test(before)) return 3;
  if (numberIsNotAPhone.test(before) || unitFollows.test(text.slice(endsAt))) return null;
  if (/\d[\s.:/-]?$/.test(before)) return null;
  // A line of its own is a signature.
  const alone = /(?:^|\n)\s*$/.test(before) && /^\s*(?:\n|$)/.test(text.slice(endsAt));
  if (alone) return 2;
  // In the middle of a sentence it may be any number.
  const apart = /(?:^|[.!?,;:(–\n])\s*$/.test(before) || /^[\s.)]*(?:\n|$)/.test(text.slice(endsAt));
  return apart ? 0 : null;
}

function phonesIn(text: string, country: CountryCode): FoundPhone[] {
  return findPhoneNumbersInText(text, { defaultCountry: country }).flatMap(({ number, startsAt, endsAt }) => {
    const points = number.isValid() ? judgePhone(text, startsAt, endsAt) : null;
    const type = number.getType();
    // A number that nothing calls a telephone is one when it can only be a mobile, or is written for abroad.
    const isLikely =
      type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE' || /^(?:\+|00)/.test(text.slice(startsAt, endsAt));
    return points === null || (points === 0 && !isLikely)
      ? []
      : [{ number: number.number, points: number.country === country ? points + 0.5 : points }];
  });
}

/** Read as a number of the country whose language is written, then of the dealership's own. */
function extractPhone(text: string, fromPhone: string | null, tried: readonly CountryCode[]): string | null {
  const own = tried.at(-1) ?? 'NO';
  const given = fromPhone === null ? undefined : parsePhoneNumberFromString(fromPhone, own);
  if (given?.isValid()) return given.number;
  const found = [...new Set(tried)].flatMap((country) => phonesIn(text, country));
  return found.sort((left, right) => right.points - left.points)[0]?.number ?? null;
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
