import { normaliseEmail } from '../../channels/email-address.ts';
import { normalisePhone } from '../../channels/phone-number.ts';
import { recordEvents } from '../../events/record-events.ts';
import { contactKeys, learnContacts } from '../../intake/find-person.ts';
import { countryOf } from '../../lib/country.ts';
import { derivedId } from '../../lib/ids.ts';
import { searchTerms } from '../../lib/search-terms.ts';
import type { Services } from '../../services.ts';
import { findDealership } from '../dealership/find-dealership.ts';
import { addHistory } from '../leads/add-history.ts';
import { Lead, type LeadRecord } from '../leads/model.ts';
import { ChatSession, type ChatSessionRecord } from './model.ts';

type Contact = ChatSessionRecord['contact'];
type Said = { [K in keyof Contact]?: string | null | undefined };

/** What a visitor says of themselves, as it is kept; what cannot be read is left out. */
export async function readContact(dealershipId: string, said: Said): Promise<Partial<Contact>> {
  const dealership = await findDealership(dealershipId);
  const email = said.email ? normaliseEmail(said.email) : null;
  const number = said.phone ? normalisePhone(said.phone, countryOf(dealership?.language ?? 'nb')) : null;
  const name = said.name?.replaceAll('\u0000', '').trim();
  return {
    ...(name ? { name } : {}),
    ...(email ? { email } : {}),
    ...(number ? { phone: number.e164 ?? number.display } : {}),
  };
}

async function addToLead(services: Services, lead: LeadRecord, contact: Partial<Contact>, at: Date): Promise<void> {
  const { customer } = lead;
  const set = Object.fromEntries(
    Object.entries(contact)
      .filter(([field]) => customer[field as keyof Contact] === null)
      .map(([field, value]) => [`customer.${field}`, value]),
  );
  const isNew =
    Object.keys(set).length > 0 ||
    (contact.email && !customer.emails.includes(contact.email)) ||
    (contact.phone && !customer.phones.includes(contact.phone));
  if (!isNew) return;
  await addHistory({
    id: derivedId('hist', `contact ${lead._id} ${JSON.stringify(contact)}`),
    leadId: lead._id,
    type: 'customer_changed',
    actor: { type: 'customer', name: contact.name ?? customer.name },
    reason: 'Said in the chat',
    occurredAt: at,
  });
  await Lead.updateOne(
    { _id: lead._id },
    {
      $set: { ...set, updated_at: at },
      $addToSet: {
        search_terms: { $each: searchTerms(contact.name, contact.email, contact.phone) },
        ...(contact.email ? { 'customer.emails': contact.email } : {}),
        ...(contact.phone ? { 'customer.phones': contact.phone } : {}),
      },
      $inc: { version: 1 },
    },
  );
  // An address that somebody else is known by stays theirs: what is typed in a chat proves nothing.
  await learnContacts(
    lead.person_id,
    contactKeys({ email: contact.email ?? null, phone: contact.phone ?? null, test: lead.test }),
  );
  await recordEvents(services, lead.dealership_id, lead.test, [{ type: 'lead.updated', data: { lead_id: lead._id } }]);
}

/**
 * Keeps who the visitor is, with the chat and with its lead. What the lead knows already is not overwritten; an answer
 * that waits unread may be sent by mail from now on.
 */
export async function attachContact(
  services: Services,
  session: ChatSessionRecord,
  contact: Partial<Contact>,
  at: Date,
): Promise<void> {
  if (Object.keys(contact).length === 0) return;
  const set = Object.fromEntries(Object.entries(contact).map(([field, value]) => [`contact.${field}`, value]));
  const mail = contact.email && session.read < session.log.length ? { mail_waiting: true, mail_due_at: at } : {};
  await ChatSession.updateOne({ _id: session._id }, { $set: { ...set, ...mail } });
  if (session.lead_id === null) return;
  const lead = await Lead.findOne({ _id: session.lead_id }).lean<LeadRecord>();
  if (lead) await addToLead(services, lead, contact, at);
}
