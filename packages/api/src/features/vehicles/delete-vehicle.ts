import { recordEvents } from '../../events/record-events.ts';
import { notFound } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { Vehicle } from './model.ts';

interface DeleteVehicle {
  ctx: TenantContext;
  input: { vehicle_id: string };
}

/**
 * Removes a vehicle for good; leads keep what was said about it.
 * @throws Problem 404 when the dealership has none of that id
 */
export async function deleteVehicle({ ctx, input }: DeleteVehicle): Promise<void> {
  const { deletedCount } = await Vehicle.deleteOne({ _id: input.vehicle_id });
  if (deletedCount === 0) throw notFound();
  await recordEvents(ctx.services, ctx.dealershipId, false, [
    { type: 'vehicle.updated', data: { vehicle_id: input.vehicle_id } },
  ]);
}
