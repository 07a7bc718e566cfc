import { type MediaType, type ReferenceDocument, type Schema, schemaName } from './document.ts';
import { sampleId } from './sample-ids.ts';

/** What a field of this name typically holds; the rest follows from its type. */
const BY_NAME: Record<string, unknown> = {
  name: 'Kari Hansen',
  email: 'kari@example.com',
  phone: '+4790123456',
  title: 'Volvo XC60 T6 Recharge 2022',
  make: 'Volvo',
  model: 'XC60',
  year: 2022,
  price: 489000,
  mileage: 41000,
  vehicle_interest: 'Volvo XC60 2022',
  message: 'Er bilen fortsatt ledig?',
  text: 'Hei Kari. Bilen er ledig og koster 489 000 kr.',
  preview: 'Er bilen fortsatt ledig?',
  score: 74,
  version: 3,
  time_zone: 'Europe/Oslo',
  token_budget: 500000,
  expires_in: 900,
};

const SINGULAR: Record<string, string> = { emails: 'email', phones: 'phone' };

function exampleOfString(schema: Schema): string {
  if (schema.format === 'date-time') return '2026-11-20T10:00:00.000Z';
  if (schema.format === 'email') return 'kari@example.com';
  return schema.pattern?.startsWith('^#') ? '#1450c8' : '…';
}

/** Makes up a value that a schema allows, the same each time. */
export function exampleOf(
  document: ReferenceDocument,
  schema: Schema,
  name = '',
  object: string | null = null,
): unknown {
  const target = document.resolve<Schema>(schema);
  if (target.example !== undefined) return target.example;
  if (target.const !== undefined) return target.const;
  if (target.enum) return target.enum[0];
  const types = target.type === undefined ? [] : [target.type].flat();
  if (target.properties) {
    const fields = Object.entries(target.properties);
    return Object.fromEntries(
      fields.map(([field, inner]) => [field, exampleOf(document, inner, field, schemaName(schema) ?? object)]),
    );
  }
  if (types.includes('array')) return target.items ? [exampleOf(document, target.items, SINGULAR[name] ?? name)] : [];
  const known = sampleId(name, object) ?? BY_NAME[name];
  if (known !== undefined) return known;
  if (types.includes('null')) return null;
  if (types.includes('integer') || types.includes('number')) return target.minimum ?? 1;
  if (types.includes('boolean')) return false;
  return types.includes('string') ? exampleOfString(target) : {};
}

/** The example of a body: the contract's own, or one that follows from the schema. */
export function exampleOfBody(document: ReferenceDocument, media: MediaType | undefined): unknown {
  if (media === undefined) return undefined;
  if (media.example !== undefined) return media.example;
  const [first] = Object.values(media.examples ?? {});
  if (first) return first.value;
  return media.schema ? exampleOf(document, media.schema) : undefined;
}
