import type { Language } from '../types.ts';

/** A property of a car that customers ask about and stock may list as equipment, with its name in each language. */
export interface EquipmentTopic extends Readonly<Record<Language, string>> {
  /** Over folded text (see foldText). */
  pattern: RegExp;
}

/** Equipment customers ask about; the same pattern finds it in the question and in the vehicle's equipment. */
export const equipmentTopics: readonly EquipmentTopic[] = [
  {
    pattern:
      /henger ?fest\w*|tilhengerfest\w*|\bkroke?n?\b|tow ?bar|tow ?hitch|towing hook|drag ?krok\w*|anhaenger ?traek\w*|anhanger ?kupplung|\bahk\b/,
    nb: 'hengerfeste',
    en: 'a tow bar',
    sv: 'dragkrok',
    da: 'anhængertræk',
    de: 'eine Anhängerkupplung',
  },
  {
    pattern:
      /adaptiv\w* cruise|adaptive cruise|\bacc\b|cruise ?control|cruisekontroll?|fart ?hallare|fart ?pilot|fartholder|tempomat|abstandsregel\w*/,
    nb: 'cruisekontroll',
    en: 'cruise control',
    sv: 'farthållare',
    da: 'fartpilot',
    de: 'ein Tempomat',
  },
  {
    pattern: /panorama\w*|soltak|soltag|taklucka|sunroof|glasta[kg]|glass roof|glasdach|schiebedach/,
    nb: 'panoramatak',
    en: 'a panoramic roof',
    sv: 'panoramatak',
    da: 'panoramatag',
    de: 'ein Panoramadach',
  },
  {
    // "Lader" alone is leather in Swedish and charging in Norwegian.
    pattern:
      /skinn(?!a)\w*|leather|lader(?:klad|sat|stol|inred)\w*|laeder\w*|\bleder(?:sitz|aus|polster|bezug|bezuge)\w*/,
    nb: 'skinnseter',
    en: 'leather seats',
    sv: 'skinnklädsel',
    da: 'læderindtræk',
    de: 'eine Lederausstattung',
  },
  {
    pattern:
      /rygge ?kamera\w*|revers\w+ camera|rear ?(?:view)? camera|360[ -]?(?:grad(?:er)?s? )?kamera|back ?kamera|bak ?kamera|ruckfahr ?kamera/,
    nb: 'ryggekamera',
    en: 'a reversing camera',
    sv: 'backkamera',
    da: 'bakkamera',
    de: 'eine Rückfahrkamera',
  },
  {
    pattern: /varmepump\w*|heat ?pump|warmepump\w*/,
    nb: 'varmepumpe',
    en: 'a heat pump',
    sv: 'värmepump',
    da: 'varmepumpe',
    de: 'eine Wärmepumpe',
  },
  {
    pattern:
      /vinter ?(?:dekk|hjul|dack|daek)\w*|winter ?(?:tyres|tires|wheels|reifen|rader)|piggdekk|piggfrie|dubbdack|dubbfria/,
    nb: 'vinterdekk',
    en: 'winter tyres',
    sv: 'vinterdäck',
    da: 'vinterdæk',
    de: 'ein Satz Winterräder',
  },
  {
    pattern: /navigasjon\w*|\bnavi\b|\bgps\b|navigation\w*|sat ?nav/,
    nb: 'navigasjon',
    en: 'navigation',
    sv: 'navigation',
    da: 'navigation',
    de: 'ein Navigationssystem',
  },
  {
    pattern:
      /fire ?hjuls ?(?:trekk|drift|traek)\w*|fyr ?hjuls ?dri\w*|4x4|\bawd\b|4wd|quattro|4matic|xdrive|4motion|firehjulsdreven|four[ -]wheel|all[ -]wheel|allrad\w*/,
    nb: 'firehjulstrekk',
    en: 'four-wheel drive',
    sv: 'fyrhjulsdrift',
    da: 'firehjulstræk',
    de: 'Allradantrieb',
  },
  {
    pattern:
      /sete ?varme|varme i (?:setene|rattet)|heated seats|varmeseter|stols ?varme|sates ?varme|saede ?varme|sitzheizung/,
    nb: 'setevarme',
    en: 'heated seats',
    sv: 'stolsvärme',
    da: 'sædevarme',
    de: 'eine Sitzheizung',
  },
  {
    pattern:
      /webasto|motorvarmer|kupevarmer|parkeringsvarmer|motorvarmare|kupevarmare|dieselvarmare|parkeringsvarmare|kabinevarmer|oliefyr|standheizung|parking heater/,
    nb: 'motor- eller kupévarmer',
    en: 'a parking heater',
    sv: 'motor- eller kupévärmare',
    da: 'motor- eller kabinevarmer',
    de: 'eine Standheizung',
  },
  {
    pattern: /car ?play|android auto/,
    nb: 'CarPlay eller Android Auto',
    en: 'CarPlay or Android Auto',
    sv: 'CarPlay eller Android Auto',
    da: 'CarPlay eller Android Auto',
    de: 'CarPlay oder Android Auto',
  },
  {
    pattern: /head[ -]?up|\bhud\b/,
    nb: 'head-up display',
    en: 'a head-up display',
    sv: 'head-up display',
    da: 'head-up display',
    de: 'ein Head-up-Display',
  },
  {
    pattern: /\bautomat(?:gir|isk|lada|vaxla\w*|vaxel\w*|gear|getriebe)?\b|\bautomatic\b|\bautomatik\w*/,
    nb: 'automatgir',
    en: 'automatic transmission',
    sv: 'automatlåda',
    da: 'automatgear',
    de: 'ein Automatikgetriebe',
  },
  { pattern: /isofix/, nb: 'isofix', en: 'Isofix', sv: 'isofix', da: 'isofix', de: 'Isofix' },
];
