import type { Form, FormField, FormSubmission, Language, Utm } from './contract.ts';
import type { PageVehicle } from './detect-vehicle.ts';
import type { Draft, Values } from './draft.ts';
import { builtInFields } from './form-config.ts';

/** What a submission says besides what the visitor wrote. */
export interface Circumstances {
  fields: readonly FormField[];
  vehicle: PageVehicle | undefined;
  consent: Form['consent'] | undefined;
  language: Language;
  pageUrl: string;
  referrer: string;
  utm: Utm | undefined;
  nowMs: number;
}

const longestAddress = 2000;

/** The answers to the dealership's own questions; an empty one is none, and a box that is not ticked is an answer. */
function answersOf(values: Values, fields: readonly FormField[]): FormSubmission['answers'] {
  const own = fields.filter(({ name }) => !builtInFields.some(([standard]) => standard === name));
  const answers = own.flatMap(({ name, type, value }) => {
    const typed = (values[name] || value || '').trim();
    if (type === 'checkbox') return [[name, typed === 'true']];
    return typed ? [[name, typed]] : [];
  });
  return answers.length ? Object.fromEntries(answers) : undefined;
}

/** The body of `POST /v1/forms/{form_id}/submissions`; what is empty is left out. */
export function submissionOf(draft: Draft, around: Circumstances): FormSubmission {
  const { name, email, phone, vehicle_interest, message } = draft.values;
  const { fields, vehicle, consent, language, pageUrl, referrer, utm, nowMs } = around;
  const typed = (text: string) => text.trim() || undefined;
  return {
    name: name.trim(),
    message: typed(message),
    answers: answersOf(draft.values, fields),
    // JSON has no word for undefined, so what is undefined is not sent.
    email: typed(email),
    phone: typed(phone),
    vehicle_interest:
      vehicle?.title ??
      typed(vehicle_interest || fields.find((field) => field.name === 'vehicle_interest')?.value || ''),
    vehicle_id: vehicle?.id,
    language,
    source_url: pageUrl.slice(0, longestAddress),
    referrer: typed(referrer.slice(0, longestAddress)),
    utm,
    consents: consent ? [{ version: consent.version, granted: draft.values.consent === 'true' }] : undefined,
    elapsed_ms: Math.max(0, nowMs - (draft.firstKeyAtMs ?? nowMs)),
    website: typed((draft.values.website ?? '').slice(0, 200)),
  };
}
