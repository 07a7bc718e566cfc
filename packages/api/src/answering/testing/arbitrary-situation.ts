import fc from 'fast-check';
import { weekdays } from '../../lib/weekdays.ts';
import { rankAlternatives } from '../rank-alternatives.ts';
import { receiptReason } from '../replies/reply-context.ts';
import { understandByRules } from '../rules/understand-by-rules.ts';
import type { DealershipFacts, EnquiryInput, Language, OpeningHours, ReplyRequest, VehicleFacts } from '../types.ts';
import { createVehicle, dealership } from './sample-stock.ts';

const models: [make: string, model: string, variants: string[]][] = [
  ['Volvo', 'XC60', ['T6 AWD Inscription', 'D4', 'Recharge Plus']],
  ['Volkswagen', 'ID.4', ['Pro Performance 204 hk', 'GTX']],
  ['Volkswagen', 'Golf', ['1.4 TSI', 'GTE']],
  ['Tesla', 'Model Y', ['Long Range', 'Performance']],
  ['Tesla', 'Model 3', ['RWD', 'Long Range AWD 2 motorer']],
  ['Skoda', 'Enyaq', ['iV 80', '80X Sportline']],
  ['BMW', '3-serie', ['320d xDrive', '330e']],
  ['BMW', 'iX3', ['M Sport']],
  ['Fiat', '500', ['1.2 Lounge']],
  ['Mercedes-Benz', 'C-Klasse', ['C 220 d 4MATIC']],
  ['Toyota', 'RAV4', ['Hybrid AWD-i', '2.5 Plug-in']],
  ['Peugeot', 'e-2008', ['GT 50 kWh']],
  ['Mazda', 'CX-5', ['2.5 Optimum']],
  ['Land Rover', 'Range Rover Sport', ['P400e']],
  ['Citroën', 'ë-C4', ['Shine']],
  ['Kia', 'Niro', ['Active+ 64 kWh']],
];
const equipment = [
  'Hengerfeste',
  'Ryggekamera',
  'Varmepumpe',
  'Skinnseter',
  'Vinterhjul på felg',
  '2 nøkler',
  'Garanti til 2027',
];

/** Any vehicle of a dealer's stock. */
export const arbitraryVehicle = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom(...models),
    variant: fc.nat(5),
    year: fc.option(fc.integer({ min: 2008, max: 2027 })),
    price: fc.option(fc.integer({ min: 9_000, max: 2_400_000 })),
    mileage: fc.option(fc.integer({ min: 0, max: 420_000 })),
    fuel: fc.option(fc.constantFrom('Elektrisk', 'Bensin', 'Diesel', 'Hybrid', 'Ladbar hybrid')),
    colour: fc.option(fc.constantFrom('Svart', 'Hvit', 'Blå', 'Rød')),
    status: fc.constantFrom('available' as const, 'demo' as const, 'reserved' as const, 'sold' as const),
    equipment: fc.subarray(equipment),
  })
  .map(({ kind: [make, model, variants], variant, ...facts }): VehicleFacts => {
    return createVehicle({ ...facts, make, model, variant: variants[variant] ?? null });
  });

const openingHours = fc
  .array(
    fc.record({ opens: fc.integer({ min: 6, max: 11 }), closes: fc.integer({ min: 14, max: 20 }), half: fc.boolean() }),
    { maxLength: 7 },
  )
  .map((days) =>
    days.map(({ opens, closes, half }, index): OpeningHours => {
      const clock = (hour: number) => `${String(hour).padStart(2, '0')}:${half ? '30' : '00'}`;
      return { day: weekdays[index] ?? 'monday', opens: clock(opens), closes: clock(closes) };
    }),
  );

const dealer: fc.Arbitrary<DealershipFacts> = fc
  .record({
    name: fc.constantFrom('Fjord Bil', 'Autosenteret 1924 AS', 'Hansen & Sønn Bil', 'Volvo Bergen', 'Bilhuset Nord'),
    assistantName: fc.constantFrom('Frida', 'Nora', 'Leon', 'Kai'),
    openingHours,
    phone: fc.constantFrom(null, '+47 55 12 34 56', '22 33 44 55'),
    address: fc.constantFrom(null, 'Storgata 1, 5003 Bergen', 'Industriveien 12B, 0580 Oslo'),
  })
  .map(({ phone, address, ...facts }) => ({
    ...dealership,
    ...facts,
    contact: { ...dealership.contact, phone, address },
  }));

