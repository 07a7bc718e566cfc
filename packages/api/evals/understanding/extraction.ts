import { parseAmount } from '../../src/answering/text/parse-amount.ts';
import { wordsOf } from '../../src/answering/vehicle-search-tokens.ts';
import { type Count, f1Of, precisionAndRecall } from '../statistics.ts';
import type { Measure, Section } from '../suite.ts';
import type { ReadCase } from './read-understanding-cases.ts';

interface Field {
  key: string;
  name: string;
  read: (item: ReadCase) => string | null;
  /** Both sides are brought to one form before they are compared. */
  normalise: (value: string) => string;
  /** Every occurrence is labelled, so that what is found without a label is wrong. */
  labelledThroughout: boolean;
  gate?: number;
}

const asIs = (value: string) => value.trim();
const compact = (value: string) => value.toUpperCase().replace(/[\s-]/g, '');
const carName = (value: string) => [...new Set(wordsOf(value))].join('');
const text = (value: number | null | undefined) => (value === null || value === undefined ? null : String(value));

function yearIn(name: string | null): string | null {
  return name?.match(/(?<!\d)(?:19[89]|20[0-4])\d(?!\d)/)?.[0] ?? null;
}

/** Kilometres of `139 000 km` or `8 400 mil`. */
function kilometres(written: string | null | undefined): number | null {
  if (written === null || written === undefined) return null;
  const value = parseAmount(/[\d .]*\d/.exec(written)?.[0] ?? '');
  return value !== null && /mil/.test(written) ? value * 10 : value;
}

const fields: readonly Field[] = [
  {
    key: 'phone',
    name: 'phone',
    read: ({ read }) => read.extracted.phone,
    normalise: compact,
    labelledThroughout: true,
    gate: 0.97,
  },
  {
    key: 'email',
    name: 'e-mail in the text',
    read: ({ read }) => read.extracted.email,
    normalise: asIs,
    labelledThroughout: false,
    gate: 0.97,
  },
  {
    key: 'plate',
    name: 'plate of a trade-in',
    read: ({ tradeIn }) => tradeIn?.plate ?? null,
    normalise: compact,
    labelledThroughout: true,
    gate: 0.97,
  },
  { key: 'year', name: 'model year', read: ({ year }) => text(year), normalise: asIs, labelledThroughout: false },
  { key: 'name', name: 'name', read: ({ read }) => read.extracted.name, normalise: asIs, labelledThroughout: false },
  {
    key: 'budget',
    name: 'budget',
    read: ({ read }) => text(read.qualification.budget),
    normalise: asIs,
    labelledThroughout: true,
  },
  {
    key: 'trade',
    name: 'trade-in',
    read: ({ tradeIn }) => tradeIn?.name?.replace(/(?:19[89]|20[0-4])\d.*/, '') ?? null,
    normalise: carName,
    labelledThroughout: false,
  },
  {
    key: 'tyear',
    name: 'year of the trade-in',
    read: ({ tradeIn }) => yearIn(tradeIn?.name ?? null),
    normalise: asIs,
    labelledThroughout: false,
  },
  {
    key: 'tkm',
    name: 'kilometres of the trade-in',
    read: ({ tradeIn }) => text(kilometres(tradeIn?.mileage)),
    normalise: asIs,
    labelledThroughout: false,
  },
];

function countField(item: ReadCase, field: Field): Count {
  const expected = item.raw.expected.get(field.key);
  const value = field.read(item);
  const right = expected !== undefined && value !== null && field.normalise(value) === field.normalise(expected);
  const counts = expected !== undefined || field.labelledThroughout;
  return { right: right ? 1 : 0, found: counts && value !== null ? 1 : 0, there: expected === undefined ? 0 : 1 };
}

/** A message may ask for several cars, given as `A + B`. */
function countCars({ raw, cars }: ReadCase): Count {
  const expected = raw.expected.get('car')?.split('+').map(carName) ?? [];
  const found = expected.length === 0 ? [] : cars.map(carName);
  return { right: expected.filter((car) => found.includes(car)).length, found: found.length, there: expected.length };
}

function countList(item: ReadCase, key: string, found: readonly string[], labelledThroughout: boolean): Count {
  const expected = item.raw.expected.get(key)?.split(',') ?? [];
  if (expected.length === 0 && !labelledThroughout) return { right: 0, found: 0, there: 0 };
  return {
    right: expected.filter((value) => found.includes(value)).length,
    found: found.length,
    there: expected.length,
  };
}

function measures(name: string, counts: readonly Count[], gate?: number): Measure[] {
  const { precision, recall } = precisionAndRecall(counts);
  return [
    { name: `${name}, F1`, share: f1Of(counts), ...(gate === undefined ? {} : { gate }) },
    { name: '  precision', share: precision },
    { name: '  recall', share: recall },
  ];
}

function wrongCars(items: readonly ReadCase[]): string[] {
  return items
    .filter((item) => countCars(item).right < Math.max(countCars(item).found, countCars(item).there))
    .map(({ raw, cars }) => `${raw.id}: car ${raw.expected.get('car')} was read as ${cars.join(', ') || '–'}`);
}

function wrongFields(items: readonly ReadCase[]): string[] {
  return items.flatMap((item) =>
    fields
      .filter((field) => {
        const { right, found, there } = countField(item, field);
        return right < Math.max(found, there);
      })
      .map(
        (field) =>
          `${item.raw.id}: ${field.key} ${item.raw.expected.get(field.key) ?? '–'} was read as ${field.read(item) ?? '–'}`,
      ),
  );
}

/** How well values are taken out of messages, compared after both sides are brought to one form. */
export function extractionSections(items: readonly ReadCase[], half: 'dev' | 'test'): Section[] {
  // What a spammer or a supplier writes of themselves is of no use to anybody.
  const relevant = items.filter(({ label }) => label === 'sales_inquiry' || label === 'uncertain');
  const wanting = items.filter(({ label, read }) => label === 'sales_inquiry' && read.intents.length > 0);
  const escalating = items.filter(({ label }) => label !== 'spam');
  return [
    {
      title: `What is taken out of a message (${half})`,
      measures: [
        ...measures('make and model', relevant.map(countCars), half === 'test' ? 0.9 : undefined),
        ...fields.flatMap((field) =>
          measures(
            field.name,
            relevant.map((item) => countField(item, field)),
            half === 'test' ? field.gate : undefined,
          ),
        ),
      ],
      notes: half === 'dev' ? [...wrongCars(relevant), ...wrongFields(relevant)] : [],
    },
    {
      title: `What is wanted, and why a person is needed (${half})`,
      measures: [
        ...measures(
          'intents',
          wanting.map((item) => countList(item, 'intents', item.read.intents, false)),
        ),
        ...measures(
          'escalations',
          escalating.map((item) => countList(item, 'esc', item.read.escalations, true)),
        ),
      ],
      notes: half === 'dev' ? wrongLists(wanting, escalating) : [],
    },
  ];
}

function wrongLists(wanting: readonly ReadCase[], escalating: readonly ReadCase[]): string[] {
  const missed = (item: ReadCase, key: string, found: readonly string[]) =>
    (item.raw.expected.get(key)?.split(',') ?? []).filter((value) => !found.includes(value));
  return [
    ...wanting.map((item) => ({ item, gone: missed(item, 'intents', item.read.intents) })),
    ...escalating.map((item) => ({ item, gone: missed(item, 'esc', item.read.escalations) })),
  ]
    .filter(({ gone }) => gone.length > 0)
    .map(({ item, gone }) => `${item.raw.id}: ${gone.join(', ')} not seen`);
}
