import type { ChatPayload } from '../channels/chat/chat-payload.ts';
import type { ArrivalRecord, FORGOTTEN } from '../features/arrivals/model.ts';
import { findDealership } from '../features/dealership/find-dealership.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import type { Services } from '../services.ts';
import type { CallPayload } from './call-payload.ts';
import type { FacebookLeadPayload } from './facebook-lead-payload.ts';
import type { FormPayload } from './form-enquiry.ts';
import type { MailPayload } from './mail-payload.ts';
import type { SmsPayload } from './sms-payload.ts';
import { takeInCall } from './take-in-call.ts';
import { takeInChat } from './take-in-chat.ts';
import { takeInFacebookLead } from './take-in-facebook-lead.ts';
import { takeInForm } from './take-in-form.ts';
import { takeInMail } from './take-in-mail.ts';
import { takeInSms } from './take-in-sms.ts';
import { takeInWhatsApp } from './take-in-whatsapp.ts';
import { takeInWhatsAppEcho } from './take-in-whatsapp-echo.ts';
import type { WhatsAppEchoPayload, WhatsAppPayload } from './whatsapp-payload.ts';
import type { LeadOutcome } from './write-lead.ts';

/** What became of an arrival, and the rest of the work that nobody has to wait for. */
export interface Worked {
  outcome: ArrivalRecord['outcome'];
  leadId: string | null;
  verdict: Partial<
    Pick<ArrivalRecord, 'label' | 'confidence' | 'reasons' | 'test' | 'unlisted' | keyof typeof FORGOTTEN>
  >;
  /** The lead of an enquiry, as it was written or found; `null` for everything else that came in. */
  lead: LeadOutcome['lead'] | null;
  finish(): Promise<void>;
}

/** What an arrival holds, told apart by `kind`: one for every way in. */
type ArrivalPayload =
  | CallPayload
  | ChatPayload
  | FacebookLeadPayload
  | FormPayload
  | MailPayload
  | SmsPayload
  | WhatsAppPayload
  | WhatsAppEchoPayload;

/** Works on an arrival that this process holds; `settled` when nothing of it is left to do. */
export type WorkOnArrival = (
  services: Services,
  arrival: ArrivalRecord,
) => Promise<Worked & { settled: Promise<void> }>;

/** Makes a lead or a message of an arrival. Run again after a crash, it finds what it did before. */
type TakeIn<Payload> = (
  services: Services,
  arrival: ArrivalRecord,
  payload: Payload,
  dealership: DealershipRecord,
  workOnArrival: WorkOnArrival,
) => Promise<Worked>;

const takeInByKind: { [Kind in ArrivalPayload['kind']]: TakeIn<Extract<ArrivalPayload, { kind: Kind }>> } = {
  call: takeInCall,
  facebook_lead: takeInFacebookLead,
  chat: takeInChat,
  form: takeInForm,
  mail: takeInMail,
  sms: takeInSms,
  whatsapp: takeInWhatsApp,
  whatsapp_echo: takeInWhatsAppEcho,
};

/**
 * Makes of an arrival what its kind says. Where it holds others, those are worked on by `workOnArrival`.
 * @throws Error when the dealership is gone or nobody knows the kind
 */
export async function takeInArrival(
  services: Services,
  arrival: ArrivalRecord,
  workOnArrival: WorkOnArrival,
): Promise<Worked> {
  const dealership = await findDealership(arrival.dealership_id);
  if (!dealership) throw new Error('the dealership of an arrival is gone');
  const payload = arrival.payload as ArrivalPayload;
  const takeIn = takeInByKind[payload.kind] as TakeIn<ArrivalPayload> | undefined;
  if (!takeIn) throw new Error('an arrival of a kind that nobody takes in');
  return takeIn(services, arrival, payload, dealership, workOnArrival);
}
