import { foldText } from '../text/fold-text.ts';

const tells: readonly RegExp[] = [
  /(?:ignor\w*|disregard|forget|override|glem|se bort fra|overse) (?:\w+ ){0,3}(?:instru\w+|prompt\w*|rules?|regler|beskjeder|guidelines|previous|above|ovenfor)/,
  /system ?(?:prompt|message|melding|instruks)/,
  /\byou are (?:now|no longer)\b|\bdu er (?:na|ikke lenger) (?:en|et)\b/,
  /\bact as\b|\bpretend (?:to be|that)\b|\blat som (?:om )?du\b/,
  /(?:reveal|print|repeat|show|skriv ut|gjenta|vis) (?:\w+ ){0,3}(?:prompt|instru\w+|system)/,
  /(?:developer|jailbreak|dan|debug|admin) mode\b|\bjailbreak\b/,
  /<\/?(?:system|assistant|instructions?|customer\w*)\b|\[(?:system|inst|\/inst)\]|^\s*(?:system|assistant)\s*:/m,
  /(?:legally|juridisk) bind(?:ing|ende)|no takesies/,
  /(?:as an ai|som en ki|du er en ki|language model|sprakmodell)/,
  /(?:classify|label|mark|rate|klassifiser|merk|klassificera|einstuf\w*) (?:this|the|denne|meldingen|meddelandet|diese) (?:message|mail|e-?mail|customer|lead|enquiry)?/,
  /\bset (?:the |its )?(?:score|label|urgency|priority|status)\b|sett (?:score|poeng|prioritet)/,
  /(?:word for word|verbatim|ord for ord)|internal mark/,
  /\b(?:call|invoke|run|execute|kjor) (?:the )?(?:function|tool|command|funksjonen|kommandoen)\b/,
  /\bfrom now on,? (?:you|du|answer|reply)\b|you must (?:answer|reply|respond)/,
  /(?:add|include|insert|append|legg til) (?:this|the following|denne) (?:line|text|link|sentence|linjen|teksten)/,
  /\[(?:intern\w*|internal|note|notat|staff|admin)\b/,
  /(?:respond|reply|answer|svar) (?:only|just|kun|bare) (?:with|med)\b/,
];

/** True when a text speaks to the assistant's instructions rather than to the dealership; it lowers trust, no more. */
export function detectInjection(text: string): boolean {
  const folded = foldText(text);
  return tells.some((tell) => tell.test(folded));
}
