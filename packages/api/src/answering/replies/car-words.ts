import type { VehicleFacts } from '../types.ts';
import { formatDistance, formatPrice } from './format-number.ts';
import type { CarWords } from './phrases.ts';

/** A car as the templates name it; `short` leaves the variant out where room is scarce. */
export function carWords(vehicle: VehicleFacts, short: boolean): CarWords {
  const brief = [vehicle.make, vehicle.model, vehicle.year].filter((part) => part !== null).join(' ');
  return {
    title: short ? brief : vehicle.title,
    price: vehicle.price === null ? null : formatPrice(vehicle.price),
    mileage: vehicle.mileage === null ? null : formatDistance(vehicle.mileage),
  };
}

/** For sale to anybody, as far as stock knows. */
export function isForSale(vehicle: VehicleFacts): boolean {
  return vehicle.status === 'available' || vehicle.status === 'demo';
}
