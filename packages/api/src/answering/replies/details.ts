/** A property of a car that customers ask about and stock may list as equipment. */
export interface EquipmentTopic {
  pattern: RegExp;
  nb: string;
  en: string;
}

/** Equipment customers ask about; the same pattern finds it in the question and in the vehicle's equipment. */
export const equipmentTopics: readonly EquipmentTopic[] = [
  {
    pattern:
      /henger ?fest\w*|tilhengerfest\w*|\bkrok\b|tow ?bar|tow ?hitch|dragkrok|anhaengertraek|anhangerkupplung|towing hook/,
    nb: 'hengerfeste',
    en: 'a tow bar',
  },
  {
    pattern: /adaptiv\w* cruise|adaptive cruise|\bacc\b|cruise ?control|cruisekontroll/,
    nb: 'cruisekontroll',
    en: 'cruise control',
  },
  { pattern: /panorama\w*|soltak|sunroof|glasstak|glass roof/, nb: 'panoramatak', en: 'a panoramic roof' },
  { pattern: /skinn\w*|leather/, nb: 'skinnseter', en: 'leather seats' },
  {
    pattern: /rygge ?kamera\w*|revers\w+ camera|rear ?(?:view)? camera|360[ -]?(?:graders )?kamera|backkamera/,
    nb: 'ryggekamera',
    en: 'a reversing camera',
  },
  { pattern: /varmepumpe\w*|heat ?pump/, nb: 'varmepumpe', en: 'a heat pump' },
  {
    pattern: /vinter ?(?:dekk|hjul)\w*|winter ?(?:tyres|tires|wheels)|piggdekk|piggfrie/,
    nb: 'vinterdekk',
    en: 'winter tyres',
  },
  { pattern: /navigasjon|navi\b|\bgps\b|navigation|sat ?nav/, nb: 'navigasjon', en: 'navigation' },
  {
    pattern:
      /fire ?hjuls ?(?:trekk|drift)\w*|4x4|\bawd\b|4wd|quattro|4matic|xdrive|4motion|firehjulsdreven|four[ -]wheel|all[ -]wheel/,
    nb: 'firehjulstrekk',
    en: 'four-wheel drive',
  },
  { pattern: /sete ?varme|varme i (?:setene|rattet)|heated seats|varmeseter/, nb: 'setevarme', en: 'heated seats' },
  {
    pattern: /webasto|motorvarmer|kupevarmer|parkeringsvarmer|parking heater/,
    nb: 'motor- eller kupévarmer',
    en: 'a parking heater',
  },
  { pattern: /car ?play|android auto/, nb: 'CarPlay eller Android Auto', en: 'CarPlay or Android Auto' },
  { pattern: /head[ -]?up|\bhud\b/, nb: 'head-up display', en: 'a head-up display' },
  { pattern: /automat(?:gir|isk)?\b|automatic/, nb: 'automatgir', en: 'automatic transmission' },
  { pattern: /isofix/, nb: 'isofix', en: 'Isofix' },
];

/** What customers ask about that stock does not hold; a person has to answer it. */
export const unknownTopics: readonly EquipmentTopic[] = [
  {
    pattern: /service ?(?:historikk|hefte|bok)|service (?:history|book|record)|fulgt service|servicet|servicehistorik/,
    nb: 'servicehistorikken',
    en: 'the service history',
  },
  { pattern: /garanti\w*|warranty|reklamasjonsrett/, nb: 'garantien', en: 'the warranty' },
  {
    pattern: /(?:antall|hvor mange|tidligere) eiere|previous owners|how many owners|en eier|one owner/,
    nb: 'tidligere eiere',
    en: 'previous owners',
  },
  { pattern: /ulykke|skade(?:t|r|fri)|kollisjon|accident|damage/, nb: 'skadehistorikken', en: 'its damage history' },
  {
    pattern: /rekkevidde|battery ?(?:health|range)|batterihelse|\bsoh\b|\brange\b(?! rover)|kapasitet/,
    nb: 'rekkevidde og batteri',
    en: 'its range and battery',
  },
  {
    pattern:
      /hengervekt|tilhengervekt|dra pa krok|(?:hvor mye|how much) .{0,24}(?:dra|trekke|tow|pull)|tow(?:ing)? (?:weight|capacity)|trekke? (?:\d|tilhenger|henger|campingvogn)|dra (?:henger|campingvogn)/,
    nb: 'tilhengervekten',
    en: 'the towing weight',
  },
  {
    pattern: /eu[ -]?(?:kontroll|godkjent)|\bmot (?:test|due|until)|\bpkk\b/,
    nb: 'EU-kontrollen',
    en: 'the roadworthiness test',
  },
  { pattern: /lever(?:ing|e|es|t)\w*|frakt\w*|deliver\w*|transport av|shipping/, nb: 'levering', en: 'delivery' },
  {
    pattern: /omregistrering|arsavgift|veiavgift|forsikring|registration (?:fee|tax)|road tax|insurance/,
    nb: 'avgifter og forsikring',
    en: 'fees and insurance',
  },
  {
    pattern: /roykt|royking|husdyr|hund i bilen|smok(?:ed|er|ing)|\bpets?\b/,
    nb: 'røyking og dyr i bilen',
    en: 'smoking and pets in the car',
  },
  { pattern: /eksport|\bexport/, nb: 'eksport', en: 'export' },
  { pattern: /forbruk|consumption|\bmpg\b/, nb: 'forbruket', en: 'fuel consumption' },
];
