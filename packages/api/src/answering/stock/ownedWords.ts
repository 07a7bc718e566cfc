const ownershipOpeners = [
  ['min'],
  ['mitt'],
  ['mine'],
  ['my'],
  ['our'],
  ['var', 'egen'],
  ['jeg', 'har', 'en'],
  ['eg', 'har', 'ein'],
  ['jag', 'har', 'en'],
  ['jeg', 'har'],
  ['har', 'selv', 'en'],
  ['jeg', 'eier', 'en'],
  ['kjorer', 'en'],
  ['i', 'have', 'a'],
  ['i', 'own', 'a'],
  ['i', 'drive', 'a'],
  ['bytte', 'inn', 'en'],
  ['bytte', 'inn'],
  ['byta', 'in'],
  ['bytte', 'bort'],
  ['trade', 'in'],
  ['trading', 'in'],
  ['part', 'exchange'],
  ['selge', 'en'],
  ['sell', 'a'],
  ['innbyttebil'],
  ['innbytte', 'av'],
  ['innbytte', 'er'],
];
const ownershipClosers = [
  ['i', 'innbytte'],
  ['som', 'innbytte'],
  ['til', 'innbytte'],
  ['i', 'inbyte'],
  ['i', 'bytte'],
  ['a', 'bytte', 'inn'],
  ['to', 'trade'],
  ['as', 'part', 'exchange'],
  ['in', 'part', 'exchange'],
  ['for', 'trade'],
];
const spanEnd = new Set([
  'mot',
  'for',
  'pa',
  'til',
  'against',
  'towards',
  'lurer',
  'interessert',
  'interested',
  'i',
  'og',
  'and',
  'to',
  'om',
  'jeg',
  'vi',
  'som',
]);
const maxSpanWords = 6;

function startsAt(words: string[], index: number, phrase: string[]): boolean {
  return phrase.every((part, offset) => words[index + offset] === part);
}

function markForwards(words: string[], from: number, owned: Set<number>): void {
  for (let index = from; index < Math.min(words.length, from + maxSpanWords); index += 1) {
    if (spanEnd.has(words[index] ?? '')) return;
    owned.add(index);
  }
}

function markBackwards(words: string[], before: number, owned: Set<number>): void {
  for (let index = before - 1; index >= Math.max(0, before - maxSpanWords); index -= 1) {
    if (spanEnd.has(words[index] ?? '')) return;
    owned.add(index);
  }
}

/** Positions of the words that describe the customer's own car (`bytte inn min Golf 2016 mot …`, `en Golf i innbytte`). */
export function ownedWords(words: string[]): Set<number> {
  const owned = new Set<number>();
  for (let index = 0; index < words.length; index += 1) {
    const opener = ownershipOpeners.find((phrase) => startsAt(words, index, phrase));
    if (opener !== undefined) markForwards(words, index + opener.length, owned);
    if (ownershipClosers.some((phrase) => startsAt(words, index, phrase))) markBackwards(words, index, owned);
  }
  return owned;
}
