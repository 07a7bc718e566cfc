import { callApi } from './call-api.ts';
import type { Form, FormField, Language, ProblemDetails, StandardField } from './contract.ts';
import type { WidgetSettings } from './settings.ts';
import type { Texts } from './texts.ts';

/** What of a form is shown: as configured, or built in until (and unless) the configuration is here. */
export type ShownForm = Pick<Form, 'intro' | 'fields' | 'submit_label' | 'success_title' | 'success_text'> &
  // Left out where ours is meant, which depends on whether the form is about a car.
  Partial<Pick<Form, 'heading' | 'consent' | 'theme'>>;

/** One page of a form. */
export interface ShownStep extends ShownForm {
  /** Whether another page comes after this one. */
  nextStep: boolean;
}

/** A page of a form; what a visitor never sees is on none, and the consent box is on the last. */
export function stepOf(form: ShownForm, step: number, knowsVehicle: boolean): ShownStep {
  const visible = form.fields.filter(
    // A car we know of is not asked for.
    ({ name, type }) => type !== 'hidden' && !(knowsVehicle && name === 'vehicle_interest'),
  );
  const nextStep = visible.some((field) => field.step > step);
  const fields = visible.filter((field) => field.step === step);
  const { consent } = form;
  if (consent && !nextStep) {
    fields.push({ name: 'consent', type: 'checkbox', label: consent.text, required: consent.required, step });
  }
  return { ...form, fields, nextStep };
}

/** The fields that have a place of their own in a submission, as they are asked where nothing is configured. */
export const builtInFields: readonly [StandardField, FormField['type'], required: boolean][] = [
  ['name', 'text', true],
  ['email', 'email', true],
  ['phone', 'tel', false],
  ['vehicle_interest', 'text', false],
  ['message', 'textarea', true],
];

/** The form we show before we have heard from the API. */
export function builtInForm(texts: Texts): ShownForm {
  return {
    ...texts,
    fields: builtInFields.map(([name, type, required]) => ({
      name,
      type,
      required,
      label: texts.labels[name],
      step: 1,
    })),
  };
}

/**
 * The configured form. Where the dealership has not written its texts in the page's language, ours stand and only the
 * fields, the consent wording and the colour are taken: one form speaks one language.
 */
export function configuredForm(form: Form, language: Language, texts: Texts): ShownForm {
  if (form.language === language) return form;
  const { consent, theme } = form;
  const fields = form.fields.map(({ hint: _, ...field }) => ({
    ...field,
    label: texts.labels[field.name as StandardField] ?? field.label,
  }));
  return { ...texts, consent, theme, fields };
}

const timeoutMs = 5_000;

/** Reads a form's configuration; undefined, with a word to the developer, when it cannot be had. */
export async function fetchForm(settings: WidgetSettings, id: string, language: Language): Promise<Form | undefined> {
  try {
    const url = `${settings.api}/v1/forms/${encodeURIComponent(id)}?language=${language}`;
    const response = await callApi(url, settings.key, undefined, { signal: AbortSignal.timeout(timeoutMs) });
    if (response.ok) return await response.json();
    const { code, detail, request_id }: Partial<ProblemDetails> = await response.json();
    console.warn(`[norvalt] form "${id}": ${code} (${request_id})`, detail);
  } catch (error) {
    console.warn(`[norvalt] form "${id}" could not be read`, error);
  }
  return undefined;
}
