import mongoose from 'mongoose';
import { rankAlternatives } from '../../answering/rank-alternatives.ts';
import { resolveVehicle } from '../../answering/resolve-vehicle.ts';
import type { VehicleFacts } from '../../answering/types.ts';
import { vehicleSearchTokens } from '../../answering/vehicle-search-tokens.ts';
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

async function alternativesTo(vehicle: VehicleFacts | null, text: string): Promise<VehicleFacts[]> {
  const records = await Vehicle.find({ status: mongoose.trusted({ $in: ['available', 'demo'] }) })
    .sort({ created_at: -1, _id: -1 })
    .limit(MAX_CANDIDATES)
    .lean<VehicleRecord[]>();
  return rankAlternatives({ vehicle, text }, records.map(vehicleFacts), MAX_ALTERNATIVES);
}

/** Finds the car a person means, by its id or from their words, and the nearest ones that are for sale. */
export async function findStock(vehicleId: string | null, ...texts: (string | null)[]): Promise<StockMatch> {
  const said = texts.filter((text) => text !== null && text !== '') as string[];
  const words = said.join('\n');
  const known = vehicleId === null ? null : await Vehicle.findOne({ _id: vehicleId }).lean<VehicleRecord>();
  if (known) {
    const vehicle = vehicleFacts(known);
    return { vehicle, alternatives: await alternativesTo(vehicle, words) };
  }
  for (const text of said) {
    const match = resolveVehicle(text, await candidatesFor(text));
    if (match) return { vehicle: match.vehicle, alternatives: await alternativesTo(match.vehicle, words) };
  }
  return { vehicle: null, alternatives: await alternativesTo(null, words) };
}
