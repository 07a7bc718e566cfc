import { createPhraseMatcher } from '../text/create-phrase-matcher.ts';

const span = '(dag*|days?|tage?n?|uka|uke*|uge*|veck*|weeks?|woche*|måned*|månad*|mnd|mdr|months?|monat*|kvartal*)';
const year = '(år|året|års|years?|jahr*)';
const count =
  '(#|en|ett?|ei|ein|eit|eine?[mr]?|an?|one|to|två|two|zwei|tre|three|drei|fire|fyra|four|vier|fem|five|fünf|seks|sex|six|sechs|par|paar|few|couple|couple of|noen|nokre|nån|några|nogle|some|einigen?|flere|flera|several|mehreren?|et halvt|ett halvt|halvt|half a|halben)';

/** Words of time in the five languages: months, seasons, holidays, days, lengths of time, and how soon. */
const phrases = `
  januari? | january | februari? | february | mars | marts | march | märz | april | mai | maj | juni | june | juli | july |
  august* | september | oktober | october | november | desember | december | dezember |
  feb | aug | sept | okt | oct | nov | dec | dez | (in|by|until|till|before|after|early|late|mid|end of|during) may |
  (i|in|im|til|till|bis|primo|medio|ultimo) (jan|mar|apr|jun|jul|sep|des) | q(1|2|3|4) | *kvartal* | quarter | quartal |
  (sen)?sommer(en|ferien)? | sommar(en)? | summer | vinter(en|ferien)? | winter | (sen)?høst(en|ferien)? | efterår(et)? |
  forår(et)? | autumn | herbst | frühjahr | frühling | våren | vårparten | (neste|nästa|denne|tidlig|tidig|utpå) vår |
  (in|by|this|next|the|early|late) (spring|fall) |
  jul(a|en|eferien)? | romjula | romjulen | christmas | xmas | weihnacht* | nyttår* | nyår* | nytår* | new year* | neujahr |
  påske(n|ferien)? | påsk(en)? | easter | ostern | pins* | pfingsten | midsommar* | sankthans | (felles)?ferien |
  semestern | urlaub | (man|tirs|tis|tys|ons|tors|fre|lør|laur|søn|sun)dag(en|er|ar)? |
  (mon|tues|wednes|thurs|fri|satur|sun)days? | (mon|diens|donners|frei|sams|sonn)tags? | mittwochs? | sonnabend |
  helg(en|a|ene)? | weekend(en|s)? | wochenende |
  ${count} ?${span} | (om|in|innen|inom|inden|within|binnen|innerhalb) ${count} ${year} | halvår(et)? |
  (neste|nästa|næste|denne|dette|denna|detta|nächste*|kommende|kommande|next|this|coming|diese*|første) (${span}|${year}) |
  i (år|året) | (uke|uka|vecka|uge|week|kw) ?\\d{1,2} |
  (løpet|slutten|starten|begynnelsen|midten|slutet|början|mitten|loppet|løbet|slutningen|begyndelsen|end|beginning|start|middle) (av|af|of) (the )?(${span}|${year}) |
  (ende|anfang|mitte) (des|der|dieses|dieser|nächste*) (${span}|${year}) |
  snart* | snarest* | snarast* | fortest* | kjapt | raskt | (nær|snar) (fremtid|framtid) | god tid | ingen stress | (ikke|ikkje|inte) (noe |noko |nå )?hast | straks | strax | nå | nu | now | soon* | asap | umiddelbart | omgående | genast | sofort | bald* |
  jetzt | immediately | (right|straight) away | så (fort|snart|raskt) som | as (quick|quickly|fast|soon) as | hurtigst* | schnellst* |
  so (schnell|bald) wie | möglichst schnell | haster | hastverk | bråttom | ingen (hast|brådska) | med (en|det) gang |
  med det (samme|første) | no (rush|hurry) | keine eile | eilt | eilig |
  i ?dag | i ?morgen | i ?morgon | i ?overmorgen | i ?övermorgon | i ?kveld | i ?kväll | i ?aften | today | tomorrow | tonight |
  heute | übermorgen | nærmeste (tid*|dag*|fremtid*|framtid*) | närmaste (tid*|dag*|framtid*) | near future | nächster zeit |
  når som helst | any ?time | whenever | jederzeit | etter ?hvert | efterhand | eventually |
  om (litt|lidt|lite|en stund|kort tid) | in a (while|bit) | (litt|lidt|lite|noe|etwas|a bit|mye|much) (senere|senare|later|später)
`;

/** The words of time that a folded text holds. */
export const findTimeWords = createPhraseMatcher(phrases);
