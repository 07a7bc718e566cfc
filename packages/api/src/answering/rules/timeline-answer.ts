import { foldText } from '../text/fold-text.ts';
import type { Intent } from '../types.ts';
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
  /^(?:forst |helst |ikke |inte |not )*(?:nar|hvis|wenn|sobald|when|as soon as|once|sa snart|sa fort|etter|efter|after|nach|innen|inom|inden|within|for|fore|before|vor|til|until|bis)\b/;
const other: readonly Exclude<Intent, 'general'>[] = [
  'price',
  'availability',
  'opening_hours',
  'finance',
  'test_drive',
];

function isTime(folded: string): boolean {
  if (asks.test(folded) || unsureWords.test(folded) || thanks.test(folded) || signsOff.test(folded)) return false;
  return hangsOn.test(folded) || other.every((intent) => findIntentPhrases(intent, folded).length === 0);
}

/**
 * When a customer who was asked for it wants to change cars, in their own words: their first short line, be it "I april" or
 * "when the old one is sold"; null where it is only yes or no, or speaks of something else. `sentences` hold no question.
 */
export function timelineAnswer(sentences: readonly string[]): string | null {
  for (const sentence of sentences) {
    const words = sentence
      .replace(opening, '')
      .replace(/[.!,\s]+$/, '')
      .trim();
    if (words !== '') return words.length <= longestAnswer && isTime(foldText(words)) ? words : null;
    if (!greets.test(foldText(sentence))) return null;
  }
  return null;
}
