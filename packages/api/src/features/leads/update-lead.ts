import { isDeepStrictEqual } from 'node:util';
import { normaliseEmail } from '../../channels/email-address.ts';
import { normalisePhone } from '../../channels/phone-number.ts';
import { recordEvents } from '../../events/record-events.ts';
import type { components } from '../../generated/openapi.ts';
import { Problem, unprocessable } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { contactKeys, learnContacts } from '../../intake/find-person.ts';
import { countryOf } from '../../lib/country.ts';
import { searchTerms } from '../../lib/search-terms.ts';
import { findDealership } from '../dealership/find-dealership.ts';
import { cancelFollowUps } from '../follow-ups/cancel-follow-ups.ts';
import { Membership } from '../users/model.ts';
import { Vehicle } from '../vehicles/model.ts';
import { addHistory, type HistoryInput, historyActor } from './add-history.ts';
import { findLead } from './find-lead.ts';
import { mayBecome } from './lead-status.ts';
import { Lead, type LeadRecord } from './model.ts';
import { etagOf } from './present.ts';

type Changes = components['schemas']['LeadUpdate'];
interface UpdateLead {
  ctx: TenantContext;
  input: { lead_id: string; ifMatch: string | undefined; changes: Changes };
}

interface Plan {
  set: Record<string, unknown>;
  terms: string[];
  history: Pick<HistoryInput, 'type' | 'from' | 'to' | 'reason'>[];
  /** Why follow-ups are called off, if they are. */
  silence: string | null;
}

const MAX_TRIES = 5;

function planStatus(plan: Plan, lead: LeadRecord, changes: Changes, now: Date): void {
  const to = changes.status;
  if (to === undefined) {
    if (changes.status_reason !== undefined) plan.set.status_reason = changes.status_reason;
    return;
  }
  if (!mayBecome(lead.status, to)) {
    throw unprocessable(
      [{ pointer: '#/status', detail: `A lead that is ${lead.status} cannot become ${to}.` }],
      'invalid_transition',
    );
  }
  if (to === lead.status) return;
  plan.set.status = to;
  plan.set.status_reason = changes.status_reason ?? null;
  plan.set.give_up_at = null;
  if (to === 'won') plan.set.converted_at = now;
  plan.history.push({ type: 'status_changed', from: lead.status, to, reason: changes.status_reason ?? null });
  if (to !== 'contacted') plan.silence = `The lead is ${to}`;
}

async function planAssignment(plan: Plan, lead: LeadRecord, userId: string | null | undefined): Promise<void> {
  if (userId === undefined || userId === (lead.assigned_to?.id ?? null)) return;
  const from = lead.assigned_to?.name ?? null;
  if (userId === null) {
    plan.set.assigned_to = null;
    plan.history.push({ type: 'assigned', from, to: null });
    return;
  }
  const member = await Membership.findOne({ user_id: userId, status: 'active' }).lean();
  if (!member) throw unprocessable([{ pointer: '#/assigned_to', detail: 'is not a colleague of this dealership' }]);
  plan.set.assigned_to = { id: member.user_id, name: member.name };
  plan.history.push({ type: 'assigned', from, to: member.name });
}

async function planCustomer(
  plan: Plan,
  ctx: TenantContext,
  lead: LeadRecord,
  customer: Changes['customer'],
): Promise<void> {
  if (!customer) return;
  const next = { ...lead.customer };
  if (customer.name !== undefined) next.name = customer.name.trim();
  if (customer.language !== undefined) next.language = customer.language;
  if (customer.email !== undefined) {
    next.email = normaliseEmail(customer.email);
    if (next.email && !next.emails.includes(next.email)) next.emails = [...next.emails, next.email];
  }
  if (customer.phone !== undefined) {
    const dealership = await findDealership(ctx.dealershipId);
    const number = normalisePhone(customer.phone, countryOf(dealership?.language ?? 'nb'));
    next.phone = number.e164 ?? number.display;
    if (!next.phones.includes(next.phone)) next.phones = [...next.phones, next.phone];
  }
  if (isDeepStrictEqual(next, lead.customer)) return;
  plan.set.customer = next;
  plan.terms.push(...searchTerms(next.name, next.email, next.phone));
  plan.history.push({ type: 'customer_changed' });
}

