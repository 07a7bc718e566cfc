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
  /(?:respond|reply|answer|svar) (?:only|just|kun|bare) (?:with|med)\b/,
];

/** True when a text speaks to the assistant's instructions rather than to the dealership; it lowers trust, no more. */
export function detectInjection(text: string): boolean {
  const folded = foldText(text);
  return tells.some((tell) => tell.test(folded));
}
