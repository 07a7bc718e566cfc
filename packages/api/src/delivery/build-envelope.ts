import { answerTo, messageIdFor } from '../channels/email/message-id.ts';
import { renderCustomerMail } from '../channels/email/render-customer-mail.ts';
import { renderStaffMail } from '../channels/email/render-staff-mail.ts';
import { formatAddress } from '../channels/email-address.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import type { LeadRecord } from '../features/leads/model.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import { Vehicle, type VehicleRecord } from '../features/vehicles/model.ts';
import { vehicleTitle } from '../features/vehicles/vehicle-title.ts';
import { mailboxAddress, replyAddress } from '../intake/reply-address.ts';
import type { Services } from '../services.ts';
import { makeUnsubscribeUrl } from './suppression.ts';
import type { OutgoingEmail, OutgoingSms } from './transports.ts';

/** What goes out, on the channel it goes out by. */
export type Envelope = { channel: 'email'; mail: OutgoingEmail } | { channel: 'sms'; sms: OutgoingSms };

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
    imageUrl: vehicle.image_url,
    listingUrl: vehicle.listing_url,
    status: vehicle.status,
  };
}

function repliesTo(conversation: readonly MessageRecord[]) {
  const last = conversation.findLast(
    (message) => message.channel === 'email' && message.message_id !== null && message.state !== 'cancelled',
  );
  return answerTo(last ? { messageId: last.message_id, references: last.references } : null);
}

function subjectOf(message: MessageRecord, dealership: DealershipRecord, isAnswer: boolean): string {
  const subject = message.subject ?? dealership.name;
  return isAnswer && !/^(re|sv|aw|vs):/i.test(subject) ? `Re: ${subject}` : subject;
}

async function customerMail(
  services: Services,
  { message, lead, dealership, recipient, conversation }: EnvelopeRequest,
): Promise<OutgoingEmail> {
  const { env } = services;
  const unsubscribeUrl = makeUnsubscribeUrl(env, {
    dealershipId: dealership._id,
    channel: 'email',
    address: recipient,
  });
  const position = repliesTo(conversation);
  const human = message.sender_type === 'human';
  const subject = subjectOf(message, dealership, position.inReplyTo !== null);
  const rendered = renderCustomerMail({
    text: message.text ?? '',
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

function staffMail(services: Services, { message, dealership, recipient }: EnvelopeRequest): OutgoingEmail {
  const { env } = services;
  const subject = message.subject ?? dealership.name;
  const text = message.text ?? '';
  // An invitation is stored as it goes out, with its own button; an alert is text that gets its form here.
  const rendered =
    message.purpose === 'invitation' && message.html !== null
      ? { text, html: message.html }
      : renderStaffMail({
          text,
          subject,
          language: message.language ?? dealership.language,
          dealershipName: dealership.name,
        });
  return {
    sendKey: message.send_key,
    from: formatAddress({ name: dealership.name, email: mailboxAddress(env, dealership) }),
    to: recipient,
    subject,
    ...rendered,
    messageId: message.message_id ?? messageIdFor(message.send_key, env.mailDomain),
    inReplyTo: null,
    references: [],
    replyTo: mailboxAddress(env, dealership),
    unsubscribeUrl: null,
    automatic: true,
  };
}

/** Puts a written message into the form it goes out in. */
export async function buildEnvelope(services: Services, request: EnvelopeRequest): Promise<Envelope> {
  const { message, recipient } = request;
  if (message.channel === 'sms')
    return { channel: 'sms', sms: { sendKey: message.send_key, to: recipient, text: message.text ?? '' } };
  const mail = message.audience === 'staff' ? staffMail(services, request) : await customerMail(services, request);
  return { channel: 'email', mail };
}
