import { isDuplicateKey } from '../../database/duplicate-key.ts';
import { insertRecords } from '../../database/insert-records.ts';
import { derivedId } from '../../lib/ids.ts';
import { afterOpenMinutes } from '../../lib/opening-hours.ts';
import type { Services } from '../../services.ts';
import type { DealershipRecord } from '../dealership/model.ts';
import { addHistory, SYSTEM } from '../leads/add-history.ts';
import { deletedAmong } from '../leads/deleted-among.ts';
import { followDeletion } from '../leads/follow-deletion.ts';
import { Lead, type LeadRecord } from '../leads/model.ts';
import { escalationId } from './escalation-id.ts';
import { inOrder, ruleFor, SLA_MINUTES } from './escalation-rules.ts';
import { excerptOf } from './excerpt-of.ts';
import { Escalation, type EscalationReason, type EscalationRecord } from './model.ts';
import { tellOfEscalation } from './tell-of-escalation.ts';

/** Why a person is needed, before it is in the queue. */
export interface EscalationInput {
  /** What caused it: the same cause never makes two. */
  cause: string;
  reasons: readonly EscalationReason[];
  lead: LeadRecord | null;
  messageId: string | null;
  excerpt: string;
  detail?: string | null;
  /** The rep hears of it in another alert: only those who run the place are told. */
  repIsTold?: boolean;
}

function recordOf(
  input: EscalationInput,
  reason: EscalationReason,
  dealership: DealershipRecord,
  now: Date,
): Omit<EscalationRecord, 'dealership_id'> {
  const { priority } = ruleFor(reason);
  return {
    _id: escalationId(dealership._id, input.cause),
    lead_id: input.lead?._id ?? null,
    test: input.lead?.test ?? false,
    customer_name: input.lead?.customer.name ?? null,
    message_id: input.messageId,
    reason,
    reasons: inOrder(input.reasons),
    priority,
    state: 'open',
    excerpt: excerptOf(input.excerpt),
    detail: input.detail ?? null,
    assigned_to: input.lead?.assigned_to ?? null,
    taken_at: null,
    due_at: afterOpenMinutes(now, SLA_MINUTES[priority], dealership.opening_hours, dealership.time_zone),
    resolution: null,
    reopened: 0,
    told: false,
    created_at: now,
    updated_at: now,
  };
}

/** What a cause put into the queue; a lasting cause, or a step that is run again, finds what it did before. */
async function findOrInsert(
  dealership: DealershipRecord,
  input: EscalationInput,
  reason: EscalationReason,
  now: Date,
): Promise<EscalationRecord | null> {
  const find = () => Escalation.findOne({ _id: escalationId(dealership._id, input.cause) }).lean<EscalationRecord>();
  const known = await find();
  if (known) return known;
  const record = recordOf(input, reason, dealership, now);
  try {
    await insertRecords(Escalation, [record]);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return find();
  }
  return { ...record, dealership_id: dealership._id };
}

async function noteOnLead(record: EscalationRecord, leadId: string): Promise<void> {
  await addHistory({
    id: derivedId('hist', record._id),
    leadId,
    type: 'escalated',
    actor: SYSTEM,
    to: record.reason,
    occurredAt: record.created_at,
  });
  await Lead.updateOne({ _id: leadId, unread: false }, { $set: { unread: true }, $inc: { version: 1 } });
}

/**
 * Puts something into the queue of what a person has to take, once per cause, and tells who should know; of a lead that
 * was deleted, nobody before it is restored. Run again after a crash it finds what it did and does the rest. Answers
 * `null` where there is no reason.
 */
export async function raiseEscalation(
  services: Services,
  dealership: DealershipRecord,
  input: EscalationInput,
): Promise<EscalationRecord | null> {
  const [reason] = inOrder(input.reasons);
  if (reason === undefined) return null;
  const stored = await findOrInsert(dealership, input, reason, services.clock.now());
  if (!stored) return null;
  // Everybody knows, or somebody has dealt with it: a lasting cause, or a late re-run, has nothing to add.
  if (stored.told || stored.state === 'resolved') return stored;
  if (input.lead) {
    await noteOnLead(stored, input.lead._id);
    // Asked after it was stored: a lead that is deleted from here on takes it along.
    if ((await deletedAmong([input.lead._id])).size > 0) {
      await followDeletion(input.lead._id);
      return stored;
    }
  }
  await tellOfEscalation(services, dealership, { record: stored, lead: input.lead, tellRep: !input.repIsTold });
  return { ...stored, told: true };
}
