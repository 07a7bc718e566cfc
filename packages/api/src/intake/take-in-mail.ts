import mongoose from 'mongoose';
import type { Understanding } from '../answering/types.ts';
import { understandEnquiry } from '../answering/understand-enquiry.ts';
import { type InboundMail, parseInboundMail } from '../channels/email/parse-inbound-mail.ts';
import { readForwardingConfirmation } from '../channels/email/read-forwarding-confirmation.ts';
import { normaliseEmail } from '../channels/email-address.ts';
import { normalisePhone } from '../channels/phone-number.ts';
import type { ArrivalRecord } from '../features/arrivals/model.ts';
import { keepAttachments } from '../features/attachments/keep-attachments.ts';
import { dealershipFacts } from '../features/dealership/dealership-facts.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import type { LeadRecord } from '../features/leads/model.ts';
import { Person } from '../features/leads/person-model.ts';
import { noteConfirmation } from '../features/mailbox/note-confirmation.ts';
import { countryOf } from '../lib/country.ts';
import type { Services } from '../services.ts';
import type { Enquiry } from './enquiry.ts';
import { contactKeys } from './find-person.ts';
import { findThread } from './find-thread.ts';
import { mailEnquiry } from './mail-enquiry.ts';
import type { MailPayload } from './mail-payload.ts';
import type { Worked } from './take-in-arrival.ts';
import { type CustomerAnswer, takeInCustomerAnswer } from './take-in-customer-answer.ts';
import { OUTCOMES, takeInEnquiry } from './take-in-enquiry.ts';

const CONFIRMATION = {
  label: 'other' as const,
  confidence: 'high' as const,
  reasons: ['Gmail asks whether it may forward; see Settings, E-mail'],
};

const nothingLeft = async () => undefined;

/** What the customer wrote; of a mail that is nothing but files, their names. */
function wordsOf(text: string, payload: MailPayload): string {
  if (text.trim() !== '' || payload.attachments.length === 0) return text;
  return `[${payload.attachments.map((attachment) => attachment.name).join(', ')}]`;
}

function filesOf(payload: MailPayload) {
  return { attachments: payload.attachments, attachmentsLeftOut: payload.attachmentsLeftOut ?? 0 };
}

function enquiryOf(
  arrival: ArrivalRecord,
  payload: MailPayload,
  mail: InboundMail,
  read: Understanding,
  dealership: DealershipRecord,
): Enquiry {
  const phone =
    read.extracted.phone === null ? null : normalisePhone(read.extracted.phone, countryOf(dealership.language));
  return {
    arrivalId: arrival._id,
    source: 'email',
    sourceDetail: mail.recipient,
    channel: 'email',
    test: arrival.test,
    receivedAt: arrival.received_at,
    name: read.extracted.name ?? mail.from?.name ?? null,
    // Behind a portal that takes no replies, the customer is named in the text.
    email: normaliseEmail(read.extracted.email ?? ''),
    phone: phone?.e164 ?? null,
    message: wordsOf(mail.text, payload),
    subject: mail.subject || null,
    vehicleInterest: null,
    vehicleId: null,
    language: read.language,
    sourceUrl: null,
    utm: {},
    consents: [],
    tags: [],
    metadata: {},
    // What is not certainly an enquiry is shown to a person and answered by nobody else.
    handledBy: read.label === 'sales_inquiry' && !read.automated && !read.injectionSuspected ? 'assistant' : 'human',
    quiet: false,
    writtenDownBy: null,
    messageId: mail.messageId,
    references: mail.references,
    ...filesOf(payload),
  };
}

/** A machine is never answered, nor is an address that the lead does not know: the recipient stays who it was. */
function mailAnswer(mail: InboundMail, payload: MailPayload, lead: LeadRecord): CustomerAnswer {
  return {
    channel: 'email',
    sourceDetail: mail.recipient,
    name: mail.from?.name ?? null,
    text: wordsOf(mail.text || mail.fullText, payload),
    subject: mail.subject || null,
    messageId: mail.messageId,
    references: mail.references,
    ...filesOf(payload),
    automated: mail.automated,
    wantsReply: mail.text.trim() !== '' && lead.customer.emails.includes(mail.from?.email ?? ''),
    replyTo: null,
  };
}

/** What may be an enquiry, and whatever a known customer writes, is shown to a person rather than put aside. */
async function deservesAPerson(arrival: ArrivalRecord, mail: InboundMail, read: Understanding): Promise<boolean> {
  if (read.automated || read.label === 'spam') return false;
  if (read.label === 'uncertain') return true;
  const email = (mail.replyTo ?? mail.from)?.email ?? null;
  const keys = contactKeys({ email, phone: null, test: arrival.test });
  return keys.length > 0 && (await Person.exists({ contact_keys: mongoose.trusted({ $in: keys }) })) !== null;
}

/** The files of a mail belong to what it became before the arrival counts as done. */
function withFiles(arrival: ArrivalRecord, worked: Worked): Worked {
  return {
    ...worked,
    finish: async () => {
      await keepAttachments(arrival, worked.leadId);
      await worked.finish();
    },
  };
}

/** Puts a mail into the conversation it answers, or reads what it is and makes a lead of it, or says why not. */
export async function takeInMail(
  services: Services,
  arrival: ArrivalRecord,
  payload: MailPayload,
  dealership: DealershipRecord,
): Promise<Worked> {
  const mail = parseInboundMail(new Map(payload.fields));
  const confirmation = arrival.promoted ? null : readForwardingConfirmation(mail);
  if (confirmation) {
    await noteConfirmation(dealership._id, confirmation, arrival.received_at);
    return { outcome: 'not_a_lead', leadId: null, verdict: CONFIRMATION, lead: null, finish: nothingLeft };
  }
  const thread = await findThread(services.env, mail);
  if (thread) {
    const answer = mailAnswer(mail, payload, thread);
    const finish = await takeInCustomerAnswer(services, arrival, answer, thread, dealership);
    return withFiles(arrival, {
      outcome: 'message_added',
      leadId: thread._id,
      verdict: { label: null, confidence: null, reasons: ['Answers a conversation'] },
      lead: null,
      finish,
    });
  }
  const read = await understandEnquiry(mailEnquiry(mail), dealershipFacts(dealership), {
    model: services.model,
    budget: services.budget,
    logger: services.logger,
    now: () => services.clock.now(),
  });
  const verdict = { label: read.label, confidence: read.confidence, reasons: read.reasons };
  const isLead = arrival.promoted || read.label === 'sales_inquiry' || (await deservesAPerson(arrival, mail, read));
  if (!isLead)
    return withFiles(arrival, { outcome: 'not_a_lead', leadId: null, verdict, lead: null, finish: nothingLeft });
  const enquiry = enquiryOf(arrival, payload, mail, read, dealership);
  if (arrival.promoted) enquiry.handledBy = 'human';
  const taken = await takeInEnquiry(services, arrival.dealership_id, enquiry);
  const outcome = OUTCOMES[taken.outcome.kind];
  return withFiles(arrival, { outcome, leadId: taken.outcome.leadId, verdict, lead: null, finish: taken.finish });
}
