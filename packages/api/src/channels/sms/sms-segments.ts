// GSM 03.38: the basic set, and the characters that cost two because they need an escape.
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const extended = new Set('^{}\\[~]|€\f');

export interface SmsSize {
  encoding: 'gsm7' | 'ucs2';
  /** Septets (gsm7) or UTF-16 code units (ucs2). */
  units: number;
  /** What the message costs: how many parts it is sent in. */
  segments: number;
}

/** How an SMS is encoded and in how many parts it goes out: 160/153 septets or 70/67 code units each. */
export function smsSegments(text: string): SmsSize {
  let septets = 0;
  for (const char of text) {
    if (basic.has(char)) septets++;
    else if (extended.has(char)) septets += 2;
    else return { encoding: 'ucs2', units: text.length, segments: text.length <= 70 ? 1 : Math.ceil(text.length / 67) };
  }
  return { encoding: 'gsm7', units: septets, segments: septets <= 160 ? 1 : Math.ceil(septets / 153) };
}

const replacements: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '`': "'",
  '´': "'",
  '–': '-',
  '—': '-',
  '‑': '-',
  '−': '-',
  '…': '...',
  '·': '-',
  '•': '-',
  '×': 'x',
  '½': '1/2',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ı: 'i',
  œ: 'oe',
  Œ: 'OE',
  '\t': ' ',
};

/**
 * The text in the GSM alphabet where it can be said in it: typographic signs become plain ones, letters with accents
 * their base letter, pictures are left out. Text in another script stays, and is sent as UCS-2.
 */
export function toGsmText(text: string): string {
  const plain = [...text.normalize('NFC')].map(toGsmChar).join('').replace(/ {2,}/g, ' ');
  return plain.replace(/[ \t]+\n/g, '\n').trim();
}

function toGsmChar(char: string): string {
  if (basic.has(char) || extended.has(char)) return char;
  const replacement = replacements[char];
  if (replacement !== undefined) return replacement;
  if (/[\p{Zs}]/u.test(char)) return ' ';
  if (char === '\ufe0f' || /[\p{Extended_Pictographic}\p{Cc}\p{Cf}\p{Cs}]/u.test(char)) return '';
  const base = char.normalize('NFD').replace(/\p{M}/gu, '');
  return base !== '' && [...base].every((letter) => basic.has(letter)) ? base : char;
}
