import { createPhraseMatcher } from '../text/create-phrase-matcher.ts';
import { foldText } from '../text/fold-text.ts';
import type { Urgency } from '../types.ts';
import { neighbourUrgency } from './neighbour-lexicon.ts';

const now = createPhraseMatcher(`
    haster | nå med en gang | med en gang | omgående | straks | asap | as soon as possible | snarest |
    så fort som mulig | akkurat nå | right now | right away | immediately | urgent* | urgently | omgående | akut |
    sofort | dringend | ring meg( nå)? | ring mæ | call me( now)? | ringe meg | bli oppringt | give me a call |
    phone me | ring mig | ${neighbourUrgency.now}
  `);
const today = createPhraseMatcher(`
    i dag | idag | i kveld | ikveld | i ettermiddag | i formiddag | today | tonight |
    this (afternoon|evening|morning) | heute | i eftermiddag | i aften | ikväll | i morgen tidlig |
    tidlig i morgen | ${neighbourUrgency.today}
  `);
const low = createPhraseMatcher(`
    ingen hast | haster ikke | ikke noe hast | no rush | no hurry | not urgent | til våren | neste år |
    til høsten | next year | bare nysgjerrig | just curious | just browsing | kikker bare | foreløpig bare | ${neighbourUrgency.low}
  `);

/** How soon a customer wants an answer, from their own words. */
export function detectUrgency(text: string): Urgency {
  const folded = foldText(text);
  if (low(folded).length > 0) return 'low';
  if (now(folded).length > 0) return 'now';
  return today(folded).length > 0 ? 'today' : 'normal';
}
