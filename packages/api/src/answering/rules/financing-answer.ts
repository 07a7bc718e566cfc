const cash = /\b(?:kontant\w*|cash|bar|egne penger|betaler selv)\b/;
const loan =
  /\b(?:(?:bil)?lan(?:et|a|e|efinans\w*)?|finans\w*|financ\w*|finanzier\w*|leas\w*|kredit\w*|credit|darlehen|loan|avbetal\w*|afbetal\w*|nedbetal\w*|delbetal\w*|raten\w*|instal\w*)\b/;
const negation =
  /\b(?:ikke|ikkje|inte|ej|icke|ingen|inget|inga|uten|utan|uden|without|not|no|never|don't|dont|nei|nej|nein|nicht|kein\w*|ohne|h?verken|varken|neither|weder)\b/;
const sentenceEnd = /[.;!\n]+/;
const clauseEnd = /,|\s(?=(?:men|but|aber|sondern)\s)|\s(?:sa|so|og|och|and|und)\s/;
/** What may stand in a list of kinds of loan, and says nothing of whether one is wanted. */
const listed =
  /\b(?:eller|or|oder|nor|noch|og|och|and|und|noe|noen|nokon|nagot|nagon|noget|nogen|en|et|ett|ein|eine|a|any|av|af|pa|annet|annat|andet|sant|slikt|lignende)\b|\s+/g;

function isListed(clause: string, what: RegExp): boolean {
  return clause.split(what).join('').replace(listed, '') === '';
}

/** Whether a sentence wants what it speaks of; null where it does not. In a list ("no loan, leasing") one clause says it. */
function wantsIn(sentence: string, what: RegExp): boolean | null {
  const about = sentence.split(clauseEnd).filter((clause) => what.test(clause));
  if (about.length === 0) return null;
  const telling = about.filter((clause) => !isListed(clause, what));
  return (telling.length > 0 ? telling : about).some((clause) => !negation.test(clause));
}

function wants(folded: string, what: RegExp): boolean | null {
  const found = folded.split(sentenceEnd).map((sentence) => wantsIn(sentence, what));
  if (found.includes(true)) return true;
  return found.includes(false) ? false : null;
}

/** Whether folded words ask for a loan or leasing; false who pays cash or wants none, null where they do not say. */
export function financingAnswer(folded: string): boolean | null {
  const paysCash = wants(folded, cash);
  return wants(folded, loan) ?? (paysCash === null ? null : !paysCash);
}
