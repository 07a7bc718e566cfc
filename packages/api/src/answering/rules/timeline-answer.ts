import { foldText } from '../text/fold-text.ts';
import type { Intent } from '../types.ts';
import { findTimeWords } from './find-time-words.ts';
import { findIntentPhrases } from './lexicon.ts';
import { unsureWords } from './unsure-words.ts';

const longestAnswer = 60;
/** What may stand before an answer, with nothing to say of its own. */
const opening =
  /^(?:(?:hei|heisann|hallo|hej|hejsan|hi|hello|god dag|goddag|guten tag|moin|ja|jo|yes|yeah|nei|nej|nein|no|ok(?:ei|ay)?|jo da|jada|takk|tack|tak|thanks|thank you|danke)(?:$|[\s,.!]+(?=$|\P{L})|[,.!]+\s*|\s+(?=(?:takk|tack|tak|thanks|danke)(?!\p{L}))))+/iu;
const greets = /^(?:hei|heisann|hallo|hej|hejsan|hi|hello|god dag|goddag|guten tag|moin|ja|jo|jada|yes|yeah)\b/;
const thanks = /^(?:tusen |mange |many |vielen )?(?:takk|tack|tak|thanks|thank|danke?)\b/;
const signsOff =
  /^(?:mvh|vh|hilsen|(?:med )?(?:vennlig|venlig|vanlig)\w*|best|kind|regards|br|mit freundlich\w*|viele grusse|lg|mfg|halsning\w*)\b/;
/** A question in its order of words, with or without its mark: a verb before who does it, or a word that asks. */
const asks =
  /^(?:hva|hvor\w*|hvilke\w*|hvem|hvad|hvornar|hur|vad|var|vilke[nt]|vilka|nar (?:er|kan|har|far|apner|stenger|kommer|skal|vil|passer|oppnar|stanger|abner|lukker)|what|how|which|who|why|where|when (?:is|are|can|do|does|will|would|could)|wie|was|wo|wann|welche\w*)\b|^(?:kan|er|har|far|gar|tar|ma|skal|vil|kunne|finnes|finns|findes|ar|ska|kommer|can|could|is|are|do|does|has|have|would|will|ist|sind|hat|haben|kann|konnen|gibt) (?:du|dere|de|dykk|den|det|denne|dette|bilen|jeg|eg|vi|han|man|noen|der|ni|jag|i|you|it|the|this|that|we|they|sie|er|es|ihr|ich|wir)\b/;
/** "Når huset er solgt", "after a test drive": a time that hangs on something else. */
const hangsOn =
  /^(?:forst |helst |ikke |inte |not )*(?:nar|hvis|wenn|sobald|when|as soon as|once|sa snart|sa fort|etter|efter|after|nach|innen|inom|inden|innan|within|before|bevor|ehe|until)\b/;
/** Folded it would be `for`, which stands before anything. */
const hangsOnBefore = /^(?:(?:først|helst|ikke|ikkje) )*før(?!\p{L})/iu;
/** A day or a year in digits, and words that are a time only where they stand so. */
const dated =
  /(?<!kl\.? ?)(?<![\d.,])(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])(?:[./-](?:20)?\d\d)?$|(?:^|(?:^|\s)(?:i|in|im|til|till|until|by|for|fore|before|bis|av|af|of|etter|efter|after|nach|tidlig|tidig|early|late|sent|primo|medio|ultimo) )20[2-9]\d$|(?:^|\s)i var$|^(?:may|spring|fall|senere|senare|later|spater|morgen)$/;
/** Somebody is to call or write, which says nothing of the purchase; or there is none any more. */
const noPurchase =
  /\b(?:ring|ringe|ringer|ringes|ringa|call|phone|ruf|rufe|rufen|anrufen|send|sende|skicka|schicken?|skriv|skrive|kontakt|kontakte|contact)\b|\b(?:har|have|habe|haben) (?:\S+ ){0,3}(?:kjopt|kopt|kobt|bought|gekauft)\b|\b(?:kjopte|kopte|kobte|bought)\b|\b(?:ikke|ikkje|inte|not|nicht|kein\w*) (?:\S+ ){0,2}(?:interes\w*|intres\w*|aktuel\w*)/;
const other: readonly Exclude<Intent, 'general'>[] = [
  'price',
  'availability',
  'opening_hours',
  'finance',
  'test_drive',
];

function isTime(words: string): boolean {
  const folded = foldText(words);
  if ([asks, unsureWords, thanks, signsOff, noPurchase].some((pattern) => pattern.test(folded))) return false;
  if (hangsOn.test(folded) || hangsOnBefore.test(words)) return true;
  const timeWords = findTimeWords(folded);
  if (timeWords.length === 0 && !dated.test(folded)) return false;
  // `3-4 mnd` is no monthly payment.
  const rest = timeWords.reduce((left, word) => left.replace(word, ' '), folded);
  return other.every((intent) => findIntentPhrases(intent, rest).length === 0);
}

/**
 * When a customer who was asked for it wants to change cars, in their own words: their first short line, be it "I april" or
 * "when the old one is sold"; null where it is only yes or no, or says nothing of time. `sentences` hold no question.
 */
export function timelineAnswer(sentences: readonly string[]): string | null {
  for (const sentence of sentences) {
    const words = sentence
      .replace(opening, '')
      .replace(/[.!,\s]+$/, '')
      .trim();
    if (words !== '') return words.length <= longestAnswer && isTime(words) ? words : null;
    if (!greets.test(foldText(sentence))) return null;
  }
  return null;
}
