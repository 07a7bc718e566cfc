/** Folded words of a customer who does not know yet: no answer to a question. */
export const unsureWords =
  /\b(?:(?:vet|veit|ved|weiss?) (?:ikk?je|ikke|inte|nicht|ej)|usikker|osaker|unsicher|(?:not|i'm not|im not) sure|no idea|(?:don't|dont|do not) know|aner ikke|ingen (?:anelse|aning)|keine ahnung|kanskje|kanske|maske|maybe|perhaps|vielleicht)\b/;
