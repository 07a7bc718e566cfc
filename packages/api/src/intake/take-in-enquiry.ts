import { answerAt } from '../delivery/burst.ts';
import { recordEvents } from '../events/record-events.ts';
import type { ArrivalRecord } from '../features/arrivals/model.ts';
import { findDealership } from '../features/dealership/find-dealership.ts';
import { cancelFollowUps } from '../features/follow-ups/cancel-follow-ups.ts';
import { addHistory, type HistoryInput } from '../features/leads/add-history.ts';
import { siblingId } from '../lib/ids.ts';
import type { Services } from '../services.ts';
import type { Enquiry } from './enquiry.ts';
import { findPerson, noteSubmission } from './find-person.ts';
import type { Worked } from './take-in-arrival.ts';
import { type LeadOutcome, writeLead } from './write-lead.ts';
import { crmDelivery, inboundMessage, insertMessages, pendingReply } from './write-messages.ts';

async function goesToCrm(dealershipId: string): Promise<boolean> {
  return (await findDealership(dealershipId))?.crm?.enabled === true;
}

/** What an enquiry became: it always has a lead. */
interface EnquiryTakenIn extends Worked {
  leadId: string;
  lead: LeadOutcome['lead'];
}

/** How an arrival is marked for each kind of outcome. */
const OUTCOMES: Record<LeadOutcome['kind'], ArrivalRecord['outcome']> = {
  created: 'lead_created',
  added: 'submission_added',
  repeated: 'submission_repeated',
};

function historyOf(enquiry: Enquiry, outcome: LeadOutcome): HistoryInput[] {
  const type =
    outcome.kind === 'created' ? 'created' : outcome.kind === 'added' ? 'submission_added' : 'submission_repeated';
  const entry: HistoryInput = {
    id: siblingId(enquiry.arrivalId, 'hist'),
    leadId: outcome.leadId,
    type,
    actor: enquiry.writtenDownBy ?? { type: 'customer', name: enquiry.name },
    to: enquiry.source,
    reason: enquiry.sourceDetail,
    occurredAt: enquiry.receivedAt,
  };
  return [entry];
}

/** A form says all at once and who opens a chat watches for the answer; who writes by SMS or WhatsApp often writes on. */
async function dueAt(enquiry: Enquiry, dealershipId: string, leadId: string): Promise<Date> {
  const dealership =
    enquiry.channel === 'sms' || enquiry.channel === 'whatsapp' ? await findDealership(dealershipId) : null;
  return dealership ? answerAt(dealership, leadId, enquiry.receivedAt) : enquiry.receivedAt;
}

/**
 * Turns an enquiry into a lead, a submission and a message. Every step can be run again after a crash and then finds
 * what it did before; the answer's place is written in the same step as the question, so that neither is without the
 * other.
 */
export async function takeInEnquiry(
  services: Services,
  dealershipId: string,
  enquiry: Enquiry,
): Promise<EnquiryTakenIn> {
  const person = await findPerson(enquiry);
  const outcome = await writeLead(enquiry, person);
  // In a chat nothing is a repeat: a second message that overtook the first is a message of its own.
  const isRepeat = outcome.kind === 'repeated' && enquiry.channel !== 'chat';
  const wantsAnswer = !enquiry.quiet && !isRepeat && (outcome.kind === 'created' || outcome.newQuestion);
  const messages = [];
  // A repeat with the same words says nothing new; other words and files are kept, though not answered again.
  const bringsFiles = (enquiry.attachments?.length ?? 0) > 0;
  if (enquiry.message.trim() !== '' && (outcome.kind !== 'repeated' || outcome.newQuestion || bringsFiles)) {
    messages.push(inboundMessage(enquiry, outcome.leadId));
  }
  if (wantsAnswer) {
    const reply = pendingReply(enquiry, outcome.leadId, outcome.kind === 'created' ? 'first' : 'further');
    messages.push({ ...reply, due_at: await dueAt(enquiry, dealershipId, outcome.leadId) });
  }
  const toCrm = outcome.kind === 'created' && (await goesToCrm(dealershipId));
  if (toCrm) messages.push(crmDelivery(enquiry, outcome.leadId));
  await insertMessages(messages);
  return {
    outcome: OUTCOMES[outcome.kind],
    leadId: outcome.leadId,
    verdict: {},
    lead: outcome.lead,
    finish: async () => {
      if (outcome.kind === 'added') await noteSubmission(person.personId, enquiry.receivedAt);
      if (outcome.kind === 'added')
        await cancelFollowUps(
          services,
          { id: outcome.leadId, dealershipId, test: enquiry.test },
          'The customer wrote again',
        );
      await addHistory(...historyOf(enquiry, outcome));
      await recordEvents(services, dealershipId, enquiry.test, [
        { type: outcome.kind === 'created' ? 'lead.created' : 'lead.updated', data: { lead_id: outcome.leadId } },
      ]);
      if (wantsAnswer || toCrm) services.wake();
    },
  };
}
