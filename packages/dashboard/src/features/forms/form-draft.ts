import type {
  FormDefinition,
  FormDefinitionInput,
  FormField,
  FormDefinitionInput as Input,
  Language,
} from '@norvalt/sdk';
import { languages } from '$lib/languages.ts';

export type FieldType = FormField['type'];
export type TextPart = keyof NonNullable<NonNullable<Input['texts']>['en']>;
/** One text per language; an empty one means that ours is shown. */
export type TextsByLanguage = Record<Language, string>;

export interface OptionDraft {
  key: number;
  /** What a submission says; null until it is saved for the first time. */
  value: string | null;
  labels: TextsByLanguage;
}

export interface FieldDraft {
  /** Stays with the field while it is moved about. */
  key: number;
  /** What a submission calls it; null for a question that has not been saved, which is named after its label. */
  name: string | null;
  type: FieldType;
  required: boolean;
  step: number;
  labels: TextsByLanguage;
  hints: TextsByLanguage;
  options: OptionDraft[];
  value: string;
}

/** A form while somebody works on it. */
export interface FormDraft {
  name: string;
  fields: FieldDraft[];
  texts: Record<TextPart, TextsByLanguage>;
  consent: 'none' | 'optional' | 'required';
  accent: string;
  radius: number;
  /** One address per line. */
  sites: string;
}

export const textParts: readonly TextPart[] = [
  'heading',
  'intro',
  'submit_label',
  'success_title',
  'success_text',
  'consent_text',
];
export const maxSteps = 5;
export const maxFields = 40;
const maxNameLength = 40;

/** The fields that mean something of their own, as they are first put into a form. */
export const standardFields: readonly { name: string; type: FieldType; required: boolean }[] = [
  { name: 'name', type: 'text', required: true },
  { name: 'email', type: 'email', required: true },
  { name: 'phone', type: 'tel', required: false },
  { name: 'vehicle_interest', type: 'text', required: false },
  { name: 'message', type: 'textarea', required: false },
];

/** What a dealership's own question can look like. */
export const ownTypes: readonly FieldType[] = ['text', 'textarea', 'select', 'radio', 'checkbox', 'hidden'];

let lastKey = 0;
const nextKey = () => ++lastKey;

const inAll = (texts: Partial<TextsByLanguage> = {}): TextsByLanguage =>
  Object.fromEntries(languages.map((language) => [language, texts[language] ?? ''])) as TextsByLanguage;

const written = (texts: TextsByLanguage): Partial<TextsByLanguage> =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([language, text]) => (text.trim() ? [[language, text.trim()]] : [])),
  );

/** Whether a question offers a choice. */
export const offersChoice = (type: FieldType): boolean => type === 'select' || type === 'radio';

/** An option nobody has written yet. */
export const blankOption = (): OptionDraft => ({ key: nextKey(), value: null, labels: inAll() });

/** A field as it is first put into a form: a standard one by its name, a question of one's own by its type. */
export function newField(what: { name: string } | { type: FieldType }, step = 1): FieldDraft {
  const standard = 'name' in what ? standardFields.find(({ name }) => name === what.name) : undefined;
  const type = standard?.type ?? ('type' in what ? what.type : 'text');
  return {
    key: nextKey(),
    name: standard?.name ?? null,
    type,
    required: standard?.required ?? false,
    step,
    labels: inAll(),
    hints: inAll(),
    options: offersChoice(type) ? [blankOption(), blankOption()] : [],
    value: '',
  };
}

/** A form as one begins with it. */
export function blankDraft(name: string): FormDraft {
  return {
    name,
    fields: standardFields.map(({ name: field }) => newField({ name: field })),
    texts: Object.fromEntries(textParts.map((part) => [part, inAll()])) as FormDraft['texts'],
    consent: 'required',
    accent: '#1450c8',
    radius: 8,
    sites: '',
  };
}

