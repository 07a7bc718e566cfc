import mongoose from 'mongoose';
import { noReplySender } from '../answering/rules/detect-automated.ts';
import type { Understanding } from '../answering/types.ts';
import { understandEnquiry } from '../answering/understand-enquiry.ts';
import type { InboundMail } from '../channels/email/parse-inbound-mail.ts';
import { normaliseEmail } from '../channels/email-address.ts';
import { normalisePhone } from '../channels/phone-number.ts';
import type { ArrivalRecord } from '../features/arrivals/model.ts';
import { dealershipFacts } from '../features/dealership/dealership-facts.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import { Person } from '../features/leads/person-model.ts';
import { modelFor } from '../features/sandbox/model-for.ts';
import { countryOf } from '../lib/country.ts';
import type { Services } from '../services.ts';
import type { Enquiry } from './enquiry.ts';
import { contactKeys } from './find-person.ts';
import { mailEnquiry } from './mail-enquiry.ts';
import type { MailPayload } from './mail-payload.ts';
import { filesOf, withFiles, wordsOf } from './mail-words-and-files.ts';
import type { Worked } from './take-in-arrival.ts';
import { takeInEnquiry } from './take-in-enquiry.ts';

/** A mail that answers no conversation. */
export interface NewMail {
  arrival: ArrivalRecord;
  payload: MailPayload;
  mail: InboundMail;
  dealership: DealershipRecord;
  /** Why a person has to see it whatever it looks like; `null` where its words decide. */
  forAPerson: string | null;
  /** A portal's or another system's: the address it comes from is no customer's. */
  machine: boolean;
}

const nothingLeft = async () => undefined;

/**
 * Whom the mail is from, as people are recognised: an address that many customers' mails come from (a portal's, one that
 * takes no replies) is nobody's, or their enquiries would become one lead.
 */
function customerEmail({ mail, machine }: NewMail, read: Understanding): string | null {
  const email = normaliseEmail(read.extracted.email ?? '');
  if (email === null || noReplySender.test(email)) return null;
  return machine && email === mail.from?.email ? null : email;
}

function enquiryOf(newMail: NewMail, read: Understanding): Enquiry {
  const { arrival, payload, mail, dealership } = newMail;
  const phone =
    read.extracted.phone === null ? null : normalisePhone(read.extracted.phone, countryOf(dealership.language));
  const certain = read.label === 'sales_inquiry' && !read.injectionSuspected;
  const maybeAnswered = certain && !read.automated && !mail.automated;
  return {
    arrivalId: arrival._id,
    source: 'email',
    sourceDetail: mail.recipient,
    channel: 'email',
    test: arrival.test,
    receivedAt: arrival.received_at,
    name: read.extracted.name ?? mail.from?.name ?? null,
    // Behind a portal that takes no replies, the customer is named in the text.
    email: customerEmail(newMail, read),
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
    handledBy: maybeAnswered ? 'assistant' : 'human',
    quiet: false,
    writtenDownBy: null,
    messageId: mail.messageId,
    references: mail.references,
    ...filesOf(payload),
  };
}

/** What may be an enquiry, and whatever a known customer writes, is shown to a person rather than put aside. */
async function deservesAPerson({ arrival, mail, machine }: NewMail, read: Understanding): Promise<boolean> {
  // What a portal sends is sent by a machine: that says nothing against it.
  if (machine) return read.label === 'uncertain';
  if (read.automated || mail.automated || read.label === 'spam') return false;
  if (read.label === 'uncertain') return true;
  const email = (mail.replyTo ?? mail.from)?.email ?? null;
  const keys = contactKeys({ email, phone: null, test: arrival.test });
  return keys.length > 0 && (await Person.exists({ contact_keys: mongoose.trusted({ $in: keys }) })) !== null;
}

/** Reads what a mail is and makes a lead of it, or says why not. */
export async function takeInNewMail(services: Services, newMail: NewMail): Promise<Worked> {
  const { arrival, mail, dealership, forAPerson } = newMail;
  const read = await understandEnquiry(mailEnquiry(mail), dealershipFacts(dealership), {
    model: modelFor(services, arrival.dealership_id),
    budget: services.budget,
    logger: services.logger,
    now: () => services.clock.now(),
  });
  const reasons = forAPerson === null ? read.reasons : [forAPerson, ...read.reasons];
  const verdict = { label: read.label, confidence: read.confidence, reasons };
  const decided = arrival.promoted || forAPerson !== null;
  const isLead = decided || read.label === 'sales_inquiry' || (await deservesAPerson(newMail, read));
  if (!isLead)
    return withFiles(arrival, { outcome: 'not_a_lead', leadId: null, verdict, lead: null, finish: nothingLeft });
  const enquiry = enquiryOf(newMail, read);
  if (decided) enquiry.handledBy = 'human';
  const taken = await takeInEnquiry(services, arrival.dealership_id, enquiry);
  return withFiles(arrival, { ...taken, verdict });
}
