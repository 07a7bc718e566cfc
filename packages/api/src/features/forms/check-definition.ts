import { type FieldError, unprocessable } from '../../http/problem.ts';
import type { FieldRecord, FormRecord } from './model.ts';
import { TYPES_OF_STANDARD_FIELDS } from './standard-fields.ts';

const hasLabel = (labels: FieldRecord['labels']) => Object.values(labels).some((label) => label.trim() !== '');
const offersChoice = (type: FieldRecord['type']) => type === 'select' || type === 'radio';

function checkOptions({ type, options }: FieldRecord, pointer: string): FieldError[] {
  if (!offersChoice(type)) {
    return options.length > 0 ? [{ pointer: `${pointer}/options`, detail: 'Only select and radio have options.' }] : [];
  }
  const errors: FieldError[] = [];
  if (options.length < 2) errors.push({ pointer: `${pointer}/options`, detail: 'Give at least two options.' });
  for (const [index, { value }] of options.entries()) {
    if (options.findIndex((option) => option.value === value) < index) {
      errors.push({ pointer: `${pointer}/options/${index}/value`, detail: `${value} is there twice.` });
    }
  }
  return errors;
}

function checkField(field: FieldRecord, pointer: string): FieldError[] {
  const errors = checkOptions(field, pointer);
  const types = TYPES_OF_STANDARD_FIELDS[field.name];
  if (types && !types.includes(field.type)) {
    errors.push({ pointer: `${pointer}/type`, detail: `${field.name} is of type ${types.join(' or ')}.` });
  }
  if (!types && field.type !== 'hidden' && !hasLabel(field.labels)) {
    errors.push({ pointer: `${pointer}/labels`, detail: 'A question of your own needs a label.' });
  }
  if (field.type === 'hidden' && (field.value ?? '') === '') {
    errors.push({ pointer: `${pointer}/value`, detail: 'Say what the hidden field sends.' });
  }
  return errors;
}

function checkContact(fields: readonly FieldRecord[]): FieldError[] {
  const find = (name: string) => fields.find((field) => field.name === name);
  const name = find('name');
  const contacts = [find('email'), find('phone')].filter((field) => field !== undefined);
  const errors: FieldError[] = [];
  if (!name?.required) errors.push({ pointer: '#/fields', detail: 'Ask for the name, and require it.' });
  if (!contacts.some(({ required }) => required)) {
    errors.push({
      pointer: '#/fields',
      detail: 'Ask for an e-mail address or a phone number, and require one of them.',
    });
  }
  return errors;
}

function checkSteps(fields: readonly FieldRecord[]): FieldError[] {
  const shown = fields.filter(({ type }) => type !== 'hidden').map(({ step }) => step);
  const last = Math.max(1, ...shown);
  const empty = Array.from({ length: last }, (_, index) => index + 1).filter((step) => !shown.includes(step));
  return empty.map((step) => ({ pointer: '#/fields', detail: `Step ${step} has no field.` }));
}

/**
 * Checks what a schema cannot say: that the form can be answered and every field can be filled in.
 * @throws Problem 422 that points at each fault
 */
export function checkDefinition({ fields }: Pick<FormRecord, 'fields'>): void {
  const errors = fields.flatMap((field, index) => checkField(field, `#/fields/${index}`));
  for (const [index, { name }] of fields.entries()) {
    if (fields.findIndex((field) => field.name === name) < index) {
      errors.push({ pointer: `#/fields/${index}/name`, detail: `${name} is there twice.` });
    }
  }
  errors.push(...checkContact(fields), ...checkSteps(fields));
  if (errors.length > 0) throw unprocessable(errors);
}
