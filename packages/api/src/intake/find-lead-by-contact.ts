import { Lead, type LeadRecord } from '../features/leads/model.ts';
import { Person } from '../features/leads/person-model.ts';
import { type Contact, contactKeys } from './find-person.ts';

/** The present lead of the person who is known by a contact's first key; `null` where there is none, or it was deleted. */
export async function findLeadByContact(contact: Contact): Promise<LeadRecord | null> {
  const [key] = contactKeys(contact);
  if (key === undefined) return null;
  const person = await Person.findOne({ contact_keys: key }).lean();
  return person && Lead.findOne({ _id: person.current_lead_id, deleted_at: null }).lean<LeadRecord>();
}
