import mongoose from 'mongoose';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import { insertRecords } from '../database/insert-records.ts';
import { addHistory } from '../features/leads/add-history.ts';
import { Lead, type LeadRecord, type SubmissionRecord } from '../features/leads/model.ts';
import { derivedId, siblingId } from '../lib/ids.ts';
import { searchTerms } from '../lib/search-terms.ts';
import type { Enquiry } from './enquiry.ts';
import { gapBetween, isRepeat, type PersonDecision } from './find-person.ts';

export const PREVIEW_LENGTH = 160;
const MAX_SUBMISSIONS = 200;
const ASKED_AGAIN = 'The customer asked again';

/** What became of an enquiry. */
export interface LeadOutcome {
  leadId: string;
  kind: PersonDecision['kind'];
  /** Whether the customer said something that has not been answered before. */
  newQuestion: boolean;
  lead: Omit<LeadRecord, 'dealership_id'>;
}

/** The beginning of a text on one line. */
export function previewOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, PREVIEW_LENGTH);
}

function submissionOf(enquiry: Enquiry): SubmissionRecord {
  return {
    id: siblingId(enquiry.arrivalId, 'sub'),
    arrival_id: enquiry.arrivalId,
    source: enquiry.source,
    source_detail: enquiry.sourceDetail,
    message: enquiry.message,
    vehicle_interest: enquiry.vehicleInterest,
    source_url: enquiry.sourceUrl,
    repeated_by: [],
    received_at: enquiry.receivedAt,
    metadata: enquiry.metadata,
  };
}

function consentsOf(enquiry: Enquiry): LeadRecord['consents'] {
  return enquiry.consents.map((consent) => ({
    ...consent,
    recorded_at: enquiry.receivedAt,
    source_url: enquiry.sourceUrl,
  }));
}

function termsOf(enquiry: Enquiry): string[] {
  return searchTerms(enquiry.name, enquiry.email, enquiry.phone, enquiry.vehicleInterest, enquiry.message);
}

function newLead(enquiry: Enquiry, person: PersonDecision): Omit<LeadRecord, 'dealership_id'> {
  const at = enquiry.receivedAt;
  return {
    _id: person.leadId,
    test: enquiry.test,
    status: 'new',
    status_reason: null,
    source: enquiry.source,
    sources: [enquiry.source],
    customer: {
      name: enquiry.name,
      email: enquiry.email,
      phone: enquiry.phone,
      emails: enquiry.email ? [enquiry.email] : [],
      phones: enquiry.phone ? [enquiry.phone] : [],
      language: enquiry.language,
    },
    person_id: person.personId,
    previous_lead_id: person.previousLeadId,
    vehicle_interest: enquiry.vehicleInterest,
    vehicle_id: enquiry.vehicleId,
    message: enquiry.message,
    preview: previewOf(enquiry.message),
    submissions: [submissionOf(enquiry)],
    // Filled in by the worker, which reads what was written; until then a lead is nothing special.
    score: 30,
    temperature: 'cold',
    score_reasons: [],
    urgency: 'normal',
    escalations: [],
    qualification: { intent: null, budget: null, timeline: null, financing: null, test_drive: null, trade_in: null },
    assigned_to: null,
    handled_by: enquiry.handledBy,
    tags: enquiry.tags,
    consents: consentsOf(enquiry),
    utm: enquiry.utm,
    unread: !enquiry.quiet,
    search_terms: termsOf(enquiry),
    subject: enquiry.subject,
    ...(enquiry.portalThread ? { portal_threads: [enquiry.portalThread] } : {}),
    send_lease: null,
    version: 1,
    first_response_at: null,
    first_response_seconds: null,
    last_contact_at: null,
    last_activity_at: at,
    converted_at: null,
    give_up_at: null,
    created_at: at,
    updated_at: at,
    deleted_at: null,
  };
}

function sameWords(one: string, other: string): boolean {
  const fold = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();
  return fold(one) === fold(other);
}

/** A form that does not name the car adds nothing to a portal's post of the same words that does. */
function sameVehicle(known: string | null, asked: string | null): boolean {
  return asked === null || sameWords(known ?? '', asked);
}

function asksSomethingNew(lead: LeadRecord, enquiry: Enquiry): boolean {
  return !lead.submissions.some(
    (submission) =>
      submission.arrival_id !== enquiry.arrivalId &&
      (submission.received_at <= enquiry.receivedAt ||
        isRepeat(gapBetween(enquiry.receivedAt, submission.received_at))) &&
      sameWords(submission.message, enquiry.message) &&
      sameVehicle(submission.vehicle_interest, enquiry.vehicleInterest),
  );
}

function contactsOf(enquiry: Enquiry): Record<string, string> {
  return {
    ...(enquiry.email ? { 'customer.emails': enquiry.email } : {}),
    ...(enquiry.phone ? { 'customer.phones': enquiry.phone } : {}),
  };
}

