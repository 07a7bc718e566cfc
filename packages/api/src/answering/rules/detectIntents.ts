import { foldText } from '../text/foldText.ts';
import type { Intent } from '../types.ts';
import { findIntentPhrases, intentOrder } from './lexicon.ts';

const viaTradeIn = /\b(?:bytte|innbytte|trade|exchange|inbyte)/;

/** What a customer wants, most specific first; `general` when nothing is recognised. */
export function detectIntents(text: string): Intent[] {
  const folded = foldText(text);
  const found = intentOrder.filter((intent) => findIntentPhrases(intent, folded).length > 0);
  // "kan jeg bytte inn bilen når jeg kjøper" is a trade-in, not someone who only wants to sell.
  const intents = found.filter((intent) => !(intent === 'sell' && viaTradeIn.test(folded)));
  return intents.length > 0 ? intents : ['general'];
}
