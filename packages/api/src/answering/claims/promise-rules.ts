import { wordEnd as end, type PromiseRule, promiseRule as rule, wordStart as start } from './promise-rule.ts';
import { neighbourPromiseRules } from './promise-rules-neighbours.ts';

const theCar = '(?:den|bilen|it|the car|den bilen|this one)';
const us =
  '(?:jeg|vi|selgeren|selger|en selger|kollegaen|en kollega|(?:en|min|my|a|one of our|one of my) kolleg\\w*|en av oss|one of us|my colleagues?|jag|en saljare|en saelger|ein verkaufer|noen|de|han|hun|i|we|someone|somebody|they|she|he|our team|(?:our|a|the) (?:salesperson|colleague|team)|saljaren|vi|wir|ich)';
const work =
  '(?:ring\\w*|kontakt\\w*|sjekk\\w*|undersok\\w*|send\\w*|folg\\w* (?:deg )?opp|finn\\w* ut|(?:gi|gir) (?:deg )?(?:en )?(?:beskjed|tilbakemelding|svar)|komm\\w* tilbake|(?:ta|tar) kontakt|meld\\w*|varsl\\w*|oppdater\\w*|ordn\\w*|fiks\\w*|gi\\w* \\w+ beskjed|gjor\\w* (?:\\w+ )?klar\\w*|lever\\w*|videresend\\w*|skriv\\w* til deg|hor\\w* med|dekk\\w*|betal\\w*|cover|pay|prepar\\w*|deliver\\w*|tell (?:the|my|our)|forward|pass (?:it|this|that) on|call|ring|phone|contact|e-?mail|check|look into|find out|follow up|get back|come back|reach out|let you know|update|be in touch|notify|arrange|make sure|kontaktar|aterkommer|kolla\\w*|tjekke\\w*|vender tilbage|melden|prufe\\w*)';

