import { vehicleSearchTokens } from '../../answering/vehicle-search-tokens.ts';
import type { components } from '../../generated/openapi.ts';
import type { VehicleRecord } from './model.ts';

/** What a client may say about a vehicle. */
export type VehicleFields = Omit<
  VehicleRecord,
  '_id' | 'dealership_id' | 'search_tokens' | 'created_at' | 'updated_at'
>;
type VehicleInput = components['schemas']['VehicleUpdate'];

const EMPTY: Omit<VehicleFields, 'make' | 'model'> = {
  variant: null,
  year: null,
  price: null,
  mileage: null,
  fuel: null,
  body: null,
  colour: null,
  vin: null,
  plate: null,
  status: 'available',
  listing_url: null,
  image_url: null,
  description: null,
  equipment: [],
};

function tidy(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}

function tidyField(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: string) => item.trim()).filter((item) => item !== '');
  if (typeof value !== 'string') return value;
  if (name === 'vin' || name === 'plate') return tidy(value.toUpperCase().replace(/\s+/g, ' '));
  return tidy(value);
}

/** Takes over what a client sent: blanks around texts go, an empty text is none, VIN and plate are in capitals. */
export function mergeVehicleFields(before: VehicleFields | null, input: VehicleInput): VehicleFields {
  const given = Object.fromEntries(Object.entries(input).map(([name, value]) => [name, tidyField(name, value)]));
  return { ...(before ?? EMPTY), ...given } as VehicleFields;
}

/** The words a vehicle is found by. */
export function vehicleTokens(fields: VehicleFields): string[] {
  return vehicleSearchTokens(fields);
}
