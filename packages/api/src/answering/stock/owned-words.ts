import { makes } from './makes.ts';

const split = (phrases: string) => phrases.split('|').map((phrase) => phrase.trim().split(' '));

const openers = split(
  'min|mi|mitt|mine|my|our|var egen|jeg har en|jeg har|eg har ein|jag har en|har selv en|jeg eier en|kjorer en|i have a|' +
    'i own a|i drive a|bytte inn en|bytte inn|ta inn en|byta in|bytte bort|trade in|trading in|part exchange|selge en|sell a|' +
    'innbyttebil|innbytte av|innbytte er',
);
const closers = split(
  'i innbytte|som innbytte|til innbytte|i inbyte|i bytte|a bytte inn|to trade|as part exchange|in part exchange|for trade',
);
const spanEnd = new Set(
  'mot for pa til against towards lurer interessert interested i og and to om jeg vi som budsjett budsjettet budget'.split(
    ' ',
  ),
);
const carWords = new Set([
  ...[...makes].flatMap(([make, models]) => [...make.split(' '), ...models.flatMap((model) => model.split(/[ .-]/))]),
  ...'bil bilen biler car gamle gammel old'.split(' '),
]);
const maxSpanWords = 6;

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

/** Positions of the words that describe the customer's own car (`bytte inn min Golf 2016 mot …`, `en Golf i innbytte`). */
export function ownedWords(words: string[]): Set<number> {
  const owned = new Set<number>();
  for (let index = 0; index < words.length; index += 1) {
    const opener = openers.find((phrase) => startsAt(words, index, phrase));
    const forwards = opener === undefined ? [] : describedCar(words, index + opener.length, 1);
    const isClosed = closers.some((phrase) => startsAt(words, index, phrase));
    for (const position of [...forwards, ...(isClosed ? describedCar(words, index - 1, -1) : [])]) owned.add(position);
  }
  return owned;
}
