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
    (see|view) (the car|it) (in person|today|tomorrow) | viewing | titta på bilen | besichtig* |
    (se|sjå|titte|kikke|kike) på (bilene|bilane|dem|han|an|xc*|begge) | kan (den|bilen|han) (sees|prøves|ses) | få (se|sjå|prøve|prøvd) (den|bilen|han|begge) |
    prøve (begge|båe|dem|den|han) | ta en (runde|tur) | kjøre den (på|i|en) | (vil|kunne) jeg (gjerne )?(se|prøve) (på )?(den|bilen) | for en titt | prøvd |
    drive (both|it|them) | drive (this|the) car | (come|pop) (round|in|over|past) | come and (see|try) | have a look | see (it|the car|both) | get behind the wheel
  `,
  trade_in: `
    innbytt* | inn bytte | (bytte|bytter|byttes) inn | ta ((min|mi|den|bilen) )?i bytte | tar dere bytte |
    bytte (bil|mot|i) | byttehandel | trade ?ins? | trade-ins? | trading in | part-ex | part exchange | inbyte* |
    byta in | byttepris | bytte med min | inzahlung* | bytte min | tar dere (en |inn )?(gammel|brukt) bil |
    hva (gir|får jeg|får vi|gir dere) (dere |meg |vi )?(for|i) (min|mi|vår) | levere (inn )?(en|min|mi) … (innbytte|bytte) | mellomlegg* | gammelbil* |
    (would|will|do) you take (a|my|in) … (against|as|for your) | give me for my | for my old (one|car) | put (my|it) towards | what is my … worth | against your |
    (gi|gir|få|får) (den|bilen|han) i (innbytte|bytte) | bytte (den|bilen|gamlebilen|gammelbilen) | (ta|tar) (dere|de) (inn )?(min|mi|bilen) | byttebil* |
    swap (my|it) | chop in | px | p-x | trading | del av oppgjør* | som (delbetaling|oppgjør) | i oppgjør* | (min|mi|bilen|den) verdt | verdt … (innbytte|hos dere) |
    (levere|leverer|gi|ta) inn (min|mi|bilen|den|når|ved) | (bytter|tar) dere (til dere|inn|imot) | hva (kan|ville) (jeg|vi|dere) (få|gi|gitt|fått) … for (min|mi|vår) | verdi* (på|av) (min|bilen) |
    (takst|vurdering|verdivurdering) (av|på) (min|mi|bilen min|gamlebilen) | (gamle|nåværende) bilen (min|vår) | har … (jeg|vi|som) (vil|kan|ønsker å|skal) (levere|bytte|gi) |
    (pay|offer|get|allow|allowance|value|valuation|quote) (me )?(for|on|of) (my|our) | part payment | (my|our) … (is|be) worth | value my | old one in
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
    price* | how much | cost | costs | quote | kostar | vad kostar | hvad koster | preis* | kostet | was soll |
    (hva|ka|kva) (skal|ska|vil) (dere|dokker|dokk|de|du) ha | prisforskjell* | (må jeg|må vi) ut med | hva (blir|er) prisen |
    (what|how much) (do |would )?(you|u) want for | asking price | what you want for | (what does|whats) it cost
  `,
  availability: `
    ledig | ledige | tilgjengelig* |
    (fortsatt|fremdeles|framleis|fortsett|enda|ennå|ænnå|endå) (til salgs|til sals|ledig|å få|der|tilgjengelig|her|inne) |
    til salgs | til sals | te salgs | (er|e) (den|bilen|denne|han) (solgt|borte|vekk|reservert) | solgt | usolgt |
    (har|hadde) (dere|de|dokker|du) (den|denne|bilen|han|fortsatt|fremdeles) |
    har (dere|de|dokker) (noen|noe|en|ei|flere) | på lager | inne (nå|hos) | available | availability |
    still (for sale|got|have|there|in stock|up) | in stock | (is|has) it (been )?sold | been sold | for sale |
    finns (den|bilen) | kvar | såld | till salu | stadig | til salg | verfügbar | noch da | zu haben | verkauft |
    når kan (jeg|vi) få | leveringstid | do you have (any|a|the) |
    (førr|for|te|til) (salg|sals|salgs) | (har|e) (dere|de|dokker|dokk) … (inne|ståande|stående|begge|igjen) | (står|stend) (den|bilen|han|fortsatt|framleis) |
    å få (kjøpt|tak i)? | finnes (den|bilen|det) | fins (den|bilen) | er … (solgt|ledige?|borte) | hva har dere (inne|stående|til salgs|av) | hvilke* … har dere (inne)? |
    on your forecourt | (has|is|was) … (gone|sold|taken) | do you still have | you still have | have you got | which … do you have | what do you have
  `,
  opening_hours: `
    åpningstid* | åpent | opningstid* | ope | åpner | åpne dere | stenger* | stengt | når (har|er) dere |
    oppe når | opening (hours|times) | open (on|at|until|till|today|tomorrow|this|saturday*|sunday*) |
    (are|when) (you|do you) (open|close)* | what time do you | öppet* | öppettider | åbent | åbningstid* |
    geöffnet | öffnungszeiten | hvor (holder dere til|ligger dere|er dere|finner jeg dere) | adresse* |
    where are you (located|based)? | your address |
    (er|e) (dere|de|dokker|butikken) … (åpne?|åpent|oppe) | på jobb | åpen på
  `,
  buy: `
    kjøp* | interesser* | slå til | vil ha (den|bilen) | ønsker (å kjøpe|meg) | ser etter | leter etter | trenger (* ){0,2}bil | need a (new |used )?(car|van|suv) |
    på jakt etter | skal ha ny bil | reserver* | holde av | sette av | buy | purchase | interest* |
    looking (for|to buy|at) | i want (it|the|this|a) | i ?'?ll take it | reserve | köp* | intresserad | køb* |
    kauf* | interesse* |
    (ser|sjå|ute|leter|på utkikk|på jakt) etter (en|ei|ein|noe|bil) | trenger (en|ei|noe|et) … (bil|større|mindre|varebil) | skal bytte ut bilen | noe som passer |
    har (dere|dokk|dokker|de) (noe|noen|nån|nokon) … (bil|passer|liten|stor) | need a … (car|van|suv) | looking for | kjøpe bil | (tar|tek) den
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
