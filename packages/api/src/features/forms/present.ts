import type { Language } from '../../answering/types.ts';
import type { components } from '../../generated/openapi.ts';
import type { DealershipRecord } from '../dealership/model.ts';
import { BUILT_IN_TEXTS, type BuiltInTexts } from './built-in-texts.ts';
import type { FormRecord } from './model.ts';

type Schemas = components['schemas'];

/** A form, whose it is, and the language to show it in. */
export interface FormInLanguage {
  form: FormRecord;
  dealership: Pick<DealershipRecord, 'name'>;
  language: Language;
}

function presentFields(labels: BuiltInTexts['labels']): Schemas['FormField'][] {
  return [
    { name: 'name', type: 'text', label: labels.name, required: true, autocomplete: 'name' },
    { name: 'email', type: 'email', label: labels.email, required: true, autocomplete: 'email' },
    { name: 'phone', type: 'tel', label: labels.phone, required: false, autocomplete: 'tel' },
    { name: 'vehicle_interest', type: 'text', label: labels.vehicle_interest, required: false },
    { name: 'message', type: 'textarea', label: labels.message, required: true },
  ];
}

/** A form as the widget shows it: the dealership's own texts, and built-in ones where it has none. */
export function presentForm({ form, dealership, language }: FormInLanguage): Schemas['Form'] {
  const builtIn = BUILT_IN_TEXTS[language];
  const texts = { ...builtIn, ...form.texts[language] };
  const named = (text: string) => text.replaceAll('{dealership}', dealership.name);
  return {
    id: form._id,
    name: form.name,
    language,
    dealership_name: dealership.name,
    heading: named(texts.heading),
    intro: named(texts.intro),
    fields: presentFields(builtIn.labels),
    submit_label: texts.submit_label,
    success_title: texts.success_title,
    success_text: named(texts.success_text),
    consent: form.consent && { ...form.consent, text: named(texts.consent_text) },
    theme: { accent: form.accent },
  };
}