/** A stored form, to be worked on. */
export function toDraft(form: FormDefinition): FormDraft {
  return {
    name: form.name,
    fields: form.fields.map((field) => ({
      key: nextKey(),
      name: field.name,
      type: field.type,
      required: field.required,
      step: field.step,
      labels: inAll(field.labels),
      hints: inAll(field.hints),
      options: field.options.map(({ value, labels }) => ({ key: nextKey(), value, labels: inAll(labels) })),
      value: field.value ?? '',
    })),
    texts: Object.fromEntries(
      textParts.map((part) => [
        part,
        inAll(Object.fromEntries(languages.map((language) => [language, form.texts[language]?.[part] ?? '']))),
      ]),
    ) as FormDraft['texts'],
    consent: form.consent ? (form.consent.required ? 'required' : 'optional') : 'none',
    accent: form.theme.accent,
    radius: form.theme.radius,
    sites: form.allowed_origins.join('\n'),
  };
}

const anyText = (texts: TextsByLanguage, first: Language): string =>
  texts[first].trim() ||
  Object.values(texts)
    .find((text) => text.trim())
    ?.trim() ||
  '';

/** Letters that Unicode does not take apart into a base letter and a mark. */
const unfolded: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', å: 'a', ß: 'ss', ä: 'a', ö: 'o', ü: 'u' };

/** What the form sends of itself: the contract excludes these of `FormFieldName`. */
export const namesOfTheForm: ReadonlySet<string> = new Set([
  'consent',
  'consent_version',
  'language',
  'source_url',
  'website',
]);

/** A field name made of a label: `Når passer det?` becomes `nar_passer_det`; one that is taken gets a number. */
export function fieldNameOf(label: string, taken: ReadonlySet<string>): string {
  const plain = label
    .toLowerCase()
    .replace(/[æøåßäöü]/g, (letter) => unfolded[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, maxNameLength - 3)
    .replace(/_+$/, '');
  const stem = plain || 'question';
  let name = stem;
  for (let count = 2; taken.has(name) || namesOfTheForm.has(name); count += 1) name = `${stem}_${count}`;
  return name;
}

function optionsOf(options: readonly OptionDraft[], first: Language) {
  const taken = new Set(options.flatMap(({ value }) => value ?? []));
  return options.map((option) => {
    const label = anyText(option.labels, first).slice(0, 90) || '?';
    let value = option.value ?? label;
    for (let count = 2; option.value === null && taken.has(value); count += 1) value = `${label} ${count}`;
    taken.add(value);
    return { value, labels: written(option.labels) };
  });
}

/**
 * What the API is told.
 * @param first the language that names come from where there are several, the dealership's own
 */
export function toInput(draft: FormDraft, first: Language): FormDefinitionInput {
  const taken = new Set([...draft.fields.flatMap(({ name }) => name ?? []), ...standardFields.map(({ name }) => name)]);
  const fields = draft.fields.map((field) => {
    const name = field.name ?? fieldNameOf(anyText(field.labels, first), taken);
    taken.add(name);
    return {
      name,
      type: field.type,
      required: field.type !== 'hidden' && field.required,
      step: field.step,
      labels: written(field.labels),
      hints: written(field.hints),
      options: offersChoice(field.type) ? optionsOf(field.options, first) : [],
      value: field.type === 'hidden' ? field.value : null,
    };
  });
  const texts = Object.fromEntries(
    languages.map((language) => [
      language,
      Object.fromEntries(
        textParts.flatMap((part) => {
          const text = draft.texts[part][language].trim();
          return text ? [[part, text]] : [];
        }),
      ),
    ]),
  );
  return {
    name: draft.name.trim(),
    fields,
    texts,
    consent: draft.consent === 'none' ? null : { required: draft.consent === 'required' },
    theme: { accent: draft.accent.toLowerCase(), radius: draft.radius },
    allowed_origins: draft.sites.split('\n').flatMap((line) => line.trim().replace(/\/+$/, '') || []),
  };
}

/** The list with the item at `from` moved by `by` places, kept inside the list. */
export function moved<T>(list: readonly T[], from: number, by: number): T[] {
  const rest = list.filter((_, index) => index !== from);
  const item = list[from];
  if (item === undefined) return [...list];
  rest.splice(Math.max(0, Math.min(rest.length, from + by)), 0, item);
  return rest;
}
