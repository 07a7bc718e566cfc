import { foldText } from '../text/fold-text.ts';
import { describeOwnCar, extractTradeIn, notDescribed } from './extract-trade-in.ts';
import { findIntentPhrases } from './lexicon.ts';

/** "Jeg har ikke Golf lenger": no car to hand in, though one is named. */
const deniesIt = /^(?:\S+\s+){0,3}(?:ikke|ikkje|inte|ingen|not|no|never|don't|dont|nei|nej|nein|nicht|kein\w*)\b/;
/** Who speaks of these names the car they want. */
const wanted = ['buy', 'price', 'availability', 'test_drive'] as const;

function isOwn(sentence: string): boolean {
  const folded = foldText(sentence);
  return !deniesIt.test(folded) && wanted.every((intent) => findIntentPhrases(intent, folded).length === 0);
}

/**
 * The car of a customer who was asked whether they have one to hand in, in one line; null where they do not say that they
 * have one. `sentences` hold no question; `says` is the yes or no they begin with. Behind a no, a car is the one they want.
 */
export function tradeInAnswer(sentences: readonly string[], says: boolean | null): string | null {
  const mentioned = extractTradeIn(sentences.join('\n'));
  if (mentioned !== null && mentioned !== notDescribed) return mentioned;
  if (says === false) return null;
  return describeOwnCar(sentences.filter(isOwn).join('\n')) ?? mentioned ?? (says === true ? notDescribed : null);
}
