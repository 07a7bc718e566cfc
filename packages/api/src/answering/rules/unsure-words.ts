/** Folded words of a customer who does not know yet: no answer to a question. */
export const unsureWords =
  /\b(?:(?:vet|veit|ved|weiss?) (?:ikk?je|ikke|inte|nicht|ej)|usikker|osaker|unsicher|unsure|(?:ikke|ikkje|inte|ej|nicht|not) (?:(?:helt|heilt|riktig|riktigt|ganz|so|entirely|quite|really|so) )?(?:sikker|sikre|saker|sakra|sicher|sure|bestemt|bestamt|besluttet|entschieden|decided)|haven't decided|no idea|(?:don't|dont|do not) know|aner ikke|ingen (?:anelse|aning)|keine ahnung|kanskje|kanske|maske|maybe|perhaps|vielleicht)\b/;
