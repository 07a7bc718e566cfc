import { e164OfWaId } from '../channels/whatsapp/e164-of-wa-id.ts';
import { type ArrivalRecord, FORGOTTEN } from '../features/arrivals/model.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import type { Services } from '../services.ts';
import { findLeadByContact } from './find-lead-by-contact.ts';
import type { Worked } from './take-in-arrival.ts';
import { forgetEchoes, keepEcho } from './waiting-echoes.ts';
import { type WhatsAppEchoPayload, whatsAppWrittenAt } from './whatsapp-payload.ts';
import { type Echo, writeEcho } from './write-echo.ts';

/** What is written to people who are no lead is private: its arrival keeps the key that recognises a repeat, no more. */
const PRIVATE: Worked = {
  outcome: 'not_a_lead',
  leadId: null,
  verdict: { ...FORGOTTEN, unlisted: true },
  lead: null,
  finish: async () => undefined,
};

/**
 * Puts what was written on the phone into the conversation with the customer. To somebody who is no lead it is kept aside
 * for three days, in case that they answer. Run again, it finds what it did before.
 */
export async function takeInWhatsAppEcho(
  services: Services,
  arrival: ArrivalRecord,
  payload: WhatsAppEchoPayload,
  dealership: DealershipRecord,
): Promise<Worked> {
  const phone = e164OfWaId(payload.customer);
  const echo: Echo = { arrivalId: arrival._id, phone, payload, writtenAt: whatsAppWrittenAt(arrival, payload) };
  const customer = { email: null, phone, whatsapp: { customer: payload.customer }, test: arrival.test };
  let lead = await findLeadByContact(customer);
  if (!lead) {
    await keepEcho(echo, customer);
    // Whoever makes a lead of the customer in this moment may have looked for it before it was kept.
    lead = await findLeadByContact(customer);
  }
  if (!lead) return PRIVATE;
  const finish = await writeEcho(services, echo, lead, dealership);
  return {
    outcome: 'message_added',
    leadId: lead._id,
    verdict: {},
    lead: null,
    finish: async () => {
      await finish();
      await forgetEchoes([arrival._id]);
    },
  };
}