const questions: Readonly<Record<Language, readonly string[]>> = {
  nb: [
    'Er bilen fortsatt ledig?',
    'hva koster den',
    'Er den ledig og hva er prisen?',
    'kan jeg prøvekjøre på lørdag kl 12?',
    'kan vi komme og se på den i morgen',
    'Hva er siste pris? Tar dere 200 000 kr?',
    'Jeg har en Golf 2016 med 120 000 km i innbytte, hva får jeg?',
    'hva blir det pr mnd med 20% egenkapital',
    'når har dere åpent, og hvor holder dere til?',
    'Interessert',
    'ring meg nå',
    'har den hengerfeste og garanti?',
    'hvor langt har den gått, og hvilken farge er det?',
    'Hvor er bilen bygget?',
    'Jeg vil snakke med et menneske',
    'Nå går jeg til advokat',
    'ønsker å selge bilen min',
    'Kan dere holde den av til mandag?',
    'Jeg vil kjøpe den i dag',
    'Har dere flere bilder, og har det vært røykt i den?',
    'har dere åpent i romjulen?',
    'Vurderer XC60 eller RAV4, hva koster de?',
    'Ser etter en elbil til rundt 350 000',
    'Det er en feil i annonsen deres, det står noe rart der',
    'hei',
    'Har dere noen Porsche Taycan?',
    'Budsjettet er 300 000 kr, ser etter elbil',
    'e den te salgs ennu? ka koste han',
  ],
  en: [
    'Is it still available?',
    'how much is it',
    'Can I test drive it on Saturday at 12?',
    'could I come and see the car tomorrow?',
    "what's your best price, would you take 200 000?",
    'I have a 2016 Golf to trade in, what is it worth?',
    'what would it be per month with a loan?',
    'when are you open and where are you located?',
    'I am interested in this car',
    'please call me now',
    'does it have a tow bar and a warranty?',
    'what colour is it and how many km has it done?',
    'Where was the car built, please?',
    'can i talk to a human',
    'I want to sell my car',
    'can you hold it for me until Monday?',
    'I will take it, can I pay today?',
    'are you open at Christmas?',
    'I need a diesel under 300 000',
    'do you have any Porsche Taycan in stock?',
    'hello there, I have a question',
  ],
  sv: [
    'Är bilen kvar?',
    'Vad kostar den, och hur långt har den gått?',
    'Kan jag provköra den på lördag klockan 12?',
    'Får vi komma och titta på den i morgon?',
    'Vad är lägsta pris? Tar ni 200 000?',
    'Jag har en Golf 2016 att byta in, vad får jag för den?',
    'Vad blir månadskostnaden med 20 procent kontantinsats?',
    'När har ni öppet, och var ligger ni?',
    'Har ni öppet i påsk?',
    'Har den dragkrok, och hur är det med garantin?',
    'Vilken färg har den?',
    'Kan ni hålla bilen till måndag?',
    'Vi slår till, kan vi köpa den idag?',
    'Ring mig så fort som möjligt',
    'Jag vill prata med en människa',
    'Jag vill sälja min bil till er',
    'Söker en elbil för högst 350 000 kr',
    'Har ni någon Porsche Taycan inne?',
    'Var är bilen byggd?',
    'hej, intresserad',
  ],
  da: [
    'Er bilen stadig til salg?',
    'Hvad koster den, og hvor langt har den kørt?',
    'Må jeg prøvekøre den på lørdag klokken 12?',
    'Kan vi komme og se på den i morgen?',
    'Hvad er jeres laveste pris? Tager I 200 000?',
    'Jeg har en Golf fra 2016 i bytte, hvad giver I?',
    'Hvad bliver ydelsen med 20 procent i udbetaling?',
    'Hvornår har I åbent, og hvor ligger I?',
    'Har I åbent i påsken?',
    'Har den anhængertræk, og hvad med garantien?',
    'Hvilken farve er den?',
    'Kan I holde bilen til mandag?',
    'Vi slår til, kan vi købe den i dag?',
    'Ring til mig hurtigst muligt',
    'Jeg vil tale med et menneske',
    'Jeg vil gerne sælge min bil til jer',
    'Leder efter en elbil til højst 350 000 kr',
    'Har I en Porsche Taycan inde?',
    'Hvor er bilen bygget henne?',
    'hej, er interesseret',
  ],
  de: [
    'Ist das Auto noch zu haben?',
    'Was kostet der Wagen, und wie viel ist er gelaufen?',
    'Kann ich ihn am Samstag um 12 Uhr Probe fahren?',
    'Können wir morgen vorbeikommen und ihn ansehen?',
    'Was ist der letzte Preis? Nehmen Sie 200 000?',
    'Ich habe einen Golf von 2016 in Zahlung zu geben, was ist er wert?',
    'Wie hoch wäre die Monatsrate mit 20 Prozent Anzahlung?',
    'Wann haben Sie geöffnet, und wo finde ich Sie?',
    'Haben Sie an Ostern geöffnet?',
    'Hat er eine Anhängerkupplung und noch Garantie?',
    'Welche Farbe hat der Wagen?',
    'Können Sie den Wagen bis Montag zurückstellen?',
    'Ich nehme ihn, kann ich heute kaufen?',
    'Bitte rufen Sie mich schnellstmöglich an',
    'Ich möchte mit einem Menschen sprechen',
    'Ich möchte mein Auto verkaufen',
    'Ich suche ein Elektroauto bis 350 000 kr',
    'Haben Sie einen Porsche Taycan im Bestand?',
    'Wo wurde der Wagen gebaut?',
    'Guten Tag, ich habe Interesse',
  ],
};
const languages = ['nb', 'en', 'sv', 'da', 'de'] as const;
const question = fc.oneof(
  ...languages.map((language) => fc.constantFrom(...questions[language]).map((text) => ({ text, language }))),
);

