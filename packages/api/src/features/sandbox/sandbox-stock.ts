import type { components } from '../../generated/openapi.ts';

/** What stands in the yard of every sandbox. */
export const SANDBOX_STOCK: readonly components['schemas']['VehicleCreate'][] = [
  {
    make: 'Volvo',
    model: 'XC60',
    variant: 'T6 Recharge',
    year: 2022,
    price: 489_000,
    mileage: 41_000,
    fuel: 'plug_in_hybrid',
  },
  {
    make: 'Tesla',
    model: 'Model Y',
    variant: 'Long Range',
    year: 2023,
    price: 429_000,
    mileage: 38_000,
    fuel: 'electric',
  },
  { make: 'Skoda', model: 'Enyaq', variant: 'iV 80', year: 2022, price: 349_000, mileage: 46_000, fuel: 'electric' },
  { make: 'Toyota', model: 'RAV4', variant: 'Hybrid', year: 2021, price: 369_000, mileage: 62_000, fuel: 'hybrid' },
  { make: 'BMW', model: 'i4', variant: 'eDrive40', year: 2022, price: 459_000, mileage: 29_000, fuel: 'electric' },
];
