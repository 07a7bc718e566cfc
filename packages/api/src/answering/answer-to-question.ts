import type { QuestionTopic } from './replies/qualification-questions.ts';
import { foldText } from './text/fold-text.ts';
import { parseAmount } from './text/parse-amount.ts';
import type { Qualification } from './types.ts';

const yes = /^(?:ja|jo|yes|yeah|yep|gjerne|absolutt|ok|okei|visst|garna|jatak|ja tak|gern|gerne|jepp|sure|please)\b/;
const no = /^(?:nei|no|nope|nej|nein|ikke|inte|nicht|not)\b/;
const cash = /\b(?:kontant\w*|cash|bar|egne penger|betaler selv)\b/;
const loan = /\b(?:lan|finans\w*|finanzier\w*|leas\w*|kredit\w*|loan|avbetal\w*)\b/;
const amount = /\d{1,3}(?:[ .\u00a0]\d{3})+|\d+(?:[.,]\d+)?\s?(?:k|'|tusen|thousand|mill\p{L}*)?/iu;
const smallestBudget = 10_000;
const longestAnswer = 120;

function short(text: string): string | null {
  const line = text.replace(/\s+/g, ' ').trim();
  return line === '' || line.length > longestAnswer ? null : line;
}

/** Who is asked for a budget and says 300 means thousands. */
function budgetIn(line: string | null): number | null {
  const written = amount.exec(line ?? '')?.[0];
  const value = written === undefined ? null : parseAmount(written);
  if (value === null) return null;
  const kroner = value < 1000 ? value * 1000 : value;
  return kroner >= smallestBudget ? kroner : null;
}

function isFinancing(folded: string): boolean | null {
  if (loan.test(folded)) return true;
  if (cash.test(folded) || no.test(folded)) return false;
  return yes.test(folded) ? true : null;
}

/**
 * Reads a customer's words as the answer to the one question they were asked last: "rundt 300" is a budget only there.
 * Nothing is concluded from a long text; `null` leaves what is known.
 */
export function answerToQuestion(topic: QuestionTopic, text: string): Partial<Qualification> {
  const folded = foldText(text).trim();
  const line = short(text);
  switch (topic) {
    case 'budget': {
      const budget = budgetIn(line);
      return budget === null ? {} : { budget };
    }
    case 'timeline':
      return line === null || yes.test(folded) || no.test(folded) ? {} : { timeline: line };
    case 'financing': {
      const financing = isFinancing(folded);
      return financing === null ? {} : { financing };
    }
    case 'trade_in':
      return line === null || no.test(folded) ? {} : { tradeIn: line };
    case 'test_drive':
      return yes.test(folded) ? { testDrive: true } : no.test(folded) ? { testDrive: false } : {};
    case 'other':
      return {};
  }
}
