import { presentPage } from '../../database/page.ts';
import { ok, type Routes } from '../../http/handler.ts';
import { listCrmDeliveries } from './list-crm-deliveries.ts';
import { presentCrm, presentCrmDelivery } from './present.ts';
import { readCrm } from './read-crm.ts';
import { retryCrmDelivery } from './retry-crm-delivery.ts';
import { updateCrm } from './update-crm.ts';

export const crmRoutes = {
  getCrm: async ({ ctx }) => ok(presentCrm(await readCrm({ ctx }))),
  updateCrm: async ({ ctx, body }) => ok(presentCrm(await updateCrm({ ctx, input: body }))),
  listCrmDeliveries: async ({ ctx, query }) =>
    ok(presentPage(await listCrmDeliveries({ ctx, input: query }), presentCrmDelivery)),
  retryCrmDelivery: async ({ ctx, path }) => ok(presentCrmDelivery(await retryCrmDelivery({ ctx, input: path }))),
} satisfies Pick<Routes, 'getCrm' | 'updateCrm' | 'listCrmDeliveries' | 'retryCrmDelivery'>;
