import { type CountryCode, findPhoneNumbersInText, parsePhoneNumberFromString } from 'libphonenumber-js/max';

const phoneWord = '(?:tlf|telefon|tel|phone|mob|mobil|mobile|handy|cell|cellphone|whats ?app|sms|vipps)';
const numberWord = '(?:nr|nummer|nummeret|numret|number|no)';
const is = "(?:er|e|är|is|ist|'s)";
/** Behind the word and before the number: "Tlf. (etter 16): ". */
const link = `\\.?\\s*(?:\\([^)\\d]{0,20}\\))?\\s*${is}?\\s*[:.,(]*\\s*$`;
/** The word right before a number says that it is a telephone. */
const calledAPhone = new RegExp(
  `(?<!\\p{L})(?:${phoneWord}(?:en|et|'s|funk)?[.\\s/-]*(?:${phoneWord}[.\\s]*)?${numberWord}?|(?:kontakt|contact|jobb|privat|direkte|ruf|festnetz|hjemme|arbeids|call ?back)[\\s-]?${numberWord}|(?:mitt|mit|my|mein|meine|vårt|our) ${numberWord}|(?:nummeret|numret)(?: mitt)?|ph|durchwahl)${link}`,
  'iu',
);
/** A number of its own kind, which the customer may be called at when that is what the sentence is about. */
const calledANumber = new RegExp(
  `(?<![\\p{L}.])(?<!\\p{L} )${numberWord}${link}|(?:på|on|at|auf|unter|om|via) ${numberWord}${link}`,
  'iu',
);
/** The same behind the number: "07911 123456 is my mobile". */
const calledAPhoneBehind = new RegExp(
  `^\\s*${is}\\s+(?:(?:mitt|mit|my|min|mein|meine|vårt|our) (?:${phoneWord}|${numberWord})|(?:nummeret|numret) mitt)(?!\\p{L})`,
  'iu',
);
/** What a number is called that is none of a telephone, in the five languages: any other "-nummer", and these. */
const calledSomethingElse = new RegExp(
  `(?<!\\p{L})(?:\\p{L}*(?:${numberWord})|(?:kid|orgn?|organi[sz]as?j?t?ion\\p{L}*|cvr|cpr|vat|ocr|iban|ord(?:re|er)\\p{L}*|best(?:illing|ellung|ällning)\\p{L}*|auftrag\\p{L}*|faktura\\p{L}*|invoice|rechnung\\p{L}*|konto\\p{L}*|account|bankgiro|plusgiro|kr|nok|finn(?:[ -]?kode\\p{L}*|\\.no)?|blocket|bilbasen|bytbil|mobile\\.de|autoscout\\p{L}*|annon[sc]\\p{L}*|inserat\\p{L}*|angebot\\p{L}*|listing|ad|advert|stock|vin|chassis\\p{L}*|ref\\p{L}*|ærende|ärende|sak|sag|case|artik\\p{L}*|bilag|(?:bil|car|annonse?)?-?id|kode|code|objekt\\p{L}*|lot))[.\\s-]*(?:${numberWord}|id|kode|code)?\\.?\\s*${is}?\\s*[:#.(=]*\\s*$`,
  'iu',
);
/** Further away, in the same sentence, it is said that somebody can be called. */
const spokenOfCalling = new RegExp(
  `(?<!\\p{L})(?:ring\\p{L}*|call|text|reach|get hold of|get back|hit me|nå|nås|nåes|nas|når meg|tak i m[eæi]g?|treff\\p{L}*|træffes|erreich\\p{L}*|anruf\\p{L}*|rufen|rückruf\\p{L}*|kontakt\\p{L}*|contact|sms\\p{L}*|melding|snakk\\p{L}*|prat\\p{L}*|tråden|(?:hør|hör|høre?s?) (?:av|fra)|${phoneWord}\\p{L}*)(?!\\p{L})`,
  'iu',
);
/** "I called you on …": the number is the dealership's own, unless it was the customer who was called. */
const calledTheDealership =
  /(?<!\p{L})(?:(?:ringte|ringt|ringde|ringet|ringede|called|rang|phoned|tried|prøvde|prøvd)(?!\p{L}).*(?<!\p{L})(?:dere|dykk|er|jer|you)|habe (?:ich )?(?:sie|euch) unter)(?!\p{L})/iu;
const themselves = /(?<!\p{L})(?:meg|mig|mæ|me|mich|my|min|mitt|mit|mein\p{L}*)(?!\p{L})/iu;
const theDealershipsOwn =
  /(?<!\p{L})(?:(?:deres|jeres|ert|your|ihre\p{L}?) (?:telefon\p{L}*|nummer\p{L}*|number|phone|kontor\p{L}*|office)|(?:telefonen|nummeret|kontoret|sentralbordet) deres),?\s*$/iu;
