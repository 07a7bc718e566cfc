import mongoose from 'mongoose';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import { insertRecords } from '../database/insert-records.ts';
import { oneAtATime } from '../database/one-at-a-time.ts';
import { Lead } from '../features/leads/model.ts';
import { Person, type PersonRecord } from '../features/leads/person-model.ts';
import { DAY_MS, MINUTE_MS } from '../lib/clock.ts';
import { siblingId } from '../lib/ids.ts';
import { currentTenant } from '../tenancy/context.ts';
import type { Enquiry } from './enquiry.ts';

/** The same person within this time sent the same submission again. */
const REPEAT_MS = 5 * MINUTE_MS;
/** The same person within this time is still on about the same lead. */
const SAME_LEAD_MS = 7 * DAY_MS;
const MAX_TRIES = 5;

/** What an enquiry is to the person who sent it; see SPEC 2, duplicates. */
export interface PersonDecision {
  kind: 'created' | 'added' | 'repeated';
  personId: string;
  leadId: string;
  previousLeadId: string | null;
}

/** What a person is recognised by: addresses as `Enquiry` has them, and the id of who writes by WhatsApp. */
export interface Contact extends Pick<Enquiry, 'email' | 'phone' | 'test'> {
  whatsapp?: { customer: string } | null | undefined;
}

/** Keys that a person is recognised by; test and live people never meet. */
export function contactKeys(contact: Contact): string[] {
  const mode = contact.test ? 'test' : 'live';
  const keys: string[] = [];
  if (contact.email) keys.push(`${mode} email:${contact.email}`);
  // What could not be read as a number (`-`, `none`) is nobody's number: it must not make two people one.
  if (contact.phone?.startsWith('+')) keys.push(`${mode} phone:${contact.phone}`);
  // Whoever writes by WhatsApp without one is still somebody: the id that they are written back to.
  else if (contact.whatsapp) keys.push(`${mode} whatsapp:${contact.whatsapp.customer}`);
  return keys;
}

/** Milliseconds from one submission to another; negative when the other is the older one, taken up late. */
export function gapBetween(earlier: Date, later: Date): number {
  return later.getTime() - earlier.getTime();
}

/** Whether two submissions of one person are so close (milliseconds) that the second is the first once more. */
export function isRepeat(gapMs: number): boolean {
  return Math.abs(gapMs) <= REPEAT_MS;
}

type NewPerson = Omit<PersonRecord, 'dealership_id'>;

function opened(person: NewPerson): PersonDecision {
  return {
    kind: 'created',
    personId: person._id,
    leadId: person.current_lead_id,
    previousLeadId: person.previous_lead_id,
  };
}

async function create(enquiry: Enquiry, keys: string[]): Promise<NewPerson | null> {
  const person: NewPerson = {
    _id: siblingId(enquiry.arrivalId, 'per'),
    contact_keys: keys,
    current_lead_id: siblingId(enquiry.arrivalId, 'lead'),
    previous_lead_id: enquiry.chat?.relatedLeadId ?? null,
    opened_by: enquiry.arrivalId,
    last_submission_at: enquiry.receivedAt,
    created_at: enquiry.receivedAt,
  };
  try {
    await oneAtATime(`${currentTenant(Person.modelName)} ${keys[0]}`, () => insertRecords(Person, [person]));
    return person;
  } catch (error) {
    if (isDuplicateKey(error)) return null;
    throw error;
  }
}

async function openNewLead(person: PersonRecord, enquiry: Enquiry): Promise<PersonDecision | null> {
  const leadId = siblingId(enquiry.arrivalId, 'lead');
  const moved = await Person.updateOne(
    { _id: person._id, current_lead_id: person.current_lead_id },
    {
      current_lead_id: leadId,
      previous_lead_id: person.current_lead_id,
      opened_by: enquiry.arrivalId,
      last_submission_at: enquiry.receivedAt,
    },
  );
  if (moved.matchedCount === 0) return null;
  return { kind: 'created', personId: person._id, leadId, previousLeadId: person.current_lead_id };
}

/** Adds keys to a person, so that they are recognised by them from now on. */
export async function learnContacts(personId: string, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    try {
      await Person.updateOne({ _id: personId }, { $addToSet: { contact_keys: key } });
    } catch (error) {
      // Somebody else has that number or address: two people may share a phone, and are not merged for it.
      if (!isDuplicateKey(error)) throw error;
    }
  }
}

async function judge(person: PersonRecord, enquiry: Enquiry): Promise<PersonDecision | null> {
  if (person.opened_by === enquiry.arrivalId) return opened(person);
  const gapMs = gapBetween(person.last_submission_at, enquiry.receivedAt);
  const lead = await Lead.findOne({ _id: person.current_lead_id }, { deleted_at: 1 }).lean();
  if (gapMs > SAME_LEAD_MS || lead?.deleted_at) return openNewLead(person, enquiry);
  const decision = { personId: person._id, leadId: person.current_lead_id, previousLeadId: person.previous_lead_id };
  return { ...decision, kind: isRepeat(gapMs) ? 'repeated' : 'added' };
}

/**
 * Finds or makes the person behind an enquiry and decides which lead it belongs to. The unique index on contact keys and
 * compare-and-set on the current lead make it safe for any number of processes; a re-run decides the same.
 */
export async function findPerson(enquiry: Enquiry): Promise<PersonDecision> {
  // What is typed in a chat proves nothing: its visitor is known by the chat alone.
  const keys = enquiry.chat
    ? [`${enquiry.test ? 'test' : 'live'} chat:${enquiry.chat.sessionId}`]
    : contactKeys(enquiry);
  if (keys.length === 0) keys.push(`${enquiry.test ? 'test' : 'live'} arrival:${enquiry.arrivalId}`);
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const made = await create(enquiry, keys);
    if (made) return opened(made);
    const matches = await Person.find({ contact_keys: mongoose.trusted({ $in: keys }) }).lean<PersonRecord[]>();
    const person = matches.find((match) => match.contact_keys.includes(keys[0] ?? '')) ?? matches[0];
    if (!person) continue;
    await learnContacts(
      person._id,
      keys.filter((key) => !person.contact_keys.includes(key)),
    );
    const decision = await judge(person, enquiry);
    if (decision) return decision;
  }
  throw new Error('the person behind an enquiry kept changing');
}

/** Moves the windows of the person on, after a submission was added. */
export async function noteSubmission(personId: string, receivedAt: Date): Promise<void> {
  await Person.updateOne({ _id: personId }, { $max: { last_submission_at: receivedAt } });
}
