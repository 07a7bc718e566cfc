import type { EquipmentTopic } from './details.ts';

/** What customers ask about that stock does not hold; knowledge or a person has to answer it. German with its "zu". */
export const unknownTopics: readonly EquipmentTopic[] = [
  {
    pattern:
      /service ?(?:historikk?|hefte|haefte|bok|bog|historie|heft|bock)\w*|service (?:history|book|record)|fulgt service|servicet|servad|scheckheft\w*|gewartet|wartung/,
    nb: 'servicehistorikken',
    en: 'the service history',
    sv: 'servicehistoriken',
    da: 'servicehistorikken',
    de: 'zur Servicehistorie',
  },
  {
    pattern: /\bgarant(?:i|in|ien|ie)\b|\w*garanti(?:e|en|n|tid\w*)?\b|warranty|reklamasjonsrett|gewahrleistung/,
    nb: 'garantien',
    en: 'the warranty',
    sv: 'garantin',
    da: 'garantien',
    de: 'zur Garantie',
  },
  {
    pattern:
      /(?:antall|hvor mange|tidligere) (?:eiere|ejere)|(?:hur manga|antal|tidigare) agare|previous owners|how many owners|\ben eier\b|one owner|vorbesitzer|wie viele (?:vor)?besitzer|erste hand/,
    nb: 'tidligere eiere',
    en: 'previous owners',
    sv: 'tidigare ägare',
    da: 'tidligere ejere',
    de: 'zu den Vorbesitzern',
  },
  {
    pattern: /ulykke|skade(?:t|r|fri|ad)|kollisjon|krock(?:ad|at)?|olycka|uheld|accident|damage|unfall\w*/,
    nb: 'skadehistorikken',
    en: 'its damage history',
    sv: 'skadehistoriken',
    da: 'skadehistorikken',
    de: 'zu Unfallschäden',
  },
  {
    pattern:
      /rekkevidde|rackvidd|raekkevidde|reichweite|battery ?(?:health|range)|batterihelse|batterihalsa|\bsoh\b|\brange\b(?! rover)|kapasitet|batterikapacitet|batteriezustand/,
    nb: 'rekkevidde og batteri',
    en: 'its range and battery',
    sv: 'räckvidd och batteri',
    da: 'rækkevidde og batteri',
    de: 'zu Reichweite und Batterie',
  },
  {
    pattern:
      /hengervekt|tilhengervekt|dragvikt|traekvaegt|anhangelast|dra pa krok|(?:hvor mye|how much|hur mycket|hvor meget|wie viel) .{0,24}(?:\bdra\b|\bdrar?\b|trekke|traekke|tow|pull|ziehen)|tow(?:ing)? (?:weight|capacity)|trekke? (?:\d|tilhenger|henger|campingvogn)|dra (?:henger|campingvogn|husvagn|slap)/,
    nb: 'tilhengervekten',
    en: 'the towing weight',
    sv: 'dragvikten',
    da: 'trækvægten',
    de: 'zur Anhängelast',
  },
  {
    pattern:
      /\beu[ -]?(?:kontroll|godkjent)|\bmot (?:test|due|until)|\bpkk\b|besiktning\w*|besiktigad|\bsynet\b|\bsynshal\w*|\bnysynet|\btuv\b|hauptuntersuchung/,
    nb: 'EU-kontrollen',
    en: 'the roadworthiness test',
    sv: 'besiktningen',
    da: 'synet',
    de: 'zur Hauptuntersuchung',
  },
  {
    pattern:
      /\blever(?:ing|e|es|t|er|ans|era|eras|eret|ere)\w*|hjemlever\w*|hemlever\w*|frakt\w*|fragt\w*|deliver\w*|transport av|shipping|liefer\w*|(?:kjore|kore|kjorer|kora) den hjem/,
    nb: 'levering',
    en: 'delivery',
    sv: 'leverans',
    da: 'levering',
    de: 'zur Lieferung',
  },
  {
    pattern:
      /omregistrering|arsavgift|veiavgift|forsikring|forsakring|fordonsskatt|registration (?:fee|tax)|road tax|insurance|ejerafgift|versicherung|kfz-steuer|zulassung/,
    nb: 'avgifter og forsikring',
    en: 'fees and insurance',
    sv: 'skatt och försäkring',
    da: 'afgifter og forsikring',
    de: 'zu Steuer und Versicherung',
  },
  {
    pattern:
      /roykt|royking|husdyr|hund i bilen|\brokt\b|rokning|palsdjur|\broget\b|rygning|kaeledyr|smok(?:ed|er|ing)|\bpets?\b|nichtraucher|geraucht|haustier\w*/,
    nb: 'røyking og dyr i bilen',
    en: 'smoking and pets in the car',
    sv: 'rökning och djur i bilen',
    da: 'rygning og dyr i bilen',
    de: 'zu Rauchern und Tieren im Wagen',
  },
  {
    pattern: /eksport|\bexport|ausfuhr/,
    nb: 'eksport',
    en: 'export',
    sv: 'export',
    da: 'eksport',
    de: 'zur Ausfuhr',
  },
  {
    pattern:
      /forbruk\w*|forbrukning\w*|forbrug\w*|consumption|\bmpg\b|verbrauch\w*|verbraucht|(?:bruker|drar|bruger) den (?:pa|per|i)/,
    nb: 'forbruket',
    en: 'fuel consumption',
    sv: 'förbrukningen',
    da: 'forbruget',
    de: 'zum Verbrauch',
  },
];
