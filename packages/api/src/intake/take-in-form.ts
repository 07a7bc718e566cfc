import type { ArrivalRecord } from '../features/arrivals/model.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import type { Services } from '../services.ts';
import { type FormPayload, formEnquiry } from './form-enquiry.ts';
import type { Worked } from './take-in-arrival.ts';
import { takeInEnquiry } from './take-in-enquiry.ts';

const TRAPPED = {
  label: 'spam' as const,
  confidence: 'high' as const,
  reasons: ['Filled a field that people do not see'],
};

/** Makes a lead of a form's submission, or keeps it as spam when a machine filled it in. */
export async function takeInForm(
  services: Services,
  arrival: ArrivalRecord,
  payload: FormPayload,
  dealership: DealershipRecord,
): Promise<Worked> {
  if (payload.trapped && !arrival.promoted)
    return { outcome: 'not_a_lead', leadId: null, verdict: TRAPPED, lead: null, finish: async () => undefined };
  const enquiry = formEnquiry(arrival, payload, dealership);
  // A person has said that it is a lead, so a person answers it.
  if (arrival.promoted) enquiry.handledBy = 'human';
  return takeInEnquiry(services, arrival.dealership_id, enquiry);
}
