import { crmProfiles } from '../channels/adf/crm-profiles.ts';
import { answerTo, messageIdFor } from '../channels/email/message-id.ts';
import type { OutgoingMail } from '../channels/email/outgoing-mail.ts';
import { renderCustomerMail } from '../channels/email/render-customer-mail.ts';
import { renderLeadAlertMail } from '../channels/email/render-lead-alert-mail.ts';
import { renderStaffMail } from '../channels/email/render-staff-mail.ts';
import { formatAddress } from '../channels/email-address.ts';
import { renderCustomerSms } from '../channels/sms/render-sms.ts';
import { escalationHeadline } from '../channels/sms/render-staff-alert.ts';
import type { OutgoingSms } from '../channels/sms/twilio-client.ts';
import type { OutgoingWhatsApp } from '../channels/whatsapp/whatsapp-message.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import type { LeadRecord } from '../features/leads/model.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import { Vehicle, type VehicleRecord } from '../features/vehicles/model.ts';
import { vehicleTitle } from '../features/vehicles/vehicle-title.ts';
import { mailboxAddress, replyAddress } from '../intake/reply-address.ts';
import type { Services } from '../services.ts';
import { answeredElsewhere } from './burst.ts';
import { haveSameReader } from './recipient-of.ts';
import { makeUnsubscribeUrl } from './suppression.ts';

/** What goes out, on the channel it goes out by. */
export type Envelope =
  | { channel: 'email'; mail: OutgoingMail }
  | { channel: 'sms'; sms: OutgoingSms }
  | { channel: 'whatsapp'; whatsapp: OutgoingWhatsApp }
  | { channel: 'chat'; sessionId: string };

interface EnvelopeRequest {
  message: MessageRecord;
  lead: LeadRecord | null;
  dealership: DealershipRecord;
  recipient: string;
  conversation: readonly MessageRecord[];
}

async function vehicleLine(lead: LeadRecord | null) {
  if (!lead?.vehicle_id) return null;
  const vehicle = await Vehicle.findOne({ _id: lead.vehicle_id }).lean<VehicleRecord>();
  if (!vehicle) return null;
  return {
    title: vehicleTitle(vehicle),
    price: vehicle.price,
    listingUrl: vehicle.listing_url,
    status: vehicle.status,
  };
}

/** The mail that brought the question, else the last one to or from the same reader. */
function repliesTo({ message, lead, conversation }: EnvelopeRequest) {
  const isTheirs = (other: MessageRecord) => haveSameReader(lead, message, other);
  const elsewhere = answeredElsewhere(conversation, isTheirs);
  const mails = conversation.filter(
    (mail) =>
      mail.channel === 'email' &&
      mail.message_id !== null &&
      mail.state !== 'cancelled' &&
      (mail.direction === 'inbound' ? !elsewhere.has(mail.arrival_id) : isTheirs(mail)),
  );
  const brought = mails.find(
    ({ direction, arrival_id }) => direction === 'inbound' && arrival_id !== null && arrival_id === message.arrival_id,
  );
  const last = brought ?? mails.at(-1);
  return answerTo(last ? { messageId: last.message_id, references: last.references } : null);
}

/** The last paragraph of what the assistant writes says who it is: in a mail it stands small, below the signature. */
function splitDisclosure(message: MessageRecord): { text: string; disclosure: string | null } {
  const text = message.text ?? '';
  const at = message.disclosed === false ? -1 : text.lastIndexOf('\n\n');
  return at < 0 ? { text, disclosure: null } : { text: text.slice(0, at), disclosure: text.slice(at + 2) };
}

function subjectOf(message: MessageRecord, dealership: DealershipRecord, isAnswer: boolean): string {
  const subject = message.subject ?? dealership.name;
  return isAnswer && !/^(re|sv|aw|vs):/i.test(subject) ? `Re: ${subject}` : subject;
}

async function customerMail(services: Services, request: EnvelopeRequest): Promise<OutgoingMail> {
  const { message, lead, dealership, recipient } = request;
  const { env } = services;
  const unsubscribeUrl = makeUnsubscribeUrl(env, {
    dealershipId: dealership._id,
    channel: 'email',
    address: recipient,
  });
  const position = repliesTo(request);
  const human = message.sender_type === 'human';
  const subject = subjectOf(message, dealership, position.inReplyTo !== null);
  const rendered = renderCustomerMail({
    ...(human ? { text: message.text ?? '', disclosure: null } : splitDisclosure(message)),
    subject,
    language: message.language ?? lead?.customer.language ?? dealership.language,
    dealership: {
      name: dealership.name,
      contact: dealership.contact,
      openingHours: dealership.opening_hours,
      language: dealership.language,
    },
    sender: { kind: human ? 'human' : 'assistant', name: message.sender_name ?? dealership.assistant.name },
    unsubscribeUrl,
    vehicle: human ? null : await vehicleLine(lead),
  });
  return {
    sendKey: message.send_key,
    dealershipId: dealership._id,
    from: formatAddress({
      name: human && message.sender_name ? `${message.sender_name}, ${dealership.name}` : dealership.name,
      email: mailboxAddress(env, dealership),
    }),
    to: formatAddress({ name: lead?.customer.name ?? null, email: recipient }),
    subject,
    ...rendered,
    messageId: message.message_id ?? messageIdFor(message.send_key, env.mailDomain),
    inReplyTo: position.inReplyTo,
    references: position.references,
    replyTo: lead ? replyAddress(env, dealership, lead._id) : mailboxAddress(env, dealership),
    unsubscribeUrl,
    automatic: !human,
  };
}

