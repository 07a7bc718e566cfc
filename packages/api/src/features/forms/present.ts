import type { Language } from '../../answering/types.ts';
import type { components } from '../../generated/openapi.ts';
import type { DealershipRecord } from '../dealership/model.ts';
import { BUILT_IN_TEXTS } from './built-in-texts.ts';
import type { FormDefinition } from './form-definition.ts';
import type { FieldRecord, FormRecord } from './model.ts';
import { AUTOFILL } from './standard-fields.ts';
import { textInLanguage } from './text-in-language.ts';

type Schemas = components['schemas'];
type Owner = Pick<DealershipRecord, 'name' | 'language' | 'default_form_id'>;

/** A form and whose it is. */
export interface FormOfDealership {
  form: FormRecord;
  dealership: DealershipRecord;
}

/** A form, whose it is, and the language to show it in. */
export interface FormInLanguage {
  form: FormDefinition & Pick<FormRecord, '_id'>;
  dealership: Owner;
  language: Language;
}

/** What `If-Match` compares with. */
export function etagOfForm(form: Pick<FormRecord, 'version'>): string {
  return `"${form.version}"`;
}

function presentField(field: FieldRecord, language: Language, dealership: Owner): Schemas['FormField'] {
  const inLanguage = (labels: FieldRecord['labels']) => textInLanguage(labels, language, dealership.language);
  const builtIn: Partial<Record<string, string>> = BUILT_IN_TEXTS[language].labels;
  const hint = inLanguage(field.hints);
  const autocomplete = AUTOFILL[field.name];
  const options = field.options.map(({ value, labels }) => ({ value, label: inLanguage(labels) || value }));
  return {
    name: field.name,
    type: field.type,
    label: field.labels[language]?.trim() || builtIn[field.name] || inLanguage(field.labels) || field.name,
    ...(hint ? { hint } : {}),
    required: field.required,
    ...(autocomplete ? { autocomplete } : {}),
    step: field.step,
    ...(options.length > 0 ? { options } : {}),
    ...(field.type === 'hidden' ? { value: field.value ?? '' } : {}),
  };
}

/** A form as the widget shows it: the dealership's own texts, and built-in ones where it has none. */
export function presentForm({ form, dealership, language }: FormInLanguage): Schemas['Form'] {
  const builtIn = BUILT_IN_TEXTS[language];
  const own = form.texts[language] ?? {};
  const say = (part: keyof typeof own) =>
    (own[part]?.trim() || builtIn[part]).replaceAll('{dealership}', dealership.name);
  return {
    id: form._id,
    name: form.name,
    language,
    dealership_name: dealership.name,
    heading: say('heading'),
    intro: say('intro'),
    fields: form.fields.map((field) => presentField(field, language, dealership)),
    submit_label: say('submit_label'),
    success_title: say('success_title'),
    success_text: say('success_text'),
    consent: form.consent && { ...form.consent, text: say('consent_text') },
    theme: { accent: form.accent, radius: form.radius },
  };
}

/** A form as its makers see it. */
export function presentDefinition({ form, dealership }: FormOfDealership): Schemas['FormDefinition'] {
  return {
    id: form._id,
    name: form.name,
    is_default: form._id === dealership.default_form_id,
    fields: form.fields,
    texts: form.texts,
    consent: form.consent,
    consent_versions: form.consent_versions
      .map(({ version, texts, created_at }) => ({ version, texts, created_at: created_at.toISOString() }))
      .reverse(),
    theme: { accent: form.accent, radius: form.radius },
    allowed_origins: form.allowed_origins,
    version: form.version,
    created_at: form.created_at.toISOString(),
    updated_at: form.updated_at.toISOString(),
  };
}
