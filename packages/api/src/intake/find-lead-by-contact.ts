import { Lead, type LeadRecord } from '../features/leads/model.ts';
import { Person } from '../features/leads/person-model.ts';
import { contactKeys } from './find-person.ts';

/** The present lead of the person who has a number (E.164); `null` where there is none, or it was deleted. */
export async function findLeadByPhone(phone: string | null, test: boolean): Promise<LeadRecord | null> {
  const [key] = contactKeys({ email: null, phone, test });
  if (key === undefined) return null;
  const person = await Person.findOne({ contact_keys: key }).lean();
  return person && Lead.findOne({ _id: person.current_lead_id, deleted_at: null }).lean<LeadRecord>();
}