/** Written before the status changes: a crash in between then leaves no change without its entry. */
export async function noteReopening(lead: LeadRecord, enquiry: Enquiry, reason: string): Promise<void> {
  await addHistory({
    id: derivedId('hist', `reopened ${enquiry.arrivalId}`),
    leadId: lead._id,
    type: 'status_changed',
    actor: { type: 'customer', name: enquiry.name },
    from: lead.status,
    to: 'contacted',
    reason,
    occurredAt: enquiry.receivedAt,
  });
}

async function addSubmission(lead: LeadRecord, enquiry: Enquiry): Promise<LeadRecord> {
  const reopened = lead.status === 'won' || lead.status === 'lost';
  if (reopened) await noteReopening(lead, enquiry, ASKED_AGAIN);
  const updated = await Lead.findOneAndUpdate(
    { _id: lead._id, 'submissions.arrival_id': mongoose.trusted({ $ne: enquiry.arrivalId }) },
    {
      $push: { submissions: { $each: [submissionOf(enquiry)], $slice: -MAX_SUBMISSIONS } },
      $addToSet: {
        sources: enquiry.source,
        search_terms: { $each: termsOf(enquiry) },
        ...contactsOf(enquiry),
        ...(enquiry.portalThread ? { portal_threads: enquiry.portalThread } : {}),
        ...(enquiry.consents.length > 0 ? { consents: { $each: consentsOf(enquiry) } } : {}),
      },
      $set: {
        preview: previewOf(enquiry.message),
        unread: true,
        last_activity_at: enquiry.receivedAt,
        updated_at: enquiry.receivedAt,
        ...(lead.customer.email === null && enquiry.email ? { 'customer.email': enquiry.email } : {}),
        ...(lead.customer.phone === null && enquiry.phone ? { 'customer.phone': enquiry.phone } : {}),
        ...(enquiry.vehicleInterest
          ? { vehicle_interest: enquiry.vehicleInterest, vehicle_id: enquiry.vehicleId }
          : {}),
        give_up_at: null,
        // What a person has to look at is answered by nobody else, whoever answered before.
        ...(enquiry.handledBy === 'human' ? { handled_by: 'human' } : {}),
        ...(reopened ? { status: 'contacted', status_reason: ASKED_AGAIN } : {}),
      },
      $inc: { version: 1 },
    },
    { returnDocument: 'after' },
  ).lean<LeadRecord>();
  return updated ?? lead;
}

async function noteRepeat(lead: LeadRecord, enquiry: Enquiry, newWords: boolean): Promise<void> {
  const latest = lead.submissions.at(-1);
  if (!latest) return;
  const shown = { preview: previewOf(enquiry.message), unread: true, last_activity_at: enquiry.receivedAt };
  await Lead.updateOne(
    { _id: lead._id, 'submissions.id': latest.id },
    {
      $addToSet: {
        'submissions.$.repeated_by': enquiry.arrivalId,
        sources: enquiry.source,
        search_terms: { $each: termsOf(enquiry) },
        ...contactsOf(enquiry),
      },
      $set: { updated_at: enquiry.receivedAt, ...(newWords ? shown : {}) },
      $inc: { version: 1 },
    },
  );
}

/** Whether the same submission, sent twice at once, was the first to write the lead that this one had opened. */
function wasOvertaken(lead: LeadRecord, enquiry: Enquiry): boolean {
  const first = lead.submissions[0];
  return first !== undefined && isRepeat(gapBetween(first.received_at, enquiry.receivedAt));
}

/** Makes the lead an enquiry opens, or puts the enquiry into the lead it belongs to. Run again, it changes nothing. */
export async function writeLead(enquiry: Enquiry, person: PersonDecision): Promise<LeadOutcome> {
  if (person.kind === 'created') {
    const lead = newLead(enquiry, person);
    try {
      await insertRecords(Lead, [lead]);
      return { leadId: lead._id, kind: 'created', newQuestion: true, lead };
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
  const lead = await Lead.findOne({ _id: person.leadId }).lean<LeadRecord>();
  if (!lead) {
    // Whoever opened the lead died before writing it: it is written from what is here.
    return writeLead(enquiry, { ...person, kind: 'created' });
  }
  const mine = lead.submissions.find((submission) => submission.arrival_id === enquiry.arrivalId);
  const newQuestion = asksSomethingNew(lead, enquiry);
  const result = { leadId: lead._id, newQuestion, lead };
  if (mine) return { ...result, kind: lead.submissions[0] === mine ? 'created' : 'added' };
  if (person.kind === 'repeated' || (person.kind === 'created' && wasOvertaken(lead, enquiry))) {
    await noteRepeat(lead, enquiry, newQuestion && enquiry.message !== '');
    return { ...result, kind: 'repeated' };
  }
  const updated = await addSubmission(lead, enquiry);
  return { ...result, kind: 'added', lead: updated };
}
