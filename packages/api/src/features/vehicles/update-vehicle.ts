import { recordEvents } from '../../events/record-events.ts';
import type { components } from '../../generated/openapi.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { after } from '../../lib/clock.ts';
import { getVehicle } from './get-vehicle.ts';
import { Vehicle, type VehicleRecord } from './model.ts';
import { mergeVehicleFields, vehicleTokens } from './vehicle-fields.ts';

interface UpdateVehicle {
  ctx: TenantContext;
  input: { vehicle_id: string; changes: components['schemas']['VehicleUpdate'] };
}

const MAX_TRIES = 5;

async function tryUpdate({ ctx, input }: UpdateVehicle): Promise<VehicleRecord | null> {
  const {
    _id,
    dealership_id: _,
    created_at: __,
    search_tokens: ___,
    updated_at,
    ...before
  } = await getVehicle({
    ctx,
    input,
  });
  const fields = mergeVehicleFields(before, input.changes);
  const now = ctx.services.clock.now();
  // Later than what was read even within one millisecond, because it is what the next writer compares with.
  const updatedAt = now > updated_at ? now : after(updated_at, 1);
  return Vehicle.findOneAndUpdate(
    { _id, updated_at },
    { $set: { ...fields, search_tokens: vehicleTokens(fields), updated_at: updatedAt } },
    { returnDocument: 'after' },
  ).lean<VehicleRecord>();
}

/**
 * Changes a vehicle; the words it is found by always fit what is stored, however many change it at once.
 * @throws Problem 404 when the dealership has none of that id
 */
export async function updateVehicle({ ctx, input }: UpdateVehicle): Promise<VehicleRecord> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const vehicle = await tryUpdate({ ctx, input });
    if (!vehicle) continue;
    await recordEvents(ctx.services, ctx.dealershipId, false, [
      { type: 'vehicle.updated', data: { vehicle_id: vehicle._id } },
    ]);
    return vehicle;
  }
  throw new Error('a vehicle kept changing while it was being changed');
}
