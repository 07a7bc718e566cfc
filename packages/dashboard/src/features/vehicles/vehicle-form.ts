import type { Fuel, Vehicle, VehicleCreate, VehicleStatus } from '@norvalt/sdk';

/** The fields of the dialog, as text; see toVehicle. */
export interface VehicleFields {
  make: string;
  model: string;
  variant: string;
  year: string;
  price: string;
  mileage: string;
  fuel: Fuel | '';
  body: string;
  colour: string;
  vin: string;
  plate: string;
  status: VehicleStatus;
  listing_url: string;
  image_url: string;
  description: string;
  equipment: string;
}

export const fuels: readonly Fuel[] = ['petrol', 'diesel', 'electric', 'hybrid', 'plug_in_hybrid', 'other'];
export const vehicleStatuses: readonly VehicleStatus[] = ['available', 'reserved', 'sold', 'demo'];

const isFuel = (value: string | null): value is Fuel => fuels.some((fuel) => fuel === value);

/** The fields of a vehicle, or those of a new one. */
export function toFields(vehicle: Vehicle | null): VehicleFields {
  const text = (value: string | number | null | undefined) =>
    value === null || value === undefined ? '' : String(value);
  return {
    make: text(vehicle?.make),
    model: text(vehicle?.model),
    variant: text(vehicle?.variant),
    year: text(vehicle?.year),
    price: text(vehicle?.price),
    mileage: text(vehicle?.mileage),
    fuel: vehicle && isFuel(vehicle.fuel) ? vehicle.fuel : '',
    body: text(vehicle?.body),
    colour: text(vehicle?.colour),
    vin: text(vehicle?.vin),
    plate: text(vehicle?.plate),
    status: vehicle?.status ?? 'available',
    listing_url: text(vehicle?.listing_url),
    image_url: text(vehicle?.image_url),
    description: text(vehicle?.description),
    equipment: (vehicle?.equipment ?? []).join('\n'),
  };
}

/** A whole number as people write it, spaces and `kr` allowed; null for nothing, undefined for what is no number. */
export function parseWholeNumber(text: string): number | null | undefined {
  const bare = text.replace(/[\s\u00a0\u202f.]|kr|km/gi, '');
  if (bare === '') return null;
  return /^\d{1,9}$/.test(bare) ? Number(bare) : undefined;
}

/** The body for the API; numbers must have been checked. */
export function toVehicle(fields: VehicleFields): VehicleCreate {
  const text = (value: string) => value.trim() || null;
  const number = (value: string) => parseWholeNumber(value) ?? null;
  return {
    make: fields.make.trim(),
    model: fields.model.trim(),
    variant: text(fields.variant),
    year: number(fields.year),
    price: number(fields.price),
    mileage: number(fields.mileage),
    fuel: fields.fuel || null,
    body: text(fields.body),
    colour: text(fields.colour),
    vin: text(fields.vin),
    plate: text(fields.plate),
    status: fields.status,
    listing_url: text(fields.listing_url),
    image_url: text(fields.image_url),
    description: text(fields.description),
    equipment: fields.equipment
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  };
}
