import type { QuestionTopic } from './replies/qualification-questions.ts';
import { extractTradeIn } from './rules/extract-trade-in.ts';
import { findNamedVehicle } from './stock/find-named-vehicle.ts';
import { foldText } from './text/fold-text.ts';
import { parseAmount } from './text/parse-amount.ts';
import { splitSentences } from './text/split-sentences.ts';
import type { Qualification } from './types.ts';

const yes = /^(?:ja|jo|yes|yeah|yep|gjerne|absolutt|ok|okei|visst|garna|jatak|ja tak|gern|gerne|jepp|sure|please)\b/;
const no = /^(?:nei|no|nope|nej|nein|ikke|inte|nicht|not)\b/;
const cash = /\b(?:kontant\w*|cash|bar|egne penger|betaler selv)\b/;
const loan = /\b(?:lan|finans\w*|finanzier\w*|leas\w*|kredit\w*|loan|avbetal\w*)\b/;
/** What stands around an amount that is all there is to say: "rundt 300", "jeg har maks 250 000 kr å bruke". */
const filler =
  /\b(?:ja|jo|yes|hei|hi|rundt|ca|cirka|omtrent|omkring|ungefar|around|about|roughly|etwa|circa|maks\w*|max\w*|hogst|hojst|hochstens|opp(?:e|ad)?|upp|up|til|till|to|bis|zu|mot|inntil|under|over|mellom|mellan|mellem|between|zwischen|og|och|and|und|eller|or|oder|budsjett\w*|budget\w*|jeg|eg|jag|i|ich|vi|we|wir|har|have|habe|haben|kan|can|tenker|tenkte|bruke|bruge|anvanda|spend|ligger|er|ar|is|ist|pa|on|of|det|it|en|a|my|mitt|min|var|our|mein|unser|kanskje|kanske|maybe|vielleicht|litt|kr|kroner|kronor|nok|sek|dkk|eur|euro)\b|[.,!:;~<>+–-]|,-/g;
const amount =
  /(?<!\d)(?:\d{1,3}(?:[ .\u00a0]\d{3}){1,2}|\d{1,7}(?:[.,]\d+)?\s?(?:k\b|'|tusen|thousand|mill\p{L}*)?)(?!\d)/giu;
const smallestBudget = 10_000;

/** An amount in kroner where the line says nothing else, the greater of two; who says 300 means thousands. */
function budgetIn(line: string): number | null {
  const rest = foldText(line.replace(amount, ' ')).replace(filler, ' ').trim();
  if (rest !== '') return null;
  const values = (line.match(amount) ?? []).map((written) => parseAmount(written) ?? 0);
  const value = Math.max(0, ...values);
  const kroner = value < 1000 ? value * 1000 : value;
  return kroner >= smallestBudget ? kroner : null;
}

function isFinancing(folded: string): boolean | null {
  if (loan.test(folded)) return true;
  if (cash.test(folded) || no.test(folded)) return false;
  return yes.test(folded) ? true : null;
}

/** The car they have, as far as they say which. */
function tradeInOf(said: string, folded: string): string | null {
  return extractTradeIn(said) ?? (yes.test(folded) ? (findNamedVehicle(said) ?? 'Not described') : null);
}

/** Leaves out what nothing was said of. */
function known(found: { [Field in keyof Qualification]?: Qualification[Field] }): Partial<Qualification> {
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null));
}

/**
 * Reads a customer's words as the answer to the one question they were asked last: "rundt 300" is a budget only there.
 * Nothing is concluded from what they ask themselves. A time is read from any words, asked for or not, and not here.
 */
export function answerToQuestion(topic: QuestionTopic, text: string): Partial<Qualification> {
  const sentences = splitSentences(text).filter((sentence) => !sentence.includes('?'));
  const said = sentences.join('\n');
  const folded = foldText(said).trim();
  switch (topic) {
    case 'budget':
      return known({ budget: sentences.map(budgetIn).find((budget) => budget !== null) ?? null });
    case 'financing':
      return known({ financing: isFinancing(folded) });
    case 'trade_in':
      return known({ tradeIn: tradeInOf(said, folded) });
    case 'test_drive':
      return known({ testDrive: yes.test(folded) ? true : no.test(folded) ? false : null });
    case 'timeline':
    case 'other':
      return {};
  }
}
