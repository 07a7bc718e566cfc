import type { LeadRecord } from '../features/leads/model.ts';

/**
 * Whether an arrival has been taken into a lead as an enquiry. What is run again after a failure finds its own lead, with
 * its own answer in it, and must not take that for a conversation that it goes on with.
 */
export function hasOpened(lead: LeadRecord, arrivalId: string): boolean {
  return lead.submissions.some(
    (submission) => submission.arrival_id === arrivalId || submission.repeated_by.includes(arrivalId),
  );
}
