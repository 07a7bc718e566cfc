import { wordEnd as end, type PromiseRule, promiseRule, wordStart as start } from './promise-rule.ts';

const handOver = { handOver: true } as const;
const always = { negatable: false } as const;
const word = (source: string) => `${start}(?:${source})${end}`;

const swedishUs = '(?:jag|vi|saljaren|en saljare|nagon|(?:en|min|var) kolleg\\w*|kollegan|han|hon|de)';
const swedishWork =
  '(?:ring\\w*|kontakta\\w*|hor\\w* av|aterkom\\w*|aterkoppla\\w*|kolla\\w*|undersok\\w*|skicka\\w*|mejla\\w*|meddela\\w*|ordna\\w*|fixa\\w*|ta(?:r)? reda pa|leverera\\w*|vidarebefordra\\w*|se(?:r)? till att)';
const swedish: readonly PromiseRule[] = [
  promiseRule(
    'negotiation',
    word(
      'rabatt\\w*|prisavdrag\\w*|prutman|specialpris\\w*|battre pris|lagre pris|billigare for dig|prut\\w*|forhandl\\w*',
    ),
    handOver,
  ),
  promiseRule(
    'negotiation',
    word('sank\\w* priset|(?:ga|gar) ner (?:i|pa) pris\\w*|priset kan (?:diskuteras|sankas)'),
    handOver,
  ),
  promiseRule(
    'reservation',
    `${start}(?:reserver\\w*|hall\\w*|stall\\w*|lagg\\w*) .{0,20}(?:at dig|for dig|undan|till (?:dig|\\w+dag))`,
  ),
  promiseRule('booking', word('bokad|bokat|inbokad|inbokat|vi ses|ses (?:da|pa \\w+dag)|noterat (?:tiden|dig)')),
  promiseRule(
    'booking',
    `(?:provkorning\\w*|tiden|motet|besoket) ar (?:nu )?(?:bekraftad|bekraftat|bestamd|bestamt|klar)`,
  ),
  promiseRule('finance', `(?:lan|lanet|finansiering\\w*|kredit\\w*|ansokan).{0,30}(?:bevilja\\w*|godkan\\w*|klart)`),
  promiseRule('finance', `${start}du (?:ar|blir|far|kommer att fa) (?:\\w+ )?(?:godkand|beviljad|lan|lanet)${end}`),
  promiseRule('finance', word('(?:rantan|manadskostnaden|manadsbeloppet|manadspriset) (?:ar|blir|pa|fran|ligger)')),
  promiseRule('guarantee', word('garanterar\\w*|garanti\\w*|\\w*garanti(?:n)?'), handOver),
  promiseRule(
    'guarantee',
    word('felfri\\w*|utan fel|inga fel|perfekt skick|nyskick|som ny|skadefri\\w*|aldrig (?:varit )?(?:krockad|skadad)'),
    always,
  ),
  promiseRule('trade_in_value', `(?:inbyte\\w*|din bil).{0,40}(?:vard|ger vi|erbjud\\w*|betala\\w*).{0,24}\\d`),
  promiseRule('trade_in_value', `(?:inbyte\\w*).{0,40}(?:godkan\\w*|accepterat|avtalat)`),
  promiseRule(
    'future_work',
    `${start}${swedishUs} (?:kommer att |ska |skall |kan |far |vill |garna |ocksa )*${swedishWork}`,
  ),
  promiseRule(
    'future_work',
    word('du (?:hor (?:av|fran)|far (?:snart )?(?:svar|besked|hora|ett samtal)|blir (?:uppringd|kontaktad))'),
  ),
  promiseRule(
    'future_work',
    word(
      'aterkommer till dig|hor av (?:oss|mig|sig)|inom kort|sa (?:snart|fort) som mojligt|under dagen|inom \\w+ (?:timm\\w+|minuter|dagar)',
    ),
  ),
  promiseRule(
    'condition',
    word(
      'nyservad|fullservad|full servicehistorik|nybesiktad|en agare|(?:fint|bra|gott|topp|utmarkt) skick|toppskick|valvardad|valskott|gratis|kostnadsfri\\w*|ingar|medfoljer|inkluderad\\w*|nya (?:dack|bromsar)|forra agaren',
    ),
    handOver,
  ),
  promiseRule('binding', word('bindande|bilen ar din|den ar din')),
];

