import { foldText } from '../text/fold-text.ts';
import { splitSentences } from '../text/split-sentences.ts';
import type { KnownPassages } from './check-knowledge.ts';
import type { Violation } from './gate-types.ts';
import type { PromiseRule } from './promise-rule.ts';
import { promiseRules } from './promise-rules.ts';
import { violation } from './violation.ts';

const negation =
  /(?<![\p{L}])(?:ikke|ingen|aldri|uten|not|no|never|cannot|can't|don't|doesn't|won't|isn't|unable|without|inte|inga|inget|aldrig|utan|uden|intet|nicht|nie|niemals|ohne|weder|kein\w*|ej)(?![\p{L}])/u;
const clauseEnd = /[,;:.!?]| (?:men|but|og sa|and then|aber|sondern|utan|sa) /gu;
const leftToSalesperson =
  /(?:selger|selgeren|salesperson|seller|saljare\w*|saelger\w*|verkaufer\w*)[^.]{0,40}(?:ta den praten|svar\w*|bekreft\w*|vurder\w*|answer|confirm|have that talk|discuss|tell you|bekrafta\w*|bedom\w*|ta det|bekraeft\w*|oplys\w*|tage den|tage det|bestatig\w*|beantwort\w*|nennen|beurteil\w*|klar(?:en|t)|besprech\w*)|(?:sporsmal|question|avklar\w*|ta|take|fraga|sporg|klaren|besprechen|fragen)[^.]{0,40}(?:selger|salesperson|saljare|saelger|verkaufer)/;
const committed =
  /(?:en|a) (?:selger|person|salesperson|kollega|colleague)[^.]{0,24}(?:ser (?:ogsa )?henvendelsen|sees your enquiry|tar over|takes over)/;

function clauseAround(sentence: string, at: number, length: number): { before: string; after: string } {
  let from = 0;
  let to = sentence.length;
  for (const match of sentence.matchAll(clauseEnd)) {
    if (match.index < at) from = match.index + match[0].length;
    else if (match.index >= at + length) {
      to = match.index;
      break;
    }
  }
  return { before: sentence.slice(from, at), after: sentence.slice(at + length, to) };
}

function isNegated(sentence: string, match: RegExpMatchArray): boolean {
  const at = match.index ?? 0;
  const { before, after } = clauseAround(sentence, at, match[0].length);
  const nearBefore = before.split(/\s+/).slice(-7).join(' ');
  const nearAfter = after.split(/\s+/).slice(0, 6).join(' ');
  return negation.test(nearBefore) || negation.test(match[0]) || negation.test(nearAfter);
}

function breaks(rule: PromiseRule, sentence: string, match: RegExpMatchArray, known: string): boolean {
  if (rule.negatable && isNegated(sentence, match)) return false;
  if (rule.handOver && leftToSalesperson.test(sentence)) return false;
  if (rule.family === 'guarantee' && /garanti|warranty|gewahr/.test(match[0]) && /garanti|warranty/.test(known))
    return false;
  if (rule.family === 'condition' && known.includes(match[0])) return false;
  return !(rule.family === 'future_work' && committed.test(sentence));
}

/** Promises a reply must not make; `known` is the stock's own wording (equipment), which may be repeated, `passages` its knowledge. */
export function checkPromises(text: string, known: string, passages?: KnownPassages): Violation[] {
  const folded = foldText(known);
  return splitSentences(text).flatMap((sentence) => {
    const foldedSentence = foldText(sentence);
    const broken = promiseRules.filter((rule) =>
      [...foldedSentence.matchAll(rule.pattern)].some((match) => breaks(rule, foldedSentence, match, folded)),
    );
    const families = [...new Set(broken.map(({ family }) => family))].filter(
      (family) => !passages?.promises(sentence, family),
    );
    return families.map((family) => violation(`promise_${family}`, sentence));
  });
}
