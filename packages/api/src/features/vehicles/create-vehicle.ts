import { createOnce } from '../../database/create-once.ts';
import { recordEvents } from '../../events/record-events.ts';
import type { components } from '../../generated/openapi.ts';
import { creationIdFor } from '../../http/creation-id.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { Vehicle, type VehicleRecord } from './model.ts';
import { mergeVehicleFields, vehicleTokens } from './vehicle-fields.ts';

interface CreateVehicle {
  ctx: TenantContext;
  input: components['schemas']['VehicleCreate'];
}

/** Adds a vehicle to the stock. */
export async function createVehicle({ ctx, input }: CreateVehicle): Promise<VehicleRecord> {
  const now = ctx.services.clock.now();
  const fields = mergeVehicleFields(null, input);
  const vehicle = await createOnce(Vehicle, {
    _id: creationIdFor(ctx, 'veh'),
    ...fields,
    search_tokens: vehicleTokens(fields),
    created_at: now,
    updated_at: now,
  });
  await recordEvents(ctx.services, ctx.dealershipId, false, [
    { type: 'vehicle.updated', data: { vehicle_id: vehicle._id } },
  ]);
  return vehicle;
}
