import type { Routes } from '../../http/handler.ts';
import { readAdfRequest } from './read-adf-request.ts';
import { receiveAdf } from './receive-adf.ts';

export const adfRoutes = {
  receiveAdf: async ({ ctx }, request, response) => {
    const leads = await readAdfRequest(request);
    response.status(200).json({ data: await receiveAdf(ctx, leads) });
  },
  validateAdf: async (_call, request, response) => {
    const leads = await readAdfRequest(request);
    response.status(200).json({ data: leads });
  },
} satisfies Pick<Routes, 'receiveAdf' | 'validateAdf'>;
