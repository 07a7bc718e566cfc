import type { TemplateParameter } from '@norvalt/sdk';

const likely: TemplateParameter[] = ['customer_name', 'dealership_name', 'vehicle', 'sender_name'];

/** Tells one template from another: the same name may exist in several languages. */
export const keyOf = ({ name, language }: { name: string; language: string }): string => `${name} ${language}`;

/** As many parameters as a template has places: those chosen so far, then what such templates mostly say. */
export function parametersFor(places: number, before: readonly TemplateParameter[]): TemplateParameter[] {
  return Array.from({ length: places }, (_, at) => before[at] ?? likely[at] ?? 'customer_name');
}

/** The words of a template with each place named: `Hei [kundens fornavn]`. */
export function namedPlaces(body: string, names: readonly string[]): string {
  return body.replace(/\{\{\s*(\d{1,2})\s*\}\}/g, (place, number: string) => {
    const name = names[Number(number) - 1];
    return name === undefined ? place : `[${name.charAt(0).toLowerCase()}${name.slice(1)}]`;
  });
}
