import { tellStaff } from '../../delivery/tell-staff.ts';
import { recordEvents } from '../../events/record-events.ts';
import type { Services } from '../../services.ts';
import type { DealershipRecord } from '../dealership/model.ts';
import type { LeadRecord } from '../leads/model.ts';
import { Message, type MessageRecord } from '../messages/model.ts';
import { ruleFor } from './escalation-rules.ts';
import { excerptOf } from './excerpt-of.ts';
import { Escalation, type EscalationReason, type EscalationRecord } from './model.ts';

/** What these are about is a text of our own. */
const ABOUT_OUR_WORDS: readonly EscalationReason[] = ['draft_waiting', 'delivery_failed', 'gate_refused'];

interface EscalationNews {
  record: EscalationRecord;
  /** Its lead, where it is of one. */
  lead: LeadRecord | null;
  /** Whether the rep of the lead hears of it in no other alert. */
  tellRep: boolean;
}

/** What the customer wrote that a message of ours answers, or wrote last: colleagues are told of it in their words. */
async function customersWords(lead: LeadRecord, messageId: string | null): Promise<string> {
  const ours = await Message.findOne({ _id: messageId ?? '' }, { arrival_id: 1 }).lean();
  const said = await Message.findOne({
    lead_id: lead._id,
    audience: 'customer',
    direction: 'inbound',
    ...(ours?.arrival_id ? { arrival_id: ours.arrival_id } : {}),
  })
    .sort({ created_at: -1, _id: -1 })
    .lean<MessageRecord>();
  return excerptOf(said?.text ?? lead.message);
}

/** Tells who should know of what is in the queue, and notes it: each colleague is told once however often this is run. */
export async function tellOfEscalation(
  services: Services,
  dealership: DealershipRecord,
  { record, lead, tellRep }: EscalationNews,
): Promise<void> {
  const { reason, priority } = record;
  await tellStaff(services, dealership, {
    key: record._id,
    occasion: { kind: 'escalation', reason, priority },
    lead,
    excerpt: lead && ABOUT_OUR_WORDS.includes(reason) ? await customersWords(lead, record.message_id) : record.excerpt,
    to: { rep: tellRep, managers: ruleFor(reason).tellsManagers },
  });
  await recordEvents(services, dealership._id, record.test, [
    {
      type: 'escalation.created',
      data: { escalation_id: record._id, ...(record.lead_id ? { lead_id: record.lead_id } : {}) },
    },
  ]);
  await Escalation.updateOne({ _id: record._id }, { $set: { told: true } });
}
