import type { VehicleFacts } from '../../answering/types.ts';
import type { VehicleRecord } from './model.ts';
import { vehicleTitle } from './vehicle-title.ts';

/** A vehicle as replies are allowed to speak of it. */
export function vehicleFacts(record: VehicleRecord): VehicleFacts {
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
    plate: record.plate,
    vin: record.vin,
    status: record.status,
    listingUrl: record.listing_url,
    equipment: record.equipment,
  };
}
