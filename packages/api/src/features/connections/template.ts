import type { Language } from '../../answering/types.ts';
import type { components } from '../../generated/openapi.ts';

export type TemplateParameter = components['schemas']['TemplateParameter'];

/** The approved template that a number sends when free words are not allowed any more. */
export interface ConnectionTemplate {
  name: string;
  /** As Meta names it: `nb`, `en_GB`. */
  language: string;
  /** Its words, with `{{1}}` and on where the parameters go. */
  body: string;
  parameters: TemplateParameter[];
}

/** What the parameters of a template are filled with; where nothing is known, a word that fits. */
export type TemplateValues = Record<TemplateParameter, string | null>;

const PLACEHOLDER = /\{\{\s*(\d{1,2})\s*\}\}/g;
const MAX_PARAMETER = 300;

const NOTHING_KNOWN: Record<Language, Record<TemplateParameter, string>> = {
  nb: { customer_name: 'du', dealership_name: 'oss', sender_name: 'oss', vehicle: 'bilen' },
  sv: { customer_name: 'du', dealership_name: 'oss', sender_name: 'oss', vehicle: 'bilen' },
  da: { customer_name: 'du', dealership_name: 'os', sender_name: 'os', vehicle: 'bilen' },
  de: { customer_name: 'und guten Tag', dealership_name: 'uns', sender_name: 'uns', vehicle: 'das Auto' },
  en: { customer_name: 'there', dealership_name: 'us', sender_name: 'us', vehicle: 'the car' },
};

/** The language of ours that a template is written in; English for all that we do not speak. */
export function languageOfTemplate(template: Pick<ConnectionTemplate, 'language'>): Language {
  const code = template.language.slice(0, 2).toLowerCase();
  if (code === 'no') return 'nb';
  return code === 'nb' || code === 'sv' || code === 'da' || code === 'de' ? code : 'en';
}

/** How many parameters the words of a template take: the highest number in them. */
export function countPlaceholders(body: string): number {
  return Math.max(0, ...[...body.matchAll(PLACEHOLDER)].map(([, number]) => Number(number)));
}

/** Meta refuses parameters with line breaks, tabs or runs of blanks, and empty ones. */
function parameterText(value: string | null): string {
  return (value ?? '').replace(/\s+/g, ' ').trim().slice(0, MAX_PARAMETER);
}

/** The parameters of a template for one customer, and its words as they will read. */
export function fillTemplate(
  template: ConnectionTemplate,
  values: TemplateValues,
): { parameters: string[]; text: string } {
  const fallback = NOTHING_KNOWN[languageOfTemplate(template)];
  const parameters = template.parameters.map((name) => parameterText(values[name]) || fallback[name]);
  const text = template.body.replace(PLACEHOLDER, (_, number: string) => parameters[Number(number) - 1] ?? '');
  return { parameters, text };
}