const danishUs = '(?:jeg|vi|saelgeren|en saelger|nogen|(?:en|min|vores) kolleg\\w*|kollegaen|han|hun|de)';
const danishWork =
  '(?:ring\\w*|kontakt\\w*|tjek\\w*|undersog\\w*|send\\w*|vend\\w* tilbage|giv\\w* (?:dig )?besked|hor\\w* ad|sorg\\w* for|ordn\\w*|lever\\w*|meld\\w* (?:os|sig|mig)|find\\w* ud af|videresend\\w*|skriv\\w* til dig)';
const danish: readonly PromiseRule[] = [
  promiseRule(
    'negotiation',
    word(
      'rabat\\w*|afslag|nedslag|saerpris|specialpris|bedre pris|lavere pris|billigere for dig|prut\\w*|forhandl\\w*',
    ),
    handOver,
  ),
  promiseRule(
    'negotiation',
    word('(?:saenk\\w*|saett\\w*) prisen(?: ned)?|(?:ga|gar) ned i pris\\w*|prisen kan (?:diskuteres|forhandles)'),
    handOver,
  ),
  promiseRule(
    'reservation',
    `${start}(?:reserver\\w*|hold\\w*|laeg\\w*|saet\\w*|still\\w*) .{0,20}(?:til dig|for dig|tilbage|til side|til \\w+dag)`,
  ),
  promiseRule('booking', word('booket|vi ses|ses (?:der|pa \\w+dag)|noteret (?:tiden|dig)')),
  promiseRule(
    'booking',
    `(?:provekorsl\\w*|provetur\\w*|tiden|modet|aftalen|besoget) er (?:nu )?(?:bekraeftet|aftalt|pa plads)`,
  ),
  promiseRule(
    'finance',
    `(?:lan|lanet|finansiering\\w*|kredit\\w*|ansogning\\w*).{0,30}(?:godkend\\w*|bevilg\\w*|bevillig\\w*|i orden|pa plads)`,
  ),
  promiseRule('finance', `${start}du (?:er|bliver|far|kan fa) (?:\\w+ )?(?:godkendt|bevilget|lan|lanet)${end}`),
  promiseRule('finance', word('(?:renten|ydelsen|manedlige ydelse|manedsprisen) (?:er|bliver|pa|fra|ligger)')),
  promiseRule('guarantee', word('garanterer\\w*|garanti\\w*|\\w*garanti(?:en)?'), handOver),
  promiseRule(
    'guarantee',
    word(
      'fejlfri\\w*|uden fejl|ingen fejl|perfekt stand|som ny|skadefri\\w*|aldrig (?:vaeret )?(?:skadet|ramt|kort galt)',
    ),
    always,
  ),
  promiseRule(
    'trade_in_value',
    `(?:byttebil\\w*|din bil|i bytte).{0,40}(?:vaerd|giver vi|tilbyd\\w*|betal\\w*).{0,24}\\d`,
  ),
  promiseRule('trade_in_value', `(?:byttebil\\w*|i bytte).{0,40}(?:godkendt|accepteret|aftalt)`),
  promiseRule('future_work', `${start}${danishUs} (?:kommer til at |skal |vil |kan |gerne |ogsa )*${danishWork}`),
  promiseRule(
    'future_work',
    word('du (?:horer (?:fra|snart)|far (?:snart )?(?:svar|besked|et opkald)|bliver (?:ringet op|kontaktet))'),
  ),
  promiseRule(
    'future_work',
    word('vender tilbage|hurtigst muligt|snarest|i lobet af (?:dagen|ugen)|inden for \\w+(?: \\w+)?'),
  ),
  promiseRule(
    'condition',
    word(
      'nyserviceret|nysynet|fuld servicehistorik|(?:god|flot|paen|fin|top|perfekt) stand|velholdt|(?:en|1) ejer|gratis|inkluderet|medfolger|folger med|nye (?:daek|bremser)|tidligere ejer\\w*',
    ),
    handOver,
  ),
  promiseRule('binding', word('bindende|bilen er din|den er din')),
];

const germanUs = '(?:wir|ich|(?:ein|unser|der|mein) (?:verkaufer|kollege|team)|jemand)';
const germanNow =
  '(?:rufe?n?|ruft|melden?|meldet|kummern?|kummert|prufen?|pruft|klaren?|klart|schicken?|schickt|senden?|sendet|teilen?|teilt|informieren?|informiert|besorgen?|liefern?|liefert|organisieren?|leiten?|leitet)';
