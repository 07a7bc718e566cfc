import mongoose from 'mongoose';
import { resolveVehicle } from '../../answering/resolveVehicle.ts';
import type { VehicleFacts } from '../../answering/types.ts';
import { vehicleSearchTokens } from '../../answering/vehicleSearchTokens.ts';
import { Vehicle, type VehicleRecord } from './model.ts';
import { vehicleFacts } from './vehicle-facts.ts';

const MAX_CANDIDATES = 100;
const MAX_TOKENS = 60;
const MAX_ALTERNATIVES = 5;

/** What stock has to say about an enquiry. */
export interface StockMatch {
  vehicle: VehicleFacts | null;
  alternatives: VehicleFacts[];
}

async function candidatesFor(text: string): Promise<VehicleFacts[]> {
  const tokens = vehicleSearchTokens(text).slice(0, MAX_TOKENS);
  if (tokens.length === 0) return [];
  const records = await Vehicle.find({ search_tokens: mongoose.trusted({ $in: tokens }) })
    .limit(MAX_CANDIDATES)
    .lean<VehicleRecord[]>();
  return records.map(vehicleFacts);
}

/** How unlike two cars are to somebody who wants one of them; smaller is nearer. */
function distance(wanted: VehicleFacts | null, other: VehicleFacts): number {
  if (!wanted) return 0;
  let points = 0;
  if (wanted.make !== other.make) points += 1;
  if (wanted.make !== other.make || wanted.model !== other.model) points += 1;
  if (wanted.fuel !== other.fuel) points += 1;
  if (wanted.body !== other.body) points += 1;
  if (wanted.price && other.price) points += Math.min(3, (3 * Math.abs(wanted.price - other.price)) / wanted.price);
  return points;
}

async function alternativesTo(
  wanted: VehicleFacts | null,
  candidates: readonly VehicleFacts[],
): Promise<VehicleFacts[]> {
  const records = await Vehicle.find({ status: mongoose.trusted({ $in: ['available', 'demo'] }) })
    .sort({ created_at: -1, _id: -1 })
    .limit(MAX_CANDIDATES)
    .lean<VehicleRecord[]>();
  const mentioned = new Set(candidates.map((candidate) => candidate.id));
  const rank = (vehicle: VehicleFacts) =>
    distance(wanted, vehicle) - (wanted === null && mentioned.has(vehicle.id) ? 1 : 0);
  return records
    .map(vehicleFacts)
    .filter((vehicle) => vehicle.id !== wanted?.id)
    .sort((one, other) => rank(one) - rank(other) || one.id.localeCompare(other.id))
    .slice(0, MAX_ALTERNATIVES);
}

/** Finds the car a person means, by its id or from their words, and the nearest ones that are for sale. */
export async function findStock(vehicleId: string | null, ...texts: (string | null)[]): Promise<StockMatch> {
  const known = vehicleId === null ? null : await Vehicle.findOne({ _id: vehicleId }).lean<VehicleRecord>();
  if (known) {
    const vehicle = vehicleFacts(known);
    return { vehicle, alternatives: await alternativesTo(vehicle, []) };
  }
  for (const text of texts) {
    if (!text) continue;
    const candidates = await candidatesFor(text);
    const match = candidates.length === 0 ? null : resolveVehicle(text, candidates);
    if (match) return { vehicle: match.vehicle, alternatives: await alternativesTo(match.vehicle, candidates) };
    if (candidates.length > 0) return { vehicle: null, alternatives: await alternativesTo(null, candidates) };
  }
  return { vehicle: null, alternatives: await alternativesTo(null, []) };
}
