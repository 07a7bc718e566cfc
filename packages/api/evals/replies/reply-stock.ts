import { createVehicle, dealership as sample } from '../../src/answering/testing/sample-stock.ts';
import type { DealershipFacts, KnowledgeFact, VehicleFacts } from '../../src/answering/types.ts';

const listing = (slug: string) => `https://fjordbil.no/biler/${slug}`;

/** The stock that the reply cases are about, by the name the cases use. */
export const replyStock = {
  v90: createVehicle({
    id: 'veh_v90',
    make: 'Volvo',
    model: 'V90',
    variant: 'D4 AWD Momentum',
    year: 2019,
    price: 329_000,
    mileage: 86_000,
    fuel: 'Diesel',
    body: 'Stasjonsvogn',
    colour: 'Blå',
    listingUrl: listing('volvo-v90-2019'),
    equipment: [
      'Hengerfeste',
      'Skinnseter',
      'Setevarme',
      'Ryggekamera',
      'Adaptiv cruisekontroll',
      'Navigasjon',
      'Vinterhjul',
    ],
  }),
  m3: createVehicle({
    id: 'veh_m3',
    make: 'Tesla',
    model: 'Model 3',
    variant: 'Long Range',
    year: 2021,
    price: 279_000,
    mileage: 62_000,
    fuel: 'Elektrisk',
    body: 'Sedan',
    colour: 'Hvit',
    status: 'sold',
  }),
  ev6: createVehicle({
    id: 'veh_ev6',
    make: 'Kia',
    model: 'EV6',
    year: 2022,
    price: 369_000,
    mileage: 48_000,
    fuel: 'Elektrisk',
    body: 'SUV',
    colour: 'Grønn',
    status: 'reserved',
  }),
  i4: createVehicle({
    id: 'veh_i4',
    make: 'BMW',
    model: 'i4',
    variant: 'eDrive40',
    year: 2024,
    price: 489_000,
    mileage: 9000,
    fuel: 'Elektrisk',
    body: 'Sedan',
    colour: 'Svart',
    status: 'demo',
  }),
  rav4: createVehicle({
    id: 'veh_rav4',
    make: 'Toyota',
    model: 'RAV4',
    variant: 'Hybrid AWD',
    year: 2020,
    price: 339_000,
    mileage: 71_000,
    fuel: 'Hybrid',
    body: 'SUV',
    colour: 'Rød',
    equipment: ['Hengerfeste', 'Firehjulstrekk', 'Ryggekamera', 'Vinterhjul'],
  }),
  id3: createVehicle({
    id: 'veh_id3',
    make: 'Volkswagen',
    model: 'ID.3',
    variant: 'Pro',
    year: 2021,
    price: 219_000,
    mileage: 54_000,
    fuel: 'Elektrisk',
    body: 'Kombi',
    colour: 'Hvit',
    equipment: ['Varmepumpe', 'Setevarme'],
  }),
  transit: createVehicle({
    id: 'veh_transit',
    make: 'Ford',
    model: 'Transit',
    variant: 'Custom 2.0',
    year: 2018,
    mileage: 118_000,
    fuel: 'Diesel',
    body: 'Varebil',
    colour: 'Hvit',
  }),
} as const satisfies Record<string, VehicleFacts>;

/** The dealership of the cases: closed on Sundays, open 10 to 14 on Saturdays. */
export const replyDealership: DealershipFacts = {
  ...sample,
  openingHours: sample.openingHours.map((hours) => (hours.day === 'saturday' ? { ...hours, closes: '14:00' } : hours)),
};

/** What the dealership's knowledge holds; a case that is about one of them gets it as retrieval would give it. */
export const replyKnowledge: Readonly<Record<string, KnowledgeFact>> = {
  warranty: {
    id: 'kn_warranty',
    title: 'Hvilken garanti følger med bruktbiler?',
    text: 'Alle bruktbiler leveres med 12 måneders garanti.',
    score: 0.9,
    language: 'nb',
  },
  delivery: {
    id: 'kn_delivery',
    title: 'Leverer dere bilen hjem?',
    text: 'Vi leverer bilen hjem i hele Norge for 4 900 kr.',
    score: 0.9,
    language: 'nb',
  },
};
