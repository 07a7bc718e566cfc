import { presentPage } from '../../database/page.ts';
import { ok, type Routes } from '../../http/handler.ts';
import { etagOf, presentLead } from '../leads/present.ts';
import { listArrivals } from './list-arrivals.ts';
import { presentArrival } from './present.ts';
import { promoteArrival } from './promote-arrival.ts';

export const arrivalRoutes = {
  listArrivals: async ({ ctx, query }) => ok(presentPage(await listArrivals({ ctx, input: query }), presentArrival)),
  promoteArrival: async ({ ctx, path }) => {
    const lead = await promoteArrival({ ctx, input: path });
    return ok(await presentLead(lead), { headers: { ETag: etagOf(lead) } });
  },
} satisfies Pick<Routes, 'listArrivals' | 'promoteArrival'>;
