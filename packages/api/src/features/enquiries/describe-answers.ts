import type { Language } from '../../answering/types.ts';
import type { components } from '../../generated/openapi.ts';
import type { FieldRecord, FormRecord } from '../forms/model.ts';
import { textInLanguage } from '../forms/text-in-language.ts';

type Answers = NonNullable<components['schemas']['FormSubmission']['answers']>;

const YES: Record<Language, string> = { nb: 'ja', en: 'yes', sv: 'ja', da: 'ja', de: 'ja' };

function describeValue(value: string | boolean, field: FieldRecord | undefined, language: Language): string {
  if (value === true) return YES[language];
  const option = field?.options.find((candidate) => candidate.value === value);
  return (option && textInLanguage(option.labels, language, language)) || String(value).trim();
}

/**
 * What somebody answered to a dealership's own questions, a line each, in the words they were asked in. A question that
 * is not on the form any more was when they saw it, and is kept under its name.
 */
export function describeAnswers(answers: Answers, form: Pick<FormRecord, 'fields'>, language: Language): string {
  const asked = new Map(form.fields.map((field) => [field.name, field]));
  const lines = Object.entries(answers).flatMap(([name, value]) => {
    const field = asked.get(name);
    if (value === false || value === '' || field?.type === 'hidden') return [];
    const label = (field && textInLanguage(field.labels, language, language)) || name;
    return [`${/[:?]$/.test(label) ? label : `${label}:`} ${describeValue(value, field, language)}`];
  });
  return lines.join('\n');
}
