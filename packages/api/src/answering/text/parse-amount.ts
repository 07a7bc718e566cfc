/** What a number is counted in, as a part of a pattern. */
export const scaleWord = '(?:k|tusen|tusind|tausend|thousand|mill(?:ion(?:er|en|s)?)?\\.?|mio\\.?)';
const number = new RegExp(`^(\\d+(?:[ .,]\\d+)*)\\s*('|${scaleWord})?$`);

/** A written number with its decimals: `489 000`, `489.000`, `489,000`, `3,9`, `250k`, `250'`, `0,25 mill`; null when it is none. */
export function parseNumber(written: string): number | null {
  const text = written
    .toLowerCase()
    .replace(/[\u00a0\u202f]/g, ' ')
    .trim();
  const match = number.exec(text);
  if (match === null) return null;
  const digits = match[1] ?? '';
  const grouped = /^\d{1,3}(?:[ .,]\d{3})+$/.test(digits);
  const value = grouped ? Number(digits.replace(/\D/g, '')) : Number(digits.replace(/ /g, '').replace(',', '.'));
  if (!Number.isFinite(value)) return null;
  return match[2] === undefined ? value : Math.round(value * (/^m/.test(match[2]) ? 1_000_000 : 1000));
}

/** The whole number of a written amount; null when it is none. */
export function parseAmount(written: string): number | null {
  const value = parseNumber(written);
  return value === null ? null : Math.round(value);
}
