import { readEnquiry } from '../../delivery/read-enquiry.ts';
import type { components } from '../../generated/openapi.ts';
import { unprocessable } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { formPayload } from '../../intake/form-enquiry.ts';
import { recordArrival } from '../../intake/record-arrival.ts';
import { workOnArrival } from '../../intake/work-on-arrival.ts';
import { findDealership } from '../dealership/find-dealership.ts';
import { Vehicle } from '../vehicles/model.ts';
import { historyActor } from './add-history.ts';
import { Lead, type LeadRecord } from './model.ts';

interface CreateLead {
  ctx: TenantContext;
  input: components['schemas']['LeadCreate'];
}

/** Either the lead, or the arrival that will become one. */
export type CreatedLead = { lead: LeadRecord } | { arrivalId: string };

function payloadOf({ ctx, input }: CreateLead) {
  const source = input.source ?? (ctx.actor.type === 'user' ? 'manual' : 'api');
  return formPayload({
    source,
    channel: source,
    sourceDetail: input.source_detail ?? ctx.actor.name,
    name: input.customer.name ?? null,
    email: input.customer.email ?? null,
    phone: input.customer.phone ?? null,
    message: input.message ?? '',
    vehicleInterest: input.vehicle_interest ?? null,
    vehicleId: input.vehicle_id ?? null,
    language: input.customer.language ?? null,
    utm: input.utm ?? {},
    tags: input.tags ?? [],
    quiet: source === 'manual',
    writtenDownBy: source === 'manual' ? historyActor(ctx.actor) : null,
  });
}

async function settleManually(ctx: TenantContext, lead: LeadRecord): Promise<LeadRecord> {
  const dealership = await findDealership(ctx.dealershipId);
  if (!dealership) return lead;
  const read = await readEnquiry(ctx.services, lead, null, dealership);
  if (ctx.actor.type !== 'user') return read.lead;
  const mine = { id: ctx.actor.userId, name: ctx.actor.name };
  const updated = await Lead.findOneAndUpdate(
    { _id: lead._id, assigned_to: null },
    { $set: { assigned_to: mine } },
    { returnDocument: 'after' },
  ).lean<LeadRecord>();
  return updated ?? read.lead;
}

/**
 * Takes in a lead that a colleague writes down or another system passes on, the way every enquiry comes in.
 * @throws Problem 422 when there is nobody to be found behind it, or the vehicle is not one of the dealership's
 */
export async function createLead({ ctx, input }: CreateLead): Promise<CreatedLead> {
  const { customer } = input;
  if (!customer.name && !customer.email && !customer.phone) {
    throw unprocessable([{ pointer: '#/customer', detail: 'Give a name, an e-mail address or a phone number.' }]);
  }
  if (input.vehicle_id !== undefined && !(await Vehicle.exists({ _id: input.vehicle_id }))) {
    throw unprocessable([{ pointer: '#/vehicle_id', detail: 'is not a vehicle of this dealership' }]);
  }
  const payload = payloadOf({ ctx, input });
  const { arrival } = await recordArrival(ctx.services, {
    dealershipId: ctx.dealershipId,
    channel: payload.source,
    key: ctx.creationId,
    test: ctx.test,
    payload,
    from: customer.name ?? customer.email ?? customer.phone ?? null,
    subject: null,
    text: payload.message,
  });
  const worked = await workOnArrival(ctx.services, arrival).catch(() => null);
  if (!worked) return { arrivalId: arrival._id };
  await worked.settled;
  const lead = await Lead.findOne({ _id: worked.leadId }).lean<LeadRecord>();
  if (!lead) return { arrivalId: arrival._id };
  return { lead: payload.quiet ? await settleManually(ctx, lead) : lead };
}
