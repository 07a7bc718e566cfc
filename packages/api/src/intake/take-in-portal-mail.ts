import mongoose from 'mongoose';
import { understandEnquiry } from '../answering/understand-enquiry.ts';
import type { InboundMail } from '../channels/email/parse-inbound-mail.ts';
import { normaliseEmail } from '../channels/email-address.ts';
import { normalisePhone } from '../channels/phone-number.ts';
import type { PortalField } from '../channels/portals/portal-template.ts';
import {
  comesFrom,
  isEnquiryOf,
  type PortalValues,
  portalMail,
  readPortalMail,
} from '../channels/portals/read-portal-mail.ts';
import type { ArrivalRecord } from '../features/arrivals/model.ts';
import { dealershipFacts } from '../features/dealership/dealership-facts.ts';
import { Lead, type LeadRecord } from '../features/leads/model.ts';
import { noteUse } from '../features/portal-templates/note-use.ts';
import { type OwnTemplate, ownTemplates } from '../features/portal-templates/own-templates.ts';
import { after, DAY_MS } from '../lib/clock.ts';
import { countryOf } from '../lib/country.ts';
import { sha256 } from '../lib/secrets.ts';
import type { Services } from '../services.ts';
import type { Enquiry } from './enquiry.ts';
import { hasOpened } from './has-opened.ts';
import { filesOf, withFiles } from './mail-words-and-files.ts';
import type { Worked } from './take-in-arrival.ts';
import { takeInCustomerAnswer } from './take-in-customer-answer.ts';
import { takeInEnquiry } from './take-in-enquiry.ts';
import type { NewMail } from './take-in-new-mail.ts';

/** Notices about one conversation come within this time of each other. */
const THREAD_MS = 30 * DAY_MS;
const LONGEST_MESSAGE = 4000;

/** What the templates make of a mail. */
export type PortalVerdict =
  | { kind: 'read'; own: OwnTemplate; values: PortalValues }
  | { kind: 'misfit'; own: OwnTemplate; missing: PortalField[] }
  /** From a portal, but nothing says that it is an enquiry. */
  | { kind: 'sender'; own: OwnTemplate };

/** Reads a mail by the templates of the current dealership; `null` when it comes from no portal. */
export async function readByTemplates(mail: InboundMail): Promise<PortalVerdict | null> {
  const candidates = (await ownTemplates()).filter(({ enabled, template }) => enabled && comesFrom(template, mail));
  const [first] = candidates;
  if (!first) return null;
  const portal = portalMail(mail);
  let misfit: PortalVerdict | null = null;
  for (const own of candidates.filter(({ template }) => isEnquiryOf(template, portal.subject))) {
    const reading = readPortalMail(own.template, portal);
    if (reading.fits) return { kind: 'read', own, values: reading.values };
    misfit ??= { kind: 'misfit', own, missing: reading.missing };
  }
  return misfit ?? { kind: 'sender', own: first };
}

/**
 * What notices about one conversation have in common where the customer left no address: sender, subject and the
 * customer's name. A subject alone, or with a sender, is that of many customers.
 */
function threadKeyOf(mail: InboundMail, values: PortalValues): string | null {
  if (values.email || values.phone || !values.name || !mail.from) return null;
  const subject = mail.subject.replace(/^(?:\s*(?:re|sv|aw|vs|fwd?|vb)\s*:)+/i, '').trim();
  if (subject === '') return null;
  return sha256(JSON.stringify([mail.from.email, subject.toLowerCase(), values.name.toLowerCase()]));
}

async function findPortalThread(key: string | null, now: Date): Promise<LeadRecord | null> {
  if (key === null) return null;
  const recent = mongoose.trusted({ $gt: after(now, -THREAD_MS) });
  return Lead.findOne({ portal_threads: key, deleted_at: null, last_activity_at: recent }).lean<LeadRecord>();
}

function metadataOf({ template }: OwnTemplate, values: PortalValues): Record<string, unknown> {
  const { reference = null, listing_url = null } = values;
  return { portal: { template: template.id, name: template.name, reference, listing_url } };
}

