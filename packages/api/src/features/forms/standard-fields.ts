import type { FieldRecord } from './model.ts';

const field = (name: string, type: FieldRecord['type'], required: boolean): FieldRecord => ({
  name,
  type,
  required,
  step: 1,
  labels: {},
  hints: {},
  options: [],
  value: null,
});

/** The fields of the form that every dealership begins with. */
export const STANDARD_FIELDS: readonly FieldRecord[] = [
  field('name', 'text', true),
  field('email', 'email', true),
  field('phone', 'tel', false),
  field('vehicle_interest', 'text', false),
  field('message', 'textarea', true),
];

/** What a field that has a place of its own in a submission may look like. */
export const TYPES_OF_STANDARD_FIELDS: Readonly<Record<string, readonly FieldRecord['type'][]>> = {
  name: ['text'],
  email: ['email'],
  phone: ['tel'],
  vehicle_interest: ['text', 'select', 'radio', 'hidden'],
  message: ['textarea', 'text'],
};

/** The autofill token of a standard field, which a browser fills in by itself (WCAG 2.2, 1.3.5). */
export const AUTOFILL: Readonly<Record<string, string>> = { name: 'name', email: 'email', phone: 'tel' };
