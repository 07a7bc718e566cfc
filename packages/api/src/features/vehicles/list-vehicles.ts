import mongoose from 'mongoose';
import { findPage, type Page, type PageRequest } from '../../database/page.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { Vehicle, type VehicleRecord, type VehicleStatus } from './model.ts';
import { vehiclePatterns } from './vehicle-patterns.ts';

interface ListVehicles {
  ctx: TenantContext;
  input: PageRequest & { status?: VehicleStatus[] | undefined; q?: string | undefined };
}

type Counts = Record<VehicleStatus, number>;

async function countByStatus(): Promise<Counts> {
  const counts: Counts = { available: 0, reserved: 0, sold: 0, demo: 0 };
  const groups = await Vehicle.aggregate<{ _id: VehicleStatus; count: number }>([
    { $group: { _id: '$status', count: { $sum: 1 } } },
  ]);
  for (const group of groups) counts[group._id] = group.count;
  return counts;
}

/** Lists the stock, newest first, with how many there are of each status whatever is asked for. */
export async function listVehicles({ input }: ListVehicles): Promise<Page<VehicleRecord> & { counts: Counts }> {
  const patterns = input.q === undefined ? [] : vehiclePatterns(input.q);
  const filter = {
    ...(input.status ? { status: mongoose.trusted({ $in: input.status }) } : {}),
    ...(patterns.length > 0 ? { search_tokens: mongoose.trusted({ $all: patterns }) } : {}),
  };
  const [page, counts] = await Promise.all([
    findPage(Vehicle, { filter, orderBy: 'created_at', direction: 'newest_first', request: input }),
    countByStatus(),
  ]);
  return { ...page, counts };
}
