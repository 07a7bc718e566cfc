import { notFound } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { type CrmRecord, Dealership, type DealershipRecord } from '../dealership/model.ts';

/** How it is until somebody sets it up. */
const NOT_SET_UP: CrmRecord = { enabled: false, address: null, profile: 'body', subject: null };

/** Reads how leads go to the CRM of the caller's dealership, as it is stored, not from the cache. */
export async function readCrm({ ctx }: { ctx: TenantContext }): Promise<CrmRecord> {
  const dealership = await Dealership.findById(ctx.dealershipId).lean<DealershipRecord>();
  if (!dealership) throw notFound();
  return { ...NOT_SET_UP, ...dealership.crm };
}
