import { presentPage } from '../../database/page.ts';
import { created, noContent, ok, type Routes } from '../../http/handler.ts';
import { createVehicle } from './create-vehicle.ts';
import { deleteVehicle } from './delete-vehicle.ts';
import { getVehicle } from './get-vehicle.ts';
import { listVehicles } from './list-vehicles.ts';
import { presentVehicle } from './present.ts';
import { updateVehicle } from './update-vehicle.ts';

export const vehicleRoutes = {
  listVehicles: async ({ ctx, query }) => {
    const { counts, ...page } = await listVehicles({ ctx, input: query });
    return ok({ ...presentPage(page, presentVehicle), counts });
  },
  createVehicle: async ({ ctx, body }) => created(presentVehicle(await createVehicle({ ctx, input: body }))),
  getVehicle: async ({ ctx, path }) => ok(presentVehicle(await getVehicle({ ctx, input: path }))),
  updateVehicle: async ({ ctx, path, body }) =>
    ok(presentVehicle(await updateVehicle({ ctx, input: { ...path, changes: body } }))),
  deleteVehicle: async ({ ctx, path }) => {
    await deleteVehicle({ ctx, input: path });
    return noContent();
  },
} satisfies Pick<Routes, 'listVehicles' | 'createVehicle' | 'getVehicle' | 'updateVehicle' | 'deleteVehicle'>;
