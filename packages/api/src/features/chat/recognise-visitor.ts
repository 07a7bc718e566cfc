import mongoose from 'mongoose';
import { normaliseEmail } from '../../channels/email-address.ts';
import type { TenantContext } from '../../http/request-context.ts';
import type { FormPayload } from '../../intake/form-enquiry.ts';
import { Arrival, type ArrivalRecord } from '../arrivals/model.ts';
import { provenArrival } from '../enquiries/submission-proof.ts';
import { Lead, type LeadRecord } from '../leads/model.ts';
import type { ChatSessionRecord } from './model.ts';

type Recognised = Pick<ChatSessionRecord, 'lead_id' | 'related_lead_id' | 'proven_arrivals' | 'contact'>;

const NOBODY: Recognised = {
  lead_id: null,
  related_lead_id: null,
  proven_arrivals: [],
  contact: { name: null, email: null, phone: null },
};

function contactOf(arrivals: readonly ArrivalRecord[]): ChatSessionRecord['contact'] {
  const said = arrivals.map((arrival) => arrival.payload as Partial<FormPayload> | null);
  const newest = <K extends 'name' | 'phone'>(field: K) =>
    said.findLast((form) => form?.[field])?.[field]?.trim() ?? null;
  const email = said.findLast((form) => form?.email)?.email ?? null;
  return { name: newest('name'), email: email === null ? null : normaliseEmail(email), phone: newest('phone') };
}

/**
 * Recognises a visitor by the forms this browser has sent. Its chat goes on with their lead only when everything that was
 * ever submitted to that lead came from this browser: who types a stranger's address into a form must not be let into the
 * conversation of the stranger. Else the lead is only named to the reps.
 */
export async function recogniseVisitor(ctx: TenantContext, proofs: readonly string[]): Promise<Recognised> {
  const { env, clock } = ctx.services;
  const ids = proofs
    .map((proof) => provenArrival(env.encryptionKeys, proof, ctx.dealershipId, clock.now()))
    .filter((id) => id !== null);
  if (ids.length === 0) return NOBODY;
  const arrivals = await Arrival.find({ _id: mongoose.trusted({ $in: ids }), test: ctx.test })
    .sort({ received_at: 1 })
    .lean<ArrivalRecord[]>();
  const contact = contactOf(arrivals);
  const proven = arrivals.map((arrival) => arrival._id);
  const leadId = arrivals.findLast((arrival) => arrival.lead_id !== null)?.lead_id ?? null;
  const lead = leadId === null ? null : await Lead.findOne({ _id: leadId, deleted_at: null }).lean<LeadRecord>();
  if (!lead) return { ...NOBODY, proven_arrivals: proven, contact };
  const allTheirs = lead.submissions.every(({ arrival_id: id, repeated_by: again }) =>
    [id, ...again].every((arrival) => proven.includes(arrival)),
  );
  return {
    lead_id: allTheirs ? lead._id : null,
    related_lead_id: allTheirs ? null : lead._id,
    proven_arrivals: proven,
    contact,
  };
}