async function enquiryOf(
  services: Services,
  newMail: NewMail,
  own: OwnTemplate,
  values: PortalValues,
): Promise<Enquiry> {
  const { arrival, payload, mail, dealership } = newMail;
  // A template that marks no message leaves it to a person to read the whole mail.
  const readsMessage = own.template.rules.some(({ field }) => field === 'message');
  const message = values.message ?? (readsMessage ? '' : mail.fullText.slice(0, LONGEST_MESSAGE));
  const email = normaliseEmail(values.email ?? '');
  const phone = values.phone ? normalisePhone(values.phone, countryOf(dealership.language)) : null;
  const said = {
    channel: 'api' as const,
    text: message,
    subject: null,
    fromName: values.name ?? null,
    fromEmail: email,
    fromPhone: phone?.e164 ?? null,
    vehicleInterest: values.vehicle ?? null,
    declaredLanguage: null,
    vehicle: null,
  };
  const read = await understandEnquiry(said, dealershipFacts(dealership), {
    model: null,
    budget: services.budget,
    logger: services.logger,
    now: () => services.clock.now(),
  });
  // The address to answer to is the portal's own: an answer finds its way by the mail it refers to.
  const byPortal = email !== null && email === mail.replyTo?.email;
  return {
    arrivalId: arrival._id,
    source: 'email',
    sourceDetail: own.template.name,
    channel: 'email',
    test: arrival.test,
    receivedAt: arrival.received_at,
    name: values.name ?? null,
    email,
    phone: phone === null ? null : (phone.e164 ?? phone.display),
    message,
    subject: byPortal ? mail.subject || null : null,
    vehicleInterest: values.vehicle?.slice(0, 200) ?? null,
    vehicleId: null,
    language: read.language,
    sourceUrl: values.listing_url ?? null,
    utm: {},
    consents: [],
    tags: [],
    metadata: metadataOf(own, values),
    handledBy: read.injectionSuspected || arrival.promoted || !readsMessage ? 'human' : 'assistant',
    quiet: false,
    writtenDownBy: null,
    messageId: byPortal ? mail.messageId : null,
    references: byPortal ? mail.references : [],
    portalThread: threadKeyOf(mail, values),
    ...filesOf(payload),
  };
}

/** Notes with a template that it could not read a mail, and says so in words. */
export async function noteMisfit(
  arrival: ArrivalRecord,
  { own, missing }: Extract<PortalVerdict, { kind: 'misfit' }>,
): Promise<string> {
  const misfit = { arrival_id: arrival._id, at: arrival.received_at, missing };
  await noteUse(own, { misfit }, arrival.received_at);
  return `Comes from ${own.template.name} but does not fit its template: ${missing.join(', ')} not found`;
}

/** Makes a lead of what a template read, or puts it into the conversation that earlier notices opened. */
export async function takeInPortalMail(
  services: Services,
  newMail: NewMail,
  { own, values }: Extract<PortalVerdict, { kind: 'read' }>,
): Promise<Worked> {
  const { arrival, mail, payload, dealership } = newMail;
  const { name } = own.template;
  const verdict = { label: 'sales_inquiry' as const, confidence: 'high' as const };
  const noted = async () => noteUse(own, { last_fit_at: arrival.received_at }, arrival.received_at);
  const thread = await findPortalThread(threadKeyOf(mail, values), arrival.received_at);
  if (thread && !hasOpened(thread, arrival._id)) {
    const answer = {
      channel: 'email' as const,
      sourceDetail: name,
      name: values.name ?? null,
      text: values.message ?? '',
      subject: null,
      messageId: null,
      references: [],
      ...filesOf(payload),
      automated: false,
      command: false,
      // Nobody left an address, so a person answers at the portal.
      wantsReply: false,
      replyTo: null,
    };
    const finish = await takeInCustomerAnswer(services, arrival, answer, thread, dealership);
    const reasons = [`Another notice of ${name} about the same customer and subject`];
    const worked: Worked = {
      outcome: 'message_added',
      leadId: thread._id,
      verdict: { ...verdict, reasons },
      lead: null,
      finish,
    };
    return withFiles(arrival, { ...worked, finish: () => noted().then(finish) });
  }
  const enquiry = await enquiryOf(services, newMail, own, values);
  const taken = await takeInEnquiry(services, arrival.dealership_id, enquiry);
  return withFiles(arrival, {
    ...taken,
    verdict: { ...verdict, reasons: [`Read by the template of ${name}`] },
    finish: () => noted().then(() => taken.finish()),
  });
}
