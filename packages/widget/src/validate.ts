import type { FormField, StandardField } from './contract.ts';
import type { Draft, FormProblem } from './draft.ts';
import type { ShownForm } from './form-config.ts';
import type { Texts } from './texts.ts';

const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const digitsInAPhoneNumber = { least: 7, most: 15 };

function isPhoneNumber(value: string): boolean {
  const digits = value.replace(/\D/g, '').length;
  return digits >= digitsInAPhoneNumber.least && digits <= digitsInAPhoneNumber.most;
}

function problemOf({ name, type, label, required }: FormField, value: string, texts: Texts): FormProblem | undefined {
  const typed = value.trim();
  let message: string | undefined;
  if (!typed && required) message = texts.required[name as StandardField] ?? `${texts.required.other}: ${label}`;
  if (typed && type === 'email' && !emailShape.test(typed)) message = texts.invalid.email;
  if (typed && type === 'tel' && !isPhoneNumber(typed)) message = texts.invalid.phone;
  return message ? { answer: name, message } : undefined;
}

/** Everything that must be put right before the form can be sent, in the order the fields are shown. */
export function validate(
  { fields }: Pick<ShownForm, 'fields'>,
  { values }: Pick<Draft, 'values'>,
  texts: Texts,
): FormProblem[] {
  return fields
    .map((field) => problemOf(field, values[field.name] ?? '', texts))
    .filter((problem) => problem !== undefined);
}
