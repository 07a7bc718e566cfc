import type { Language } from '../answering/types.ts';
import type { ArrivalRecord } from '../features/arrivals/model.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import type { Services } from '../services.ts';
import type { CallPayload } from './call-payload.ts';
import type { Worked } from './take-in-arrival.ts';
import { takeInEnquiry } from './take-in-enquiry.ts';

/** What stands where a message would: the rep reads it, in the language of the dealership. */
const MISSED_CALL: Record<Language, string> = {
  nb: 'Ubesvart anrop',
  sv: 'Missat samtal',
  da: 'Ubesvaret opkald',
  de: 'Verpasster Anruf',
  en: 'Missed call',
};

/** Makes a lead of a call that nobody took, or notes it with the caller's lead; who can be reached is texted back. */
export async function takeInCall(
  services: Services,
  arrival: ArrivalRecord,
  payload: CallPayload,
  dealership: DealershipRecord,
): Promise<Worked> {
  return takeInEnquiry(services, arrival.dealership_id, {
    arrivalId: arrival._id,
    source: 'phone',
    sourceDetail: payload.to,
    channel: 'phone',
    test: arrival.test,
    receivedAt: arrival.received_at,
    name: null,
    email: null,
    phone: payload.from,
    message: MISSED_CALL[dealership.language],
    subject: null,
    vehicleInterest: null,
    vehicleId: null,
    language: dealership.language,
    sourceUrl: null,
    utm: {},
    consents: [],
    tags: [],
    metadata: {},
    handledBy: 'assistant',
    quiet: false,
    writtenDownBy: null,
    messageId: null,
    references: [],
  });
}
