const NORDIC: Record<string, string> = {
  æ: 'ae',
  Æ: 'AE',
  ø: 'oe',
  Ø: 'OE',
  å: 'aa',
  Å: 'AA',
  ä: 'ae',
  Ä: 'AE',
  ö: 'oe',
  Ö: 'OE',
  ü: 'ue',
  Ü: 'UE',
  ß: 'ss',
  '–': '-',
  '—': '-',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '…': '...',
};

/** A line of text for receivers that read ASCII only: Nordic and German letters written out, accents dropped. */
export function toAscii(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{ASCII}]/gu, (char) => NORDIC[char] ?? char.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(/[^\p{ASCII}]/gu, '?');
}