/** In bokmål and English, with what the neighbours' languages share with them. */
const ownRules: readonly PromiseRule[] = [
  rule(
    'negotiation',
    `${start}(?:rabatt\\w*|prisavslag\\w*|avslag(?:et)?|discount\\w*|rabat(?:ten)?|nachlass|nedslag)${end}`,
    { handOver: true },
  ),
  rule('negotiation', `${start}(?:ga|gar|gatt|going|go) ned (?:i|pa|litt)`, { handOver: true }),
  rule('negotiation', `(?:sett\\w* ned|senk\\w*|reduser\\w*|lower\\w*|reduc\\w*|drop\\w*) (?:the )?pris?c?\\w*`, {
    handOver: true,
  }),
  rule(
    'negotiation',
    `${start}(?:spesialpris\\w*|special price|good deal|better price|bedre pris|lavere pris|billigere for deg|money off|knock .{0,16}off)${end}`,
    { handOver: true },
  ),
  rule('negotiation', `${start}(?:forhandl\\w*|prut\\w*|negotia\\w*|haggl\\w*)`, { handOver: true }),
  rule(
    'negotiation',
    `pris\\w* (?:kan|er) (?:\\w+ )?(?:diskuteres|forhandl\\w*|fleksibel)|price is (?:flexible|negotiable|open)`,
    { handOver: true },
  ),
  rule('reservation', `${start}reserver\\w* .{0,20}(?:for|til|at|fur) (?:deg|dere|you|dig|sie)${end}`),
  rule('reservation', `${start}${us} (?:har |kan |skal |vil |have |can |will |'ll )?(?:na |now |allerede )?reserv\\w*`),
  rule(
    'reservation',
    `${start}(?:hold\\w*|sett\\w*|legg\\w*|lagt) (?:${theCar} )?(?:av|til side|unna|pa vent|pa hold)${end}`,
  ),
  rule('reservation', `${start}(?:hold\\w*|keep\\w*|put|set|sav\\w*) ${theCar} (?:\\w+ )?(?:aside|for you|back|until)`),
  rule('booking', `${start}(?:booket|booked|bokad|booked you|gebucht)${end}`),
  rule(
    'booking',
    `(?:provekjoring\\w*|timen|avtale\\w*|motet|test drive|appointment|viewing|time) (?:din |din er |your )?(?:er|is|has been|was) (?:na |now )?(?:avtalt|bekreftet|satt|confirmed|set|arranged|scheduled|fixed)`,
  ),
  rule('booking', `${start}(?:vi (?:ses|sees)|see you|sees da|vi ses)${end}`),
  rule(
    'finance',
    `(?:lan|lanet|finansiering\\w*|soknad\\w*|kreditt\\w*|loan|financ\\w*|application|credit).{0,30}(?:godkjent|innvilg\\w*|i orden|approved|accepted|guaranteed|granted)`,
  ),
  rule(
    'finance',
    `${start}du (?:er|far|vil fa|blir|kommer til a fa) (?:\\w+ )?(?:forhands)?(?:godkjent|innvilget|lan|lanet)${end}`,
  ),
  rule(
    'finance',
    `${start}you(?:'ll| will|'re| are| would| can)? (?:\\w+ )?(?:qualify|qualified|pre-?approved|approved|get (?:the |a )?loan)`,
  ),
  rule(
    'finance',
    `${start}(?:renten?|interest rate|apr|manedspris\\w*|manedsbelop\\w*|manedskostnad\\w*|monthly (?:payment|cost|price)) (?:er|blir|pa|fra|is|will be|would be|of|from|starts)${end}`,
  ),
  rule('guarantee', `${start}(?:garanter\\w*|guarantee\\w*|garantier\\w*)`, { handOver: true }),
  rule('guarantee', `${start}(?:garanti\\w*|\\w*garanti(?:en)?|warranty|warranties)${end}`, { handOver: true }),
  rule(
    'guarantee',
    `${start}(?:feilfri\\w*|uten feil|ingen feil|perfekt stand|stroken|som ny|skadefri\\w*|aldri (?:vaert )?(?:skadet|krasjet|kollidert)|flawless|no faults|faultless|perfect condition|like new|as new|accident[- ]free|never been (?:damaged|in an accident))${end}`,
    { negatable: false },
  ),
  rule(
    'trade_in_value',
    `(?:innbytte\\w*|bilen din|bil din|your (?:car|trade-?in)|trade-?in).{0,40}(?:verdt|verdi\\w* (?:er|pa)|worth|valued? (?:at|is)|gir vi|pay you|tilby\\w*).{0,24}\\d`,
  ),
  rule(
    'future_work',
    `${start}${us}(?:'ll|'re going to)? (?:skal |vil |kommer til a |kan |will |shall |can |are going to |is going to |gjerne |ogsa |snart )*${work}`,
  ),
  rule(
    'future_work',
    `${start}(?:ringer|kontakter|kontaktar|oppdaterer|varsler|sender|svarer|melder|ruft) (?:vi |jeg |selgeren |en selger |til )?(?:deg|dere|dig|sie)${end}`,
  ),
  rule(
    'future_work',
    `(?:ta|tar|tas) kontakt med deg|kom\\w* tilbake til deg|(?:gi|gir) (?:deg )?(?:beskjed|tilbakemelding)|get(?:ting)? back to you|be in touch|hor\\w* fra (?:oss|meg|en selger)`,
  ),
  rule(
    'future_work',
    `${start}du (?:vil |skal )?(?:hore|horer|far (?:snart )?(?:hore|svar|beskjed|tilbakemelding|en telefon|en e-?post)|blir (?:oppringt|kontaktet|ringt))${end}`,
  ),
  rule(
    'future_work',
    `${start}you(?:'ll| will| shall| can expect to) (?:\\w+ )?(?:hear|get (?:a|an) (?:call|answer|reply|e-?mail)|receive|be contacted)`,
  ),
  rule(
    'future_work',
    `${start}(?:i lopet av (?:dagen|kort tid|kvelden|uken)|innen (?:kort tid|\\w+ (?:time|timer|minutter|dager))|sa snart som mulig|as soon as possible|shortly|within (?:the hour|an hour|\\w+ (?:hours|minutes|days)))${end}`,
  ),
  rule(
    'condition',
    `${start}(?:nyservet|nylig servet|nesten ny|immaculate|pristine|mint condition|spotless|fulgt service|full servicehistorikk|eu[- ]?godkjent|en eier|1 eier|god stand|fin stand|topp stand|pen stand|velholdt|godt vedlikeholdt|well[- ]maintained|(?:good|great|excellent|top) condition|one owner|full service history|serviced|forrige eier\\w*|previous owner\\w*|(?:nye|new) (?:bremser|dekk|brakes|tyres|tires)|gratis|free of charge|for free|free delivery|medfolger|inkludert|included|comes with|kommer med)${end}`,
    { handOver: true },
  ),
  rule(
    'booking',
    `${start}(?:notert (?:deg|at du|timen|avtalen|besoket)|satt deg opp|put you down|noted your (?:visit|appointment))`,
  ),
  rule(
    'future_work',
    `${start}(?:i|we)(?:'ve| have) (?:\\w+ )?(?:told|asked|informed|arranged|passed|forwarded|notified|pencilled|put)|${start}(?:jeg|vi) har (?:\\w+ )?(?:sagt|bedt|gitt|ordnet|varslet|videresendt|satt)${end}`,
  ),
  rule(
    'future_work',
    `(?:kan|vil|blir|skal|can|will|to) (?:be |bli )?(?:leveres|levert|delivered|hentes|sendes)|expect you`,
  ),
  rule(
    'negotiation',
    `(?:beste|laveste|billigste|rimeligste|best|lowest|cheapest) (?:pris|price)|pris\\w* er den (?:beste|laveste)|price is the (?:best|lowest)|beat any|prisgaranti|prismatch`,
    { negatable: false },
  ),
  rule(
    'finance',
    `uten (?:kredittsjekk|startleie|egenkapital|sikkerhet)|(?:no|without a?) ?(?:credit check|deposit|down payment)|(?:lan\\w*|loan|financing).{0,24}(?:pa dagen|done|sorted|secured|sikret)`,
    { negatable: false },
  ),
  rule(
    'trade_in_value',
    `full (?:takst|verdi|value)|(?:god|topp|good|top) (?:pris|price) for (?:bilen|den|innbytte|your|the)`,
  ),
  rule('condition', `(?:aldri|never) (?:vaert|hatt|been|had).{0,24}(?:ulykke|skade|kollisjon|krasj|accident|damage)`, {
    negatable: false,
  }),
  rule('trade_in_value', `(?:innbytt\\w*|trade-?in).{0,40}(?:godkjent|akseptert|avtalt|approved|accepted|agreed)`),
  rule('trade_in_value', `(?:godkjent|akseptert|approved|accepted|agreed).{0,30}(?:innbytt\\w*|trade-?in)`),
  rule('binding', `${start}(?:er (?:den|bilen) din|(?:is|are) yours)${end}`),
  rule('binding', `${start}(?:bindende|forpliktende|legally binding|binding offer)${end}`),
];

/** What a reply may never promise, in five languages. */
export const promiseRules: readonly PromiseRule[] = [...ownRules, ...neighbourPromiseRules];
