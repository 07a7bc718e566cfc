import type { Language } from '../answering/types.ts';
import { normaliseEmail } from '../channels/email-address.ts';
import { normalisePhone } from '../channels/phone-number.ts';
import type { ArrivalRecord } from '../features/arrivals/model.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import type { HistoryActor } from '../features/leads/add-history.ts';
import type { LeadRecord, LeadSource } from '../features/leads/model.ts';
import type { MessageAttachment } from '../features/messages/model.ts';
import { countryOf } from '../lib/country.ts';
import type { Enquiry } from './enquiry.ts';

/** What a form, a key or a colleague posted: the payload of their arrivals. */
export interface FormPayload {
  kind: 'form';
  source: LeadSource;
  sourceDetail: string | null;
  channel: Enquiry['channel'];
  name: string | null;
  email: string | null;
  phone: string | null;
  message: string;
  vehicleInterest: string | null;
  vehicleId: string | null;
  language: Language | null;
  sourceUrl: string | null;
  utm: LeadRecord['utm'];
  consents: { version: string; granted: boolean }[];
  tags: string[];
  metadata: Record<string, unknown>;
  /** Written down by a colleague: nothing is sent by itself. */
  quiet: boolean;
  writtenDownBy: HistoryActor | null;
  /** Filled the trap that people do not see. */
  trapped: boolean;
  /** Files of the mail it came in; missing where it came otherwise. */
  attachments?: readonly MessageAttachment[];
}

/** A form payload with nothing in it but what is given. */
export function formPayload(fields: Pick<FormPayload, 'source' | 'channel'> & Partial<FormPayload>): FormPayload {
  return {
    kind: 'form',
    sourceDetail: null,
    name: null,
    email: null,
    phone: null,
    message: '',
    vehicleInterest: null,
    vehicleId: null,
    language: null,
    sourceUrl: null,
    utm: {},
    consents: [],
    tags: [],
    metadata: {},
    quiet: false,
    writtenDownBy: null,
    trapped: false,
    ...fields,
  };
}

function textOrNull(text: string | null): string | null {
  const trimmed = text?.replaceAll('\u0000', '').trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** Reads a form arrival as an enquiry. */
export function formEnquiry(arrival: ArrivalRecord, form: FormPayload, dealership: DealershipRecord): Enquiry {
  const phone = textOrNull(form.phone);
  const number = phone === null ? null : normalisePhone(phone, countryOf(dealership.language));
  return {
    arrivalId: arrival._id,
    source: form.source,
    sourceDetail: form.sourceDetail,
    channel: form.channel,
    test: arrival.test,
    receivedAt: arrival.received_at,
    name: textOrNull(form.name),
    email: form.email === null ? null : normaliseEmail(form.email),
    phone: number === null ? null : (number.e164 ?? number.display),
    message: textOrNull(form.message) ?? '',
    subject: null,
    vehicleInterest: textOrNull(form.vehicleInterest),
    vehicleId: form.vehicleId,
    language: form.language ?? dealership.language,
    sourceUrl: textOrNull(form.sourceUrl),
    utm: form.utm,
    consents: form.consents,
    tags: form.tags,
    metadata: form.metadata,
    handledBy: form.quiet ? 'human' : 'assistant',
    quiet: form.quiet,
    writtenDownBy: form.writtenDownBy,
    messageId: null,
    references: [],
    attachments: form.attachments ?? [],
  };
}
