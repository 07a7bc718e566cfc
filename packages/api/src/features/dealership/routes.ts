import { ok, type Routes } from '../../http/handler.ts';
import { getDealership } from './get-dealership.ts';
import { presentDealership } from './present.ts';
import { updateDealership } from './update-dealership.ts';

export const dealershipRoutes = {
  getDealership: async ({ ctx }) => ok(presentDealership(await getDealership({ ctx }), ctx)),
  updateDealership: async ({ ctx, body }) => ok(presentDealership(await updateDealership({ ctx, input: body }), ctx)),
} satisfies Pick<Routes, 'getDealership' | 'updateDealership'>;
