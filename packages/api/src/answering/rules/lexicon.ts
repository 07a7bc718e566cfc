import { createPhraseMatcher } from '../text/create-phrase-matcher.ts';
import type { Intent } from '../types.ts';
import { neighbourIntents } from './neighbour-lexicon.ts';

/** Phrases by intent in Norwegian, with nynorsk and dialects, and English; Swedish, Danish and German stand beside. */
const intentPhrases: Readonly<Record<Exclude<Intent, 'general'>, string>> = {
  test_drive: `
    prøvekjør* | prøve kjør* | prøvekøyr* | prøvetur* | prøvetime | prøve (den|bilen) | (kommer|kommar|stikker|svinger) (jeg |vi |eg )?(innom|forbi) | (drop|swing|stop|come) by | teste (den|bilen) |
    ta en tur (i|med) | test ?driv* | test-driv* | test drive* | take it for a (drive|spin) | provkör* |
    prøvekør* | probefahrt* | probe fahren | (se|kikke|titte|sjå) (litt )?på (den|bilen) | visning |
    (kan|få|vil|gjerne|kunne) (jeg |eg |vi )?(komme|stikke|ta turen) (innom|forbi) |
    (come|pop) (and|to|in to|by to|over to) (see|view|look at) |
    (see|view) (the car|it) (in person|today|tomorrow) | viewing | titta på bilen | besichtig*
  `,
  trade_in: `
    innbytt* | inn bytte | (bytte|bytter|byttes) inn | ta ((min|mi|den|bilen) )?i bytte | tar dere bytte |
    bytte (bil|mot|i) | byttehandel | trade ?ins? | trade-ins? | trading in | part-ex | part exchange | inbyte* |
    byta in | byttepris | bytte med min | inzahlung* | bytte min | tar dere (en |inn )?(gammel|brukt) bil
  `,
  finance: `
    finansier* | billån* | lån | lånet | låne (penger|til) | lånefinans* | leasing* | lease* | leie | månedspris | måned* ?beløp |
    (pr|per|i) (mnd|måned*) | mnd | avdrag* | delbetal* | nedbetal* | egenkapital | rente* | kreditt* | financ* |
    loan | monthly | per month | pcm | instalment* | installment* | down ?payment | deposit | apr |
    interest rate | avbetal* | kontantinsats | månadskostnad | udbetaling | afbetaling | finanzier* | monatlich* |
    rate zahlen
  `,
  price: `
    pris* | siste pris | hva koster | koste* | kosta | hva (vil|skal) (dere|du) ha | hva går den for |
    hva tar dere for | hvor mye (er|vil|skal|kosta*|koster*) | ka koste* | kva kostar | tilbud på | prute* |
    price* | how much | cost | costs | quote | kostar | vad kostar | hvad koster | preis* | kostet | was soll
  `,
  availability: `
    ledig | ledige | tilgjengelig* |
    (fortsatt|fremdeles|framleis|fortsett|enda|ennå|ænnå|endå) (til salgs|til sals|ledig|å få|der|tilgjengelig|her|inne) |
    til salgs | til sals | te salgs | (er|e) (den|bilen|denne|han) (solgt|borte|vekk|reservert) | solgt | usolgt |
    (har|hadde) (dere|de|dokker|du) (den|denne|bilen|han|fortsatt|fremdeles) |
    har (dere|de|dokker) (noen|noe|en|ei|flere) | på lager | inne (nå|hos) | available | availability |
    still (for sale|got|have|there|in stock|up) | in stock | (is|has) it (been )?sold | been sold | for sale |
    finns (den|bilen) | kvar | såld | till salu | stadig | til salg | verfügbar | noch da | zu haben | verkauft |
    når kan (jeg|vi) få | leveringstid | do you have (any|a|the)
  `,
  opening_hours: `
    åpningstid* | åpent | opningstid* | ope | åpner | åpne dere | stenger* | stengt | når (har|er) dere |
    oppe når | opening (hours|times) | open (on|at|until|till|today|tomorrow|this|saturday*|sunday*) |
    (are|when) (you|do you) (open|close)* | what time do you | öppet* | öppettider | åbent | åbningstid* |
    geöffnet | öffnungszeiten | hvor (holder dere til|ligger dere|er dere|finner jeg dere) | adresse* |
    where are you (located|based)? | your address
  `,
  buy: `
    kjøp* | interesser* | slå til | vil ha (den|bilen) | ønsker (å kjøpe|meg) | ser etter | leter etter | trenger (* ){0,2}bil | need a (new |used )?(car|van|suv) |
    på jakt etter | skal ha ny bil | reserver* | holde av | sette av | buy | purchase | interest* |
    looking (for|to buy|at) | i want (it|the|this|a) | i ?'?ll take it | reserve | köp* | intresserad | køb* |
    kauf* | interesse*
  `,
  sell: `
    selge (bilen|min|mi|en|ein|dere|til dere) | kjøper dere (inn |brukt*|bil*) | vil selge | ønsker å selge |
    få solgt (bilen|min) | hva (gir|får jeg) (dere|for min) | sell (my|our|you) | do you buy (cars|used) |
    want to sell | sälja (min|bilen) | sælge (min|bilen) | verkaufen
  `,
};

/** Order of specificity: the first one found leads. */
export const intentOrder: readonly Exclude<Intent, 'general'>[] = [
  'sell',
  'test_drive',
  'trade_in',
  'finance',
  'opening_hours',
  'price',
  'availability',
  'buy',
];

const matchers = new Map(
  intentOrder.map((intent) => [intent, createPhraseMatcher(`${intentPhrases[intent]} | ${neighbourIntents[intent]}`)]),
);

/** The phrases of one intent that a folded text holds. */
export function findIntentPhrases(intent: Exclude<Intent, 'general'>, folded: string): string[] {
  return matchers.get(intent)?.(folded) ?? [];
}
