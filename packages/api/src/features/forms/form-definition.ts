import type { components } from '../../generated/openapi.ts';
import type { DealershipRecord } from '../dealership/model.ts';
import { withWording } from './consent-versions.ts';
import type { FieldRecord, FormRecord } from './model.ts';
import { STANDARD_FIELDS } from './standard-fields.ts';

type Schemas = components['schemas'];
export type FormChanges = Schemas['FormDefinitionUpdate'];
/** What of a form its makers decide. */
export type FormDefinition = Pick<
  FormRecord,
  'name' | 'fields' | 'texts' | 'consent' | 'consent_versions' | 'accent' | 'radius' | 'allowed_origins'
>;

const ACCENT = '#1450c8';
const RADIUS_PX = 8;

/** A form with nothing decided yet. */
export const BLANK_FORM: FormDefinition = {
  name: 'Website',
  fields: [...STANDARD_FIELDS],
  texts: {},
  consent: { version: '', required: true },
  consent_versions: [],
  accent: ACCENT,
  radius: RADIUS_PX,
  allowed_origins: [],
};

function fieldOf(input: Schemas['FieldDefinitionInput']): FieldRecord {
  return {
    name: input.name,
    type: input.type,
    required: input.required ?? false,
    step: input.step ?? 1,
    labels: input.labels ?? {},
    hints: input.hints ?? {},
    options: (input.options ?? []).map(({ value, labels }) => ({ value, labels: labels ?? {} })),
    value: input.type === 'hidden' ? (input.value ?? null) : null,
  };
}

/** A definition with changes made to it; a new wording of the consent box gets a version. */
export function changeDefinition(
  before: FormDefinition,
  changes: FormChanges,
  dealership: Pick<DealershipRecord, 'name'>,
  now: Date,
): FormDefinition {
  const texts = changes.texts ?? before.texts;
  const wantsConsent = changes.consent === undefined ? before.consent : changes.consent;
  const versions = wantsConsent
    ? withWording(before.consent_versions, texts, dealership.name, now)
    : before.consent_versions;
  return {
    name: changes.name?.trim() ?? before.name,
    fields: changes.fields?.map(fieldOf) ?? before.fields,
    texts,
    consent: wantsConsent && { required: wantsConsent.required, version: versions.at(-1)?.version ?? '' },
    consent_versions: versions,
    accent: changes.theme?.accent ?? before.accent,
    radius: changes.theme?.radius ?? before.radius,
    allowed_origins: changes.allowed_origins ?? before.allowed_origins,
  };
}
