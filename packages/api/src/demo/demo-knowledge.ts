import type { components } from '../generated/openapi.ts';

type NewEntry = components['schemas']['KnowledgeEntryCreate'];

const faq = (category: string, title: string, text: string, english?: [string, string]): NewEntry => ({
  kind: 'faq',
  language: 'nb',
  category,
  title,
  text,
  ...(english ? { translations: [{ language: 'en', title: english[0], text: english[1] }] } : {}),
});

/** What the demo dealership knows beside its stock. */
export const demoKnowledge: readonly NewEntry[] = [
  faq(
    'Garanti',
    'Hvor lang garanti har bruktbilene?',
    'Alle bruktbiler har 12 måneders garanti på motor, gir og drivlinje, inntil 20 000 km.',
    [
      'How long is the warranty on used cars?',
      'All used cars come with a 12-month warranty on engine, gearbox and drivetrain, up to 20 000 km.',
    ],
  ),
  faq(
    'Levering',
    'Kan dere levere bilen hjem?',
    'Ja, vi leverer hjem i hele Vestland uten ekstra kostnad. Ellers i landet koster det 3 900 kr.',
    [
      'Can you deliver the car to my home?',
      'Yes, delivery is free within Vestland. Elsewhere in Norway it costs 3 900 kr.',
    ],
  ),
  faq(
    'Innbytte',
    'Tar dere bilen min i innbytte?',
    'Vi tar alle merker i innbytte. Send registreringsnummer og kilometerstand, så får du et anslag av en selger.',
  ),
  faq(
    'Innbytte',
    'Kan jeg bytte inn en bil det er lån på?',
    'Ja. Vi gjør opp lånet med banken din og ordner papirene.',
  ),
  faq(
    'Finansiering',
    'Tilbyr dere finansiering?',
    'Vi formidler billån fra Nordea og Santander. Bankene ber vanligvis om 15 prosent egenkapital.',
  ),
  faq('Prøvekjøring', 'Hva må jeg ha med på prøvekjøring?', 'Ta med gyldig førerkort. Sjåføren må ha fylt 20 år.', [
    'What do I need to bring for a test drive?',
    'Please bring a valid driving licence. Drivers have to be 20 or older.',
  ]),
  faq(
    'Elbil',
    'Sjekker dere batteriet på brukte elbiler?',
    'Alle brukte elbiler har en fersk rapport om batterihelsen. Selgeren viser den når du ser på bilen.',
  ),
  faq('Dekk', 'Følger det med vinterhjul?', 'Biler som selges fra oktober til mars, leveres med vinterhjul på.'),
  {
    kind: 'document',
    language: 'nb',
    category: 'Verksted',
    title: 'Verksted og dekkhotell',
    text: [
      '# Timebestilling',
      'Verkstedet ligger i samme bygg. Bestill time på nettsiden eller ring. Avbestilling må skje senest dagen før.',
      '# Lånebil',
      'Lånebil koster 390 kr per dag med 100 km fri kjøring. Bestill den sammen med timen.',
      '# Dekkhotell',
      'Dekkhotellet koster 1 590 kr per sesong. Skift, vask og kontroll av mønsterdybde er med.',
    ].join('\n'),
  },
];
