const controlWeights1 = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const controlWeights2 = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

function weightedSum(digits: string, weights: number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
}

/** Norwegian national id by its two mod-11 check digits (Skatteetaten); D- and H-numbers pass too. */
function isFodselsnummer(digits: string): boolean {
  return (
    digits.length === 11 &&
    weightedSum(digits, controlWeights1) % 11 === 0 &&
    weightedSum(digits, controlWeights2) % 11 === 0
  );
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, character, index) => {
    const value = Number(character) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function plausibleDate(day: number, month: number): boolean {
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

/** IBAN by its mod-97 check (ISO 13616), so that a VIN of the same shape stays. */
function isIban(text: string): boolean {
  const compact = text.replace(/ /g, '');
  const rearranged = compact.slice(4) + compact.slice(0, 4);
  let remainder = 0;
  for (const character of rearranged) {
    for (const digit of Number.parseInt(character, 36).toString()) remainder = (remainder * 10 + Number(digit)) % 97;
  }
  return remainder === 1;
}

function isCpr(digits: string): boolean {
  return plausibleDate(Number(digits.slice(0, 2)), Number(digits.slice(2, 4)));
}

function isNorwegianAccount(digits: string): boolean {
  return weightedSum(digits, controlWeights2) % 11 === 0;
}

interface Identifier {
  label: string;
  pattern: RegExp;
  isIdentifier: (digits: string, match: string) => boolean;
}

const identifiers: Identifier[] = [
  {
    label: 'iban',
    pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g,
    isIdentifier: (_digits, match) => isIban(match),
  },
  { label: 'card number', pattern: /(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g, isIdentifier: passesLuhn },
  { label: 'national id', pattern: /(?<!\d)\d{6}[ .-]?\d{5}(?!\d)/g, isIdentifier: isFodselsnummer },
  {
    // Swedish personnummer (YYMMDD-NNNN, YYYYMMDD-NNNN) and Danish CPR (DDMMYY-NNNN).
    label: 'national id',
    pattern: /(?<!\d)(?:19|20)?\d{6}[-+]\d{4}(?!\d)/g,
    isIdentifier: (digits) => {
      const short = digits.slice(-10);
      return plausibleDate(Number(short.slice(4, 6)), Number(short.slice(2, 4))) || isCpr(short);
    },
  },
  { label: 'account number', pattern: /(?<!\d)\d{4}[ .]?\d{2}[ .]?\d{5}(?!\d)/g, isIdentifier: isNorwegianAccount },
];

/** Replaces national ids, bank accounts and card numbers by `[redacted …]`; check digits decide, so prices stay. */
export function redactIdentifiers(text: string): string {
  return identifiers.reduce(
    (current, { label, pattern, isIdentifier }) =>
      current.replace(pattern, (match) =>
        isIdentifier(match.replace(/\D/g, ''), match) ? `[redacted ${label}]` : match,
      ),
    text,
  );
}
