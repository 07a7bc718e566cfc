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
  if (!typed && required) {
    const message = texts.required[name as StandardField] ?? `${texts.required.other}: ${label}`;
    return { answer: name, message };
  }
  if (!typed) return undefined;
  if (type === 'email' && !emailShape.test(typed)) return { answer: name, message: texts.invalid.email };
  if (type === 'tel' && !isPhoneNumber(typed)) return { answer: name, message: texts.invalid.phone };
  return undefined;
}

/** Everything that must be put right before the form can be sent, in the order the fields are shown. */
export function validate(
  { fields, consent }: Pick<ShownForm, 'fields' | 'consent'>,
  { values, consented }: Pick<Draft, 'values' | 'consented'>,
  texts: Texts,
): FormProblem[] {
  const problems = fields.map((field) => problemOf(field, values[field.name] ?? '', texts));
  if (consent?.required && !consented) problems.push({ answer: 'consent', message: texts.required.consent });
  return problems.filter((problem) => problem !== undefined);
}