async function planVehicle(plan: Plan, lead: LeadRecord, changes: Changes): Promise<void> {
  if (changes.vehicle_interest !== undefined && changes.vehicle_interest !== lead.vehicle_interest) {
    plan.set.vehicle_interest = changes.vehicle_interest;
    plan.terms.push(...searchTerms(changes.vehicle_interest));
    plan.history.push({ type: 'vehicle_changed', from: lead.vehicle_interest, to: changes.vehicle_interest });
  }
  if (changes.vehicle_id === undefined || changes.vehicle_id === lead.vehicle_id) return;
  if (changes.vehicle_id !== null && !(await Vehicle.exists({ _id: changes.vehicle_id }))) {
    throw unprocessable([{ pointer: '#/vehicle_id', detail: 'is not a vehicle of this dealership' }]);
  }
  plan.set.vehicle_id = changes.vehicle_id;
  plan.history.push({ type: 'vehicle_changed', to: changes.vehicle_id });
}

function planTags(plan: Plan, lead: LeadRecord, tags: string[] | undefined): void {
  if (tags === undefined) return;
  const next = [...new Set(tags)];
  if (isDeepStrictEqual(next, lead.tags)) return;
  plan.set.tags = next;
  plan.history.push({ type: 'tags_changed', from: lead.tags.join(', ') || null, to: next.join(', ') || null });
}

async function planChanges(ctx: TenantContext, lead: LeadRecord, changes: Changes): Promise<Plan> {
  const now = ctx.services.clock.now();
  const plan: Plan = { set: { updated_at: now }, terms: [], history: [], silence: null };
  planStatus(plan, lead, changes, now);
  await planAssignment(plan, lead, changes.assigned_to);
  await planCustomer(plan, ctx, lead, changes.customer);
  await planVehicle(plan, lead, changes);
  planTags(plan, lead, changes.tags);
  if (changes.handled_by !== undefined && changes.handled_by !== lead.handled_by) {
    plan.set.handled_by = changes.handled_by;
    plan.history.push({ type: 'handled_by_changed', from: lead.handled_by, to: changes.handled_by });
    if (changes.handled_by === 'human') {
      plan.set.give_up_at = null;
      plan.silence = 'A person answers this customer';
    }
  }
  return plan;
}

function checkIfMatch(lead: LeadRecord, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch === '*' || ifMatch === etagOf(lead)) return;
  throw new Problem('precondition_failed', {
    detail: 'Read the lead again; somebody changed it.',
    headers: { ETag: etagOf(lead) },
  });
}

/**
 * Changes a lead; every change is in its history.
 * @throws Problem 404, 412 when `ifMatch` is not its version, 422 when a change is not possible
 */
export async function updateLead({ ctx, input }: UpdateLead): Promise<LeadRecord> {
  const { services } = ctx;
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const lead = await findLead(ctx, input.lead_id);
    checkIfMatch(lead, input.ifMatch);
    const plan = await planChanges(ctx, lead, input.changes);
    const updated = await Lead.findOneAndUpdate(
      { _id: lead._id, version: lead.version },
      {
        $set: plan.set,
        $inc: { version: 1 },
        ...(plan.terms.length > 0 ? { $addToSet: { search_terms: { $each: plan.terms } } } : {}),
      },
      { returnDocument: 'after' },
    ).lean<LeadRecord>();
    if (!updated) continue;
    if (input.changes.customer) {
      const { email, phone } = updated.customer;
      await learnContacts(updated.person_id, contactKeys({ email, phone, test: updated.test }));
    }
    const actor = historyActor(ctx.actor);
    const occurredAt = services.clock.now();
    await addHistory(...plan.history.map((entry) => ({ ...entry, leadId: lead._id, actor, occurredAt })));
    if (plan.silence)
      await cancelFollowUps(
        services,
        { id: lead._id, dealershipId: ctx.dealershipId, test: lead.test },
        plan.silence,
        actor,
      );
    await recordEvents(services, ctx.dealershipId, lead.test, [{ type: 'lead.updated', data: { lead_id: lead._id } }]);
    return updated;
  }
  throw new Problem('conflict', { detail: 'The lead keeps changing; try again.', headers: { 'Retry-After': '1' } });
}
