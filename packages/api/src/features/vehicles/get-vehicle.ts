import { notFound } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { Vehicle, type VehicleRecord } from './model.ts';

interface GetVehicle {
  ctx: TenantContext;
  input: { vehicle_id: string };
}

/**
 * Reads a vehicle.
 * @throws Problem 404 when the dealership has none of that id
 */
export async function getVehicle({ input }: GetVehicle): Promise<VehicleRecord> {
  const vehicle = await Vehicle.findById(input.vehicle_id).lean<VehicleRecord>();
  if (!vehicle) throw notFound();
  return vehicle;
}