/** A customer's message to a dealership with its stock. */
export interface Situation {
  asked: { text: string; language: Language };
  enquired: VehicleFacts | null;
  stock: VehicleFacts[];
  facts: DealershipFacts;
  channel: 'email' | 'sms';
  writer: 'person' | undefined;
  purpose: 'reply' | 'follow_up';
  step: number;
  customerName: string | null;
  now: Date;
}

/** Any message of the sample questions to any dealership with any stock. */
export const arbitrarySituation: fc.Arbitrary<Situation> = fc.record({
  asked: question,
  enquired: fc.option(arbitraryVehicle),
  stock: fc.array(arbitraryVehicle, { maxLength: 6 }),
  facts: dealer,
  channel: fc.constantFrom('email' as const, 'sms' as const),
  writer: fc.constantFrom('person' as const, undefined),
  purpose: fc.constantFrom('reply' as const, 'reply' as const, 'follow_up' as const),
  step: fc.integer({ min: 1, max: 3 }),
  customerName: fc.constantFrom('Kari Nordmann', 'leon hansen', null, 'O’Neill', '12345'),
  now: fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
});

/** The reply request that arises from a situation. */
export function createSituationRequest({
  asked,
  enquired,
  stock,
  facts,
  channel,
  writer,
  purpose,
  step,
  customerName,
  now,
}: Situation): ReplyRequest {
  const input: EnquiryInput = {
    channel: 'website',
    text: asked.text,
    subject: null,
    fromName: customerName,
    fromEmail: 'kari@example.com',
    fromPhone: null,
    vehicleInterest: null,
    declaredLanguage: asked.language,
    vehicle: enquired,
  };
  const understanding = understandByRules(input, facts);
  return {
    purpose,
    step,
    dealership: facts,
    customerName,
    language: asked.language,
    understanding,
    conversation: [{ from: 'customer', text: asked.text }],
    vehicle: enquired,
    alternatives: rankAlternatives({ vehicle: enquired, text: asked.text }, stock),
    channel,
    // Nobody is told by a person that a person takes over.
    ...(writer === undefined || receiptReason(understanding.escalations) !== null ? {} : { writer }),
    now,
  };
}