type Written = Pick<OutgoingMail, 'subject' | 'text' | 'html' | 'attachments'>;

function dealershipAlert(message: MessageRecord, dealership: DealershipRecord): Written {
  const subject = message.subject ?? dealership.name;
  const text = message.text ?? '';
  const { language, name: dealershipName } = dealership;
  return { subject, ...renderStaffMail({ subject, text, language, dealershipName }) };
}

async function leadAlert(
  services: Services,
  message: MessageRecord,
  lead: LeadRecord,
  dealership: DealershipRecord,
): Promise<Written> {
  const vehicle = await vehicleLine(lead);
  const { words = lead.message, is_answer: isAnswer = false, reason = null } = message.alert ?? {};
  return renderLeadAlertMail({
    language: dealership.language,
    dealershipName: dealership.name,
    customer: lead.customer,
    vehicle: vehicle?.title ?? lead.vehicle_interest,
    message: words,
    headline: message.subject,
    escalation: reason && escalationHeadline(dealership.language, reason, lead.customer.name),
    // What a customer says later on is not read for it: how pressing they were once says nothing of that.
    priority: isAnswer ? null : { urgency: lead.urgency, temperature: lead.temperature },
    link: `${services.env.publicUrl}/app/leads/${lead._id}`,
  });
}

function invitation(message: MessageRecord): Written {
  return { subject: message.subject ?? '', text: message.text ?? '', html: message.html ?? '' };
}

/** A lead for the CRM: the document alone, beside the same as a file, or as a file only. */
function crmMail(message: MessageRecord): Written {
  const profile = crmProfiles[message.crm_profile ?? 'body'];
  const content = message.text ?? '';
  const file = { name: 'lead.xml', contentType: 'application/xml', content };
  return {
    subject: message.subject ?? '',
    text: profile.body === 'document' ? content : 'A new lead in ADF 1.0 is attached: lead.xml',
    html: null,
    attachments: profile.attachment ? [file] : [],
  };
}

async function staffWords(
  services: Services,
  message: MessageRecord,
  lead: LeadRecord | null,
  dealership: DealershipRecord,
): Promise<Written> {
  if (message.purpose === 'crm') return crmMail(message);
  if (lead !== null) return leadAlert(services, message, lead, dealership);
  return message.purpose === 'invitation' ? invitation(message) : dealershipAlert(message, dealership);
}

async function staffMail(
  services: Services,
  { message, lead, dealership, recipient }: EnvelopeRequest,
): Promise<OutgoingMail> {
  const { env } = services;
  return {
    sendKey: message.send_key,
    dealershipId: dealership._id,
    from: formatAddress({ name: dealership.name, email: mailboxAddress(env, dealership) }),
    to: recipient,
    ...(await staffWords(services, message, lead, dealership)),
    messageId: message.message_id ?? messageIdFor(message.send_key, env.mailDomain),
    inReplyTo: null,
    references: [],
    replyTo: mailboxAddress(env, dealership),
    unsubscribeUrl: null,
    // A CRM may put aside what says that a machine sent it.
    automatic: message.purpose !== 'crm',
  };
}

/** The words of an SMS as its provider gets them. */
export function smsText(message: MessageRecord): string {
  const text = message.text ?? '';
  return message.audience === 'customer' ? renderCustomerSms(text) : text;
}

/** Twilio refuses to send when it is told an address that nobody outside can reach. */
function smsStatusUrl(env: Services['env'], dealership: DealershipRecord): string | null {
  if (!env.publicUrl.startsWith('https:')) return null;
  return `${env.publicUrl}/webhooks/twilio/${dealership.inbound_token}/status`;
}

/** Puts a written message into the form it goes out in. */
export async function buildEnvelope(services: Services, request: EnvelopeRequest): Promise<Envelope> {
  const { message, recipient } = request;
  if (message.channel === 'whatsapp')
    return {
      channel: 'whatsapp',
      whatsapp: {
        sendKey: message.send_key,
        numberId: message.whatsapp?.number_id ?? '',
        to: message.whatsapp?.customer ?? recipient.replace(/\D/g, ''),
        text: message.text ?? '',
        template: message.template ?? null,
      },
    };
  if (message.channel === 'chat') return { channel: 'chat', sessionId: recipient };
  if (message.channel === 'sms')
    return {
      channel: 'sms',
      sms: {
        sendKey: message.send_key,
        to: recipient,
        text: smsText(message),
        statusUrl: smsStatusUrl(services.env, request.dealership),
      },
    };
  const mail =
    message.audience === 'staff' ? await staffMail(services, request) : await customerMail(services, request);
  return { channel: 'email', mail };
}
