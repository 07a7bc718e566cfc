import type { QuestionTopic } from './replies/qualification-questions.ts';
import { budgetAnswer } from './rules/budget-answer.ts';
import { financingAnswer } from './rules/financing-answer.ts';
import { timelineAnswer } from './rules/timeline-answer.ts';
import { tradeInAnswer } from './rules/trade-in-answer.ts';
import { unsureWords } from './rules/unsure-words.ts';
import { foldText } from './text/fold-text.ts';
import { splitSentences } from './text/split-sentences.ts';
import type { Qualification } from './types.ts';

const yes = /^(?:ja|jo|yes|yeah|yep|gjerne|absolutt|visst|garna|jatak|ja tak|gern|gerne|jepp|sure|please)\b/;
/** It agrees to what was offered, and says nothing of what one has. */
const agrees = /^(?:ok|okei|okay)\b/;
const greeting = /^(?:hei|heisann|hallo|hej|hejsan|hi|hello|god dag|goddag|guten tag|moin)\b[\s,.!]*/;
const no = /^(?:nei|no|nope|nej|nein|ikke|inte|nicht|not)\b/;

/** What a bare yes or no says. */
function yesOrNo(folded: string): boolean | null {
  if (yes.test(folded)) return true;
  return no.test(folded) ? false : null;
}

/** Leaves out what nothing was said of. */
function known(found: { [Field in keyof Qualification]?: Qualification[Field] }): Partial<Qualification> {
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null));
}

/**
 * Reads a customer's words as the answer to the one question they were asked last: "rundt 300" is a budget only there, and
 * "I april" a time. Nothing is concluded from what they ask themselves.
 */
export function answerToQuestion(topic: QuestionTopic, text: string): Partial<Qualification> {
  const sentences = splitSentences(text).filter((sentence) => !sentence.includes('?'));
  const folded = foldText(sentences.join('\n')).trim().replace(greeting, '');
  const isUnsure = unsureWords.test(folded);
  switch (topic) {
    case 'budget':
      return known({ budget: sentences.map(budgetAnswer).find((budget) => budget !== null) ?? null });
    case 'financing':
      return isUnsure ? {} : known({ financing: financingAnswer(folded) ?? yesOrNo(folded) });
    case 'trade_in':
      return known({ tradeIn: tradeInAnswer(sentences, isUnsure && yes.test(folded) ? null : yesOrNo(folded)) });
    case 'test_drive':
      return isUnsure ? {} : known({ testDrive: agrees.test(folded) ? true : yesOrNo(folded) });
    case 'timeline':
      return known({ timeline: timelineAnswer(sentences) });
    case 'other':
      return {};
  }
}