const german: readonly PromiseRule[] = [
  promiseRule(
    'negotiation',
    word(
      'rabatt\\w*|\\w*nachlass\\w*|sonderpreis\\w*|besseren? preis|gunstiger fur sie|entgegenkommen|verhandel\\w*|(?:spielraum|luft) (?:beim|im) preis',
    ),
    handOver,
  ),
  promiseRule(
    'negotiation',
    word('preis (?:\\w+ )?(?:senken|reduzieren|nachlassen)|(?:gehen|gehe|geht) .{0,16}preis .{0,8}(?:runter|herunter)'),
    handOver,
  ),
  promiseRule(
    'reservation',
    `${start}${germanUs} (?:\\w+ )?(?:reservier\\w*|halt\\w*|leg\\w*|stell\\w*) (?:\\w+ ){0,3}(?:fur sie|zuruck|bis \\w+|beiseite)?`,
  ),
  promiseRule('reservation', word('fur sie (?:\\w+ )?(?:reserviert|zuruckgelegt|zuruckgestellt|zuruckgehalten)')),
  promiseRule('booking', word('gebucht|vorgemerkt|eingetragen|wir sehen uns|bis (?:dann|morgen|\\w+tag)(?=[.!]|$)')),
  promiseRule('booking', `(?:termin|probefahrt)\\w* .{0,20}(?:bestatigt|vereinbart|steht fest)`, handOver),
  promiseRule(
    'finance',
    `(?:kredit\\w*|finanzierung\\w*|darlehen|antrag).{0,30}(?:genehmigt|bewilligt|zugesagt|gesichert)`,
  ),
  promiseRule('finance', word('sie (?:bekommen|erhalten|kriegen) (?:\\w+ ){0,3}(?:kredit|finanzierung|darlehen)')),
  promiseRule('finance', word('(?:\\w*rate|zins\\w*|zinssatz|monatsrate) (?:ist|betragt|liegt|ab|von|ware)')),
  promiseRule('guarantee', word('garantier\\w*|\\w*garantien?|gewahrleistung\\w*'), handOver),
  promiseRule(
    'guarantee',
    word(
      'fehlerfrei\\w*|mangelfrei\\w*|unfallfrei\\w*|einwandfrei\\w*|tadellos\\w*|neuwertig\\w*|wie neu|ohne mangel|keine mangel|nie (?:einen )?unfall',
    ),
    always,
  ),
  promiseRule(
    'trade_in_value',
    `(?:ihr\\w* (?:wagen|auto|fahrzeug|alte[rns]?)|inzahlungnahme).{0,40}(?:wert|bieten|zahlen|geben).{0,24}\\d`,
  ),
  promiseRule('trade_in_value', `inzahlungnahme.{0,40}(?:genehmigt|zugesagt|akzeptiert|vereinbart)`),
  promiseRule('future_work', `${start}${germanUs} ${germanNow}${end}`),
  promiseRule(
    'future_work',
    `${start}(?:melden|rufen|kummern|prufen|klaren) wir${end}|${start}(?:melde|rufe|kummere|prufe|klare) ich${end}`,
  ),
  promiseRule(
    'future_work',
    word(
      '(?:wird|werden) (?:\\w+ ){0,6}(?:anrufen|melden|kontaktieren|prufen|klaren|zusenden|schicken|informieren|liefern)',
    ),
  ),
  promiseRule(
    'future_work',
    word(
      'sie (?:horen|bekommen|erhalten) (?:\\w+ ){0,4}(?:von uns|antwort|anruf|bescheid|ruckmeldung|nachricht|e-?mail)',
    ),
  ),
  promiseRule(
    'future_work',
    word(
      'in kurze|so (?:schnell|bald) wie moglich|schnellstmoglich|umgehend|im laufe (?:des|der) \\w+|innerhalb (?:von|eine[rs]) \\w+',
    ),
  ),
  promiseRule(
    'condition',
    word(
      'scheckheftgepflegt|(?:frisch\\w*|neuer?) (?:tuv|inspektion|service)|(?:gute[mnr]|bestem|top|sehr gutem) zustand|gepflegt\\w*|(?:erste|1\\.) hand|ein vorbesitzer|kostenlos\\w*|gratis|inklusive|im preis enthalten|neue (?:reifen|bremsen)',
    ),
    handOver,
  ),
  promiseRule('binding', word('verbindlich\\w*|bindend\\w*|gehort ihnen')),
];

/** What a reply may never promise in Swedish, Danish and German, over folded text. */
export const neighbourPromiseRules: readonly PromiseRule[] = [...swedish, ...danish, ...german];
