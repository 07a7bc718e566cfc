import { ok, type Routes } from '../../http/handler.ts';
import { getUsage } from './get-usage.ts';
import { presentUsage } from './present.ts';

export const usageRoutes = {
  getUsage: async ({ ctx, query }) => ok(presentUsage(await getUsage({ ctx, input: query }), ctx)),
} satisfies Pick<Routes, 'getUsage'>;
