import { isForSale } from './replies/car-words.ts';
import { fitsWish, readWish } from './stock/read-wish.ts';
import type { VehicleFacts } from './types.ts';
import { vehicleSearchTokens } from './vehicle-search-tokens.ts';

function closeness(left: number | null, right: number | null, tolerance: number): number {
  if (left === null || right === null) return 0;
  return Math.max(0, 1 - Math.abs(left - right) / tolerance);
}

function same(left: string | null, right: string | null): number {
  return left !== null && right !== null && left.toLowerCase() === right.toLowerCase() ? 1 : 0;
}

function likeVehicle(other: VehicleFacts, wanted: VehicleFacts): number {
  return (
    same(other.make, wanted.make) * 2 +
    same(other.model, wanted.model) * 3 +
    same(other.fuel, wanted.fuel) * 2 +
    same(other.body, wanted.body) * 2 +
    closeness(other.price, wanted.price, 150_000) * 3 +
    closeness(other.year, wanted.year, 4)
  );
}

function likeText(other: VehicleFacts, tokens: ReadonlySet<string>): number {
  const own = vehicleSearchTokens(other);
  const described = vehicleSearchTokens(
    [other.fuel, other.body, other.colour].filter((part) => part !== null).join(' '),
  );
  const matches = (list: string[]) => list.filter((token) => tokens.has(token)).length;
  return matches(own) * 2 + matches(described);
}

/**
 * The cars for sale that come closest to the enquired one, or to what a customer wrote when it is not in stock; best
 * first and otherwise in the order of stock, at most `limit`.
 */
export function rankAlternatives(
  wanted: { vehicle: VehicleFacts | null; text: string },
  stock: VehicleFacts[],
  limit = 5,
): VehicleFacts[] {
  const tokens = new Set(vehicleSearchTokens(wanted.text));
  const wish = readWish(wanted.text);
  const wished = (vehicle: VehicleFacts) => (wish !== null && fitsWish(vehicle, wish) ? 10 : 0);
  return stock
    .filter((other) => isForSale(other) && other.id !== wanted.vehicle?.id)
    .map((vehicle) => ({
      vehicle,
      points:
        wished(vehicle) +
        likeText(vehicle, tokens) +
        (wanted.vehicle === null ? 0 : likeVehicle(vehicle, wanted.vehicle)),
    }))
    .sort((left, right) => right.points - left.points)
    .slice(0, limit)
    .map(({ vehicle }) => vehicle);
}
