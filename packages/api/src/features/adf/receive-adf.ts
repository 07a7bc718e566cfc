import type { AdfLead } from '../../channels/adf/read-adf.ts';
import type { components } from '../../generated/openapi.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { adfArrival } from '../../intake/adf-arrival.ts';
import { recordArrival } from '../../intake/record-arrival.ts';
import { workOnArrival } from '../../intake/work-on-arrival.ts';

type Result = components['schemas']['AdfResult'];

async function receive(ctx: TenantContext, lead: AdfLead): Promise<Result> {
  const { services } = ctx;
  const { arrival, repeated } = await recordArrival(
    services,
    adfArrival(lead, { dealershipId: ctx.dealershipId, test: ctx.test, sender: ctx.actor.name || null }),
  );
  const said = { repaired: lead.repaired, missing: lead.missing };
  if (repeated) return { arrival_id: arrival._id, lead_id: arrival.lead_id, repeated, ...said };
  const worked = await workOnArrival(services, arrival).catch(() => null);
  if (worked) services.background.track(worked.settled);
  return { arrival_id: arrival._id, lead_id: worked?.leadId ?? null, repeated, ...said };
}

/** Takes in every prospect of an ADF document, one after the other; a retry of the same makes nothing twice. */
export async function receiveAdf(ctx: TenantContext, leads: readonly AdfLead[]): Promise<Result[]> {
  const results: Result[] = [];
  for (const lead of leads) results.push(await receive(ctx, lead));
  return results;
}
