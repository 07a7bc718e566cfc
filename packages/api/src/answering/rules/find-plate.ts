const before = '(?<![\\p{L}\\p{N}-])';
const label =
  '(?:reg\\.?\\s?(?:nr|nummer)?\\.?|regnummer|registreringsnummer|skilt(?:nummer)?|nummerplade|nummerplate|plates?|registration|kennzeichen)\\s*(?:er|ar|är|is|ist|:)?\\s*';
/** A number with a unit behind it is a price or a distance. */
const noUnit = '(?![\\d\\p{L}]|\\s?(?:kr|km|mil\\b|,-|%))';

/** Plates by country: Norway without I, M, O and Q, Sweden without I, Q and V, Denmark, Germany. */
const norwegian = '[A-HJ-LNPR-Z]{2}\\s?[1-9]\\d{3,4}';
const danish = '[A-ZÆØÅ]{2}\\s?\\d{2}\\s\\d{3}';
const swedish = '[A-HJ-PR-UW-Z]{3}\\s?\\d{2}[0-9A-HJ-NP-UW-Z]';
const german = '[A-ZÄÖÜ]{1,3}-[A-ZÄÖÜ]{1,2}\\s?\\d{1,4}[EH]?';
const carPlate = '[A-HJ-LNPR-Z]{2}\\s?[1-9]\\d{4}';

const patterns: readonly RegExp[] = [
  new RegExp(`${before}${label}(${danish}|${norwegian}|${swedish}|${german})${noUnit}`, 'iu'),
  new RegExp(`${before}(${german})${noUnit}`, 'u'),
  new RegExp(`${before}(${danish})${noUnit}`, 'u'),
  new RegExp(`${before}(${carPlate})${noUnit}`, 'u'),
  new RegExp(`${before}(${swedish})${noUnit}`, 'u'),
  new RegExp(`${before}((?:e[klvbcdefh]|[a-hj-lnpr-z]{2})\\s?[1-9]\\d{4})${noUnit}`, 'iu'),
];
/** Two letters that stand before numbers for other reasons (`kr 34900`, `CX 2020`). */
const notAPlate = /^(?:kr|nr|ca|pr|er|pa|av|en|et|id|my|cx|up|no|se|dk|de|kl|til)$/i;

/** `EK 12345`, `BT 40 772`, `KPD 38R`, `M-XA 4418`: letters in capitals, in the groups of their country. */
function spell(plate: string): string {
  const written = plate.toUpperCase().replace(/\s+/g, ' ').trim();
  const norwegianOne = /^([A-Z]{2}) ?(\d{4,5})$/.exec(written);
  return norwegianOne === null ? written : `${norwegianOne[1]} ${norwegianOne[2]}`;
}

/** The number plate a text gives; null when there is none. */
export function findPlate(text: string): string | null {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined && !notAPlate.test(found.slice(0, 2).trim())) return spell(found);
  }
  return null;
}
