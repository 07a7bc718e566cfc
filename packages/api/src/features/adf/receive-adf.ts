import { adfMessage, wantedVehicle } from '../../channels/adf/describe-adf-vehicle.ts';
import type { AdfLead } from '../../channels/adf/read-adf.ts';
import type { components } from '../../generated/openapi.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { formPayload } from '../../intake/form-enquiry.ts';
import { recordArrival } from '../../intake/record-arrival.ts';
import { workOnArrival } from '../../intake/work-on-arrival.ts';
import { sha256 } from '../../lib/secrets.ts';

type Result = components['schemas']['AdfResult'];

/** The sender's id tells a retry from a new lead; a resend brings news, so what it says counts as well. */
function keyOf(lead: AdfLead): string {
  const content = JSON.stringify([lead.name, lead.email, lead.phone, lead.comments, lead.vehicles]);
  const identity =
    lead.ids.length === 0 ? content : JSON.stringify([lead.provider, lead.ids, lead.resend ? content : '']);
  return `adf ${sha256(identity)}`;
}

function payloadOf(ctx: TenantContext, lead: AdfLead) {
  return formPayload({
    source: 'adf',
    channel: 'api',
    sourceDetail: lead.provider ?? (ctx.actor.name || null),
    name: lead.name,
    email: lead.email,
    phone: lead.phone,
    message: adfMessage(lead),
    vehicleInterest: wantedVehicle(lead),
    metadata: { adf: { ids: lead.ids, vendor: lead.vendor, provider: lead.provider, vehicles: lead.vehicles } },
  });
}

async function receive(ctx: TenantContext, lead: AdfLead): Promise<Result> {
  const { services } = ctx;
  const payload = payloadOf(ctx, lead);
  const { arrival, repeated } = await recordArrival(services, {
    dealershipId: ctx.dealershipId,
    channel: 'adf',
    key: keyOf(lead),
    test: ctx.test,
    payload,
    from: lead.email ?? lead.phone ?? lead.name,
    subject: payload.vehicleInterest,
    text: payload.message,
  });
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
