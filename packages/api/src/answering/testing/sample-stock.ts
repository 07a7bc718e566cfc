import type { DealershipFacts, VehicleFacts } from '../types.ts';

/** A vehicle with the given facts and nothing else known. */
export function createVehicle(
  facts: Partial<VehicleFacts> & Pick<VehicleFacts, 'id' | 'make' | 'model'>,
): VehicleFacts {
  const variant = facts.variant ?? null;
  const year = facts.year ?? null;
  const title = [facts.make, facts.model, variant, year].filter((part) => part !== null).join(' ');
  const unknown = { price: null, mileage: null, fuel: null, body: null, colour: null, plate: null, vin: null };
  return { ...unknown, variant, year, title, status: 'available', listingUrl: null, equipment: [], ...facts };
}

export const volvo = createVehicle({
  id: 'veh_volvo',
  make: 'Volvo',
  model: 'XC60',
  variant: 'T6 AWD Inscription',
  year: 2022,
  price: 489_000,
  mileage: 41_000,
  fuel: 'Ladbar hybrid',
  body: 'SUV',
  colour: 'Grå',
  plate: 'EK 12345',
  vin: 'YV1UZ8256N1234567',
  listingUrl: 'https://fjordbil.no/biler/volvo-xc60-2022',
  equipment: ['Hengerfeste', 'Panoramatak', 'Adaptiv cruisekontroll'],
});
export const soldIdFour = createVehicle({
  id: 'veh_id4',
  make: 'Volkswagen',
  model: 'ID.4',
  variant: 'Pro Performance',
  year: 2021,
  price: 319_000,
  mileage: 58_200,
  fuel: 'Elektrisk',
  body: 'SUV',
  status: 'sold',
});
export const reservedTesla = createVehicle({
  id: 'veh_tesla',
  make: 'Tesla',
  model: 'Model Y',
  variant: 'Long Range',
  year: 2023,
  price: 399_900,
  mileage: 30_500,
  fuel: 'Elektrisk',
  body: 'SUV',
  status: 'reserved',
});
export const enyaq = createVehicle({
  id: 'veh_enyaq',
  make: 'Skoda',
  model: 'Enyaq',
  variant: '80X',
  year: 2022,
  price: 369_000,
  mileage: 44_000,
  fuel: 'Elektrisk',
  body: 'SUV',
});
export const ravFour = createVehicle({
  id: 'veh_rav4',
  make: 'Toyota',
  model: 'RAV4',
  variant: 'Hybrid',
  year: 2020,
  price: 339_000,
  mileage: 71_000,
  fuel: 'Hybrid',
  body: 'SUV',
});
export const demoBmw = createVehicle({
  id: 'veh_ix3',
  make: 'BMW',
  model: 'iX3',
  variant: 'M Sport',
  year: 2024,
  price: 549_000,
  mileage: 8000,
  fuel: 'Elektrisk',
  status: 'demo',
});

export const stock: VehicleFacts[] = [volvo, soldIdFour, reservedTesla, enyaq, ravFour, demoBmw];

export const dealership: DealershipFacts = {
  id: 'deal_fjord',
  name: 'Fjord Bil',
  language: 'nb',
  timeZone: 'Europe/Oslo',
  contact: {
    email: 'post@fjordbil.no',
    phone: '+47 55 12 34 56',
    address: 'Storgata 1, 5003 Bergen',
    website: 'https://fjordbil.no',
  },
  openingHours: [
    ...(['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const).map((day) => ({
      day,
      opens: '09:00',
      closes: '17:00',
    })),
    { day: 'saturday', opens: '10:00', closes: '15:00' },
  ],
  assistantName: 'Frida',
};
