import { unsureWords } from './unsure-words.ts';

const cash = /\b(?:kontant\w*|cash|bar|egne penger|betaler selv)\b/;
const loan =
  /\b(?:(?:bil)?lan(?:et|a|e|efinans\w*)?|finans\w*|financ\w*|finanzier\w*|leas\w*|kredit\w*|credit|darlehen|loan|avbetal\w*|afbetal\w*|nedbetal\w*|delbetal\w*|raten\w*|instal\w*)\b/;
const negation =
  /\b(?:ikke|ikkje|inte|ej|icke|ingen|inget|inga|uten|utan|uden|without|not|no|never|don't|dont|nei|nej|nein|nicht|kein\w*|ohne)\b/;
const clauseEnd = /[.,;!\n]+|\s(?:men|but|aber|sondern|sa|so|og|och|and|und)\s/;

/** Whether clauses want what they speak of; null where none speaks of it. */
function wants(clauses: readonly string[], what: RegExp): boolean | null {
  const about = clauses.filter((clause) => what.test(clause));
  return about.length === 0 ? null : about.some((clause) => !negation.test(clause));
}

/** Whether folded words ask for a loan or leasing; false who pays cash or wants none, null where they do not say. */
export function financingAnswer(folded: string): boolean | null {
  if (unsureWords.test(folded)) return null;
  const clauses = folded.split(clauseEnd);
  const paysCash = wants(clauses, cash);
  return wants(clauses, loan) ?? (paysCash === null ? null : !paysCash);
}
