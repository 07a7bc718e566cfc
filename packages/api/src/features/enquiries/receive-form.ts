import type { Language } from '../../answering/types.ts';
import type { components } from '../../generated/openapi.ts';
import { notFound } from '../../http/problem.ts';
import type { PublicContext } from '../../http/request-context.ts';
import { type FormPayload, formPayload } from '../../intake/form-enquiry.ts';
import { recordArrival } from '../../intake/record-arrival.ts';
import { workOnArrival } from '../../intake/work-on-arrival.ts';
import { runAsTenant } from '../../tenancy/context.ts';
import { findDealership } from '../dealership/find-dealership.ts';
import { BUILT_IN_TEXTS } from '../forms/built-in-texts.ts';
import type { LeadStatus } from '../leads/model.ts';

interface ReceiveForm {
  ctx: PublicContext;
  input: { dealership_id: string; form: components['schemas']['PlainForm'] };
}

/** Either the lead, or the arrival that will become one. */
export type ReceivedForm = { leadId: string; status: LeadStatus } | { arrivalId: string };

const KNOWN = new Set(['name', 'email', 'phone', 'vehicle_interest', 'message', 'source_url']);
const LANGUAGES = Object.keys(BUILT_IN_TEXTS) as Language[];
const MAX_VERSION_LENGTH = 40;
const MAX_EXTRA_FIELDS = 100;
const MAX_VALUE_LENGTH = 2000;

/** Fields of the form that have no place of their own, as plain values under names that a document may hold. */
export function extraFields(form: Record<string, unknown>): Record<string, unknown> {
  const extra: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(form)) {
    if (KNOWN.has(name) || value === null || value === undefined || value === '') continue;
    if (Object.keys(extra).length >= MAX_EXTRA_FIELDS) break;
    const key = name.replace(/[.$]/g, '_').replaceAll('\u0000', '_').slice(0, 100);
    if (key === '' || key === '__proto__') continue;
    const simple = typeof value === 'number' || typeof value === 'boolean';
    extra[key] = simple
      ? value
      : (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, MAX_VALUE_LENGTH);
  }
  return extra;
}

/** The language a form says it is in, where it is one of ours: another's field of that name may hold anything. */
export function languageOf({ language }: Record<string, unknown>): Language | null {
  return LANGUAGES.find((known) => known === language) ?? null;
}

/** The wording a visitor ticked. */
function consentsOf({ consent_version: version }: Record<string, unknown>): FormPayload['consents'] {
  const isVersion = typeof version === 'string' && version.trim() !== '' && version.length <= MAX_VERSION_LENGTH;
  return isVersion ? [{ version, granted: true }] : [];
}

/**
 * Takes in a post of any existing form. Once it is stored it is answered with success, whatever happens after.
 * @throws Problem 404 for an unknown dealership
 */
export async function receiveForm({ ctx, input }: ReceiveForm): Promise<ReceivedForm> {
  const { services } = ctx;
  const dealership = await findDealership(input.dealership_id);
  if (!dealership) throw notFound();
  const { form } = input;
  const language = languageOf(form);
  const consents = consentsOf(form);
  const payload = formPayload({
    source: 'website',
    channel: 'website',
    sourceDetail: 'webhook',
    name: form.name,
    email: form.email,
    phone: form.phone ?? null,
    message: form.message,
    vehicleInterest: form.vehicle_interest ?? null,
    sourceUrl: form.source_url ?? null,
    language,
    consents,
    metadata: extraFields({
      ...form,
      ...(language === null ? {} : { language: null }),
      ...(consents.length === 0 ? {} : { consent_version: null }),
    }),
  });
  return runAsTenant(dealership._id, async () => {
    const { arrival } = await recordArrival(services, {
      dealershipId: dealership._id,
      channel: 'website',
      test: false,
      payload,
      from: form.email,
      subject: null,
      text: form.message,
    });
    const worked = await workOnArrival(services, arrival).catch(() => null);
    if (!worked?.lead) return { arrivalId: arrival._id };
    services.background.track(worked.settled);
    return { leadId: worked.lead._id, status: worked.lead.status };
  });
}
