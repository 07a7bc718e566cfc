import { makes } from './makes.ts';

const split = (phrases: string) => phrases.split('|').map((phrase) => phrase.trim().split(' '));

/** What stands before a description of the customer's own car. */
const openers = split(
  'min|mi|mitt|mine|my|our|var egen|jeg har en|jeg har|eg har ein|jag har en|har selv en|jeg eier en|kjorer en|i have a|' +
    'i own a|i drive a|bytte inn en|bytte inn|ta inn en|byta in|bytte bort|trade in|trading in|part exchange|selge en|sell a|' +
    'innbyttebil|innbytte av|innbytte er|innbytte pa|levere en|levere inn en|lamna min|vart|mit|mein|meinen|meine|meinem|' +
    'unser|unseren|unserem|vores|vor|ich habe einen|ich habe ein|wir haben einen|give min|innbyttebilen er en|innbytte for en|' +
    'innbytte for|innbytte|byttebil|inbytesbil|altes auto|altwagen|old car|trading in an|trade in an|inbyte av|inbyte',
);
/** What stands behind it. */
const closers = split(
  'i innbytte|som innbytte|til innbytte|i inbyte|i bytte|i utbyte|a bytte inn|to trade|as part exchange|in part exchange|' +
    'for trade|in zahlung|vil bytte inn|bytte inn|vil ha i bytte|against your|mot deres',
);
/** "Tar dere bytte? Det er en Mazda 6": after a word for trading in, this is the customer's car too. */
const sayingWhichOne = split(
  'det er en|det e en|det er ein|det ar en|den er en|den ar en|og er en|och ar en|its a|it s a|it is a|and is a|es ist ein|und ist ein|' +
    'es handelt sich um einen',
);
const trading = /^(?:innbytt|inbyt|bytte|byta|indbyt|trade|tradein|inzahlung|zahlung|verdt|vard$|vaerd$|wert$|worth)/;
const spanEnd = new Set(
  (
    'mot for pa til against towards lurer interessert interested i og and to om jeg vi som budsjett budsjettet budget ' +
    'deres eres jeres your ihren ihrem ihr er hvis when wenn'
  ).split(' '),
);
/** A span goes past these when the car was not named yet: "min gamle Saab", "bytte inn min Golf". */
const carWords = new Set([
  ...[...makes].flatMap(([make, models]) => [...make.split(' '), ...models.flatMap((model) => model.split(/[ .-]/))]),
  ...'bil bilen biler car gamle gammel old gamla gamle alten altes wagen auto'.split(' '),
]);
const maxSpanWords = 7;

function startsAt(words: string[], index: number, phrase: string[]): boolean {
  return phrase.every((part, offset) => words[index + offset] === part);
}

/** From `first` in one direction until something ends the description; nothing unless a car is part of it. */
function describedCar(words: string[], first: number, direction: 1 | -1): number[] {
  const span: number[] = [];
  for (let index = first; span.length < maxSpanWords && index >= 0 && index < words.length; index += direction) {
    if (spanEnd.has(words[index] ?? '')) break;
    span.push(index);
  }
  return span.some((index) => carWords.has(words[index] ?? '')) ? span : [];
}

/** "Har en Auris jeg vil bytte": not "dere har en Auris". */
const having = split('har en|har ein');
const dealersWords = /^(?:dere|de|dykk|dokker|dokk|ni|i|du|you|som|annonsen)$/;

function openerAt(words: string[], index: number): string[] | undefined {
  if (!dealersWords.test(words[index - 1] ?? '')) {
    const owner = having.find((phrase) => startsAt(words, index, phrase));
    if (owner !== undefined) return owner;
  }
  const hit = openers.find((phrase) => startsAt(words, index, phrase));
  if (hit !== undefined) return hit;
  const spokenOfTrading = words.slice(Math.max(0, index - 14), index).some((word) => trading.test(word));
  return spokenOfTrading ? sayingWhichOne.find((phrase) => startsAt(words, index, phrase)) : undefined;
}

/** Positions of the words that describe the customer's own car (`bytte inn min Golf 2016 mot …`, `en Golf i innbytte`). */
export function ownedWords(words: string[]): Set<number> {
  const owned = new Set<number>();
  for (let index = 0; index < words.length; index += 1) {
    const opener = openerAt(words, index);
    const forwards = opener === undefined ? [] : describedCar(words, index + opener.length, 1);
    const isClosed = closers.some((phrase) => startsAt(words, index, phrase));
    for (const position of [...forwards, ...(isClosed ? describedCar(words, index - 1, -1) : [])]) owned.add(position);
  }
  return owned;
}
