import { foldText } from '../text/fold-text.ts';
import type { Intent } from '../types.ts';
import { findIntentPhrases, intentOrder } from './lexicon.ts';

const viaTradeIn = /\b(?:bytte|innbytte|trade|exchange|inbyte)/;

/** What a customer wants, most specific first; `general` when nothing is recognised. */
export function detectIntents(text: string): Intent[] {
  const folded = foldText(text);
  const found = intentOrder.filter((intent) => findIntentPhrases(intent, folded).length > 0);
  // "kan jeg bytte inn bilen når jeg kjøper" is a trade-in; in "kjøper dere biler" it is we who buy.
  const selling = findIntentPhrases('sell', folded);
  const buyingIsOurs = findIntentPhrases('buy', folded).every((bought) =>
    selling.some((sold) => sold.startsWith(bought)),
  );
  const intents = found.filter(
    (intent) =>
      !(intent === 'sell' && viaTradeIn.test(folded)) && !(intent === 'buy' && selling.length > 0 && buyingIsOurs),
  );
  return intents.length > 0 ? intents : ['general'];
}
