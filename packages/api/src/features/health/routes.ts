import { ok, type Routes } from '../../http/handler.ts';
import { checkReadiness } from './check-readiness.ts';
import { presentHealth } from './present.ts';

export const healthRoutes = {
  getLiveness: async () => ok(presentHealth()),
  getReadiness: async ({ ctx }) => {
    await checkReadiness({ ctx });
    return ok(presentHealth());
  },
} satisfies Pick<Routes, 'getLiveness' | 'getReadiness'>;
