import { parseAmount } from '../text/parse-amount.ts';

const amount =
  "(\\d{1,3}(?:[ .\\u00a0]\\d{3}){1,3}|\\d{1,7}(?:[.,]\\d{1,3})?\\s?(?:k|tusen|mill(?:ioner)?)|\\d{5,7}|\\d{2,3}')(?!\\d)";
const budgetBefore = new RegExp(
  `(?:budsjett\\p{L}*|budget\\p{L}*|maks(?:imalt|pris)?|max(?:imum)?|opp(?:e|ad)? (?:til|mot)|up to|under|inntil|rundt|ca\\.?|around|about|spend|bruke|betale|takhøyde|ikkje over|ikke over|ikke mer enn|not over|no more than|högst|høyst|højst|höchstens|inte över|bis zu|bis)(?:\\s+(?:mitt|vårt|er|på|of|is|til|at|a|rundt|ca\\.?|around|about|kr\\.?|nok))*\\s*${amount}`,
  'iu',
);
const budgetAfter = new RegExp(
  `${amount}\\s*(?:kr|kroner|nok|,-)?\\s+(?:i budsjett|å bruke|to spend|budget|er (?:maks|taket)|max)`,
  'iu',
);
const monthly = /(?:pr|per|i)\.?\s?(?:mnd|måned|month|mån)/iu;
const smallestCarBudget = 10_000;

/** What the customer says they can spend, in whole kroner; monthly amounts do not count. */
export function extractBudget(text: string): number | null {
  for (const pattern of [budgetBefore, budgetAfter]) {
    const match = pattern.exec(text);
    if (match?.[1] === undefined) continue;
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 16);
    const value = parseAmount(match[1]);
    if (value !== null && value >= smallestCarBudget && !monthly.test(rest) && !/^\s*(?:km|mil)\b/i.test(rest))
      return value;
  }
  return null;
}