const unitFollows = /^\s*(?:km|kr|,-|mil\b|kroner|kronor|nok|euro|€)/i;
/** No telephone of the countries here is shorter; five digits are a service number, or half of one from abroad. */
const fewestDigits = 7;
const sentence = 80;
const points = { called: 3, alone: 2, unnamed: 0 } as const;

/** Where a number at home begins with 0: without it, it is none of that country. */
const zeroFirst: ReadonlySet<CountryCode> = new Set(['SE', 'DE', 'GB']);
/** `912 34 567`: how mobile numbers are written in Norway alone. */
const norwegianGroups = /^\d{3}([ .-])\d{2}\1\d{3}$/;

/** Tried when no country at hand knows a number that is called a telephone. */
const neighbours: readonly CountryCode[] = ['NO', 'SE', 'DK', 'DE', 'GB'];

interface FoundPhone {
  number: string;
  points: number;
}

/** How much speaks for a number being the customer's telephone: what it is called, and how it is written. */
function judgePhone(text: string, startsAt: number, endsAt: number): number | null {
  const before = text.slice(Math.max(0, startsAt - sentence), startsAt).replace(/[+(]$/, '');
  const after = text.slice(endsAt);
  const saying = before.split(/[!?\n]|\p{L}{3}\.\s/u).at(-1) ?? '';
  if ((calledTheDealership.test(saying) && !themselves.test(saying)) || theDealershipsOwn.test(before)) return null;
  if (calledAPhone.test(before) || calledAPhoneBehind.test(after)) return points.called;
  if (calledANumber.test(before) && spokenOfCalling.test(saying)) return points.called;
  // Nothing but telephones is written with a plus and a country.
  if (text.startsWith('+', startsAt)) return spokenOfCalling.test(saying) ? points.called : points.alone;
  if (calledSomethingElse.test(before) || unitFollows.test(after) || /\d[\s.:/-]?$/.test(before)) return null;
  if (spokenOfCalling.test(saying)) return points.called;
  // A line of its own is a signature.
  const endsLine = /^[\s.)]*(?:[\n|/•·]|$)/.test(after);
  if (/(?:^|\n)\s*$/.test(before) && endsLine) return points.alone;
  // In the middle of a sentence it may be any number.
  return /(?:^|[.!?,;:(–|/•·\n])\s*$/.test(before) || endsLine ? points.unnamed : null;
}

/** Among numbers as likely, one of the country at hand goes first, and one grouped as in Norway is Norwegian. */
function nearness(of: CountryCode | undefined, country: CountryCode, written: string): number {
  if (of !== country) return 0;
  return of === 'NO' && norwegianGroups.test(written) ? 1 : 0.5;
}

function phonesIn(text: string, country: CountryCode): FoundPhone[] {
  return findPhoneNumbersInText(text, { defaultCountry: country }).flatMap(({ number, startsAt, endsAt }) => {
    const isOne = number.isValid() && number.nationalNumber.length >= fewestDigits;
    const found = isOne ? judgePhone(text, startsAt, endsAt) : null;
    const type = number.getType();
    const written = text.slice(startsAt, endsAt);
    const isForeign = /^(?:\+|00)/.test(written);
    if (zeroFirst.has(country) && !/^\(?[+0]/.test(written)) return [];
    // A number that nothing calls a telephone is one when it can only be a mobile, or is written for abroad.
    const isLikely = type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE' || isForeign;
    return found === null || (found === points.unnamed && !isLikely)
      ? []
      : [{ number: number.number, points: found + nearness(number.country, country, written) }];
  });
}

/** Without links, and with a word for a telephone apart from the number it is written together with (`mob91234567`). */
function prepared(text: string): string {
  return text
    .replace(/https?:\/\/\S+|www\.\S+/giu, ' ')
    .replace(new RegExp(`(?<!\\p{L})(${phoneWord}|nr|ring)(?=[+\\d])`, 'giu'), '$1 ');
}

/**
 * The customer's telephone as E.164: what the channel gave, else the likeliest number in the text. Numbers are read as
 * those of the country whose language is written, then of the dealership's own, the last of `tried`.
 */
export function extractPhone(text: string, fromPhone: string | null, tried: readonly CountryCode[]): string | null {
  const own = tried.at(-1) ?? 'NO';
  const given = fromPhone === null ? undefined : parsePhoneNumberFromString(fromPhone, own);
  if (given?.isValid()) return given.number;
  const read = prepared(text);
  const found = [...new Set(tried)].flatMap((country) => phonesIn(read, country));
  const likeliest = (phones: FoundPhone[]) => phones.sort((left, right) => right.points - left.points)[0]?.number;
  const elsewhere = () =>
    neighbours
      .filter((country) => !tried.includes(country))
      .flatMap((country) => phonesIn(read, country))
      .filter((phone) => phone.points >= points.called);
  return likeliest(found) ?? likeliest(elsewhere()) ?? null;
}
