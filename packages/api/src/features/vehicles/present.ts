import type { components } from '../../generated/openapi.ts';
import type { VehicleRecord } from './model.ts';
import { vehicleTitle } from './vehicle-title.ts';

/** What clients see of a vehicle. */
export function presentVehicle(record: VehicleRecord): components['schemas']['Vehicle'] {
  return {
    id: record._id,
    title: vehicleTitle(record),
    make: record.make,
    model: record.model,
    variant: record.variant,
    year: record.year,
    price: record.price,
    mileage: record.mileage,
    fuel: record.fuel,
    body: record.body,
    colour: record.colour,
    vin: record.vin,
    plate: record.plate,
    status: record.status,
    listing_url: record.listing_url,
    image_url: record.image_url,
    description: record.description,
    equipment: record.equipment,
    created_at: record.created_at.toISOString(),
    updated_at: record.updated_at.toISOString(),
  };
}
