import { type Doc, isDoc, isNumeric, toNumber, type Value } from '../bson/value.ts';
import { compileFilter, type Matcher } from '../query/match.ts';
import { parseIndexFields, type SortField } from '../query/sort.ts';

/** An index and how its keys are made. */
export interface Index {
  id: number;
  name: string;
  key: Doc;
  fields: SortField[];
  descending: boolean[];
  unique: boolean;
  sparse: boolean;
  partial?: { filter: Doc; matcher: Matcher } | undefined;
  expireAfterSeconds?: number | undefined;
  hidden: boolean;
  /** Which fields have held arrays. */
  multikey: boolean[];
  /** Whether a key was too long and lost its order. */
  cut: boolean;
  /** False until the commit that built it is visible to readers. */
  ready: boolean;
  /** Since when, by `performance.now`; an older snapshot does not have it. */
  readyAt: number;
}

/** Makes an index of what the catalog keeps of it. */
export function readIndex(spec: Doc): Index {
  const key = spec.get('key');
  if (!isDoc(key)) throw new Error('catalog: index without key');
  const fields = parseIndexFields(key);
  const filter = spec.get('partialFilterExpression');
  const expiry = spec.get('expireAfterSeconds');
  const multikey = spec.get('multikey');
  return {
    id: Number(spec.get('id')),
    name: String(spec.get('name')),
    key,
    fields,
    descending: fields.map((field) => field.descending),
    unique: spec.get('unique') === true || spec.get('name') === '_id_',
    sparse: spec.get('sparse') === true,
    partial: isDoc(filter) ? { filter, matcher: compileFilter(filter) } : undefined,
    expireAfterSeconds: isNumeric(expiry) ? toNumber(expiry) : undefined,
    hidden: spec.get('hidden') === true,
    multikey: fields.map((_, i) => Array.isArray(multikey) && multikey[i] === true),
    cut: spec.get('cut') === true,
    ready: true,
    readyAt: 0,
  };
}

/** What the catalog keeps of an index. */
export function indexRecord(index: Index): Doc {
  return new Map<string, Value>([
    ['id', index.id],
    ...indexSpec(index),
    ['multikey', index.multikey],
    ['cut', index.cut],
  ]);
}

/** The index as `listIndexes` shows it. */
export function indexSpec(index: Index): Doc {
  const spec: Doc = new Map<string, Value>([
    ['v', 2],
    ['key', index.key],
    ['name', index.name],
  ]);
  if (index.unique && index.name !== '_id_') spec.set('unique', true);
  if (index.sparse) spec.set('sparse', true);
  if (index.partial) spec.set('partialFilterExpression', index.partial.filter);
  if (index.expireAfterSeconds !== undefined) spec.set('expireAfterSeconds', index.expireAfterSeconds);
  if (index.hidden) spec.set('hidden', true);
  return spec;
}

/** The fields that the keys of some indexes are made of; undefined when a partial filter may look at any. */
export function keyFieldsOf(indexes: readonly Index[]): Set<string> | undefined {
  const names = new Set<string>();
  for (const index of indexes) {
    for (const { parts } of index.fields) names.add(parts[0] ?? '');
    if (index.partial && !index.partial.matcher.fields) return undefined;
    for (const name of index.partial?.matcher.fields ?? []) names.add(name);
  }
  return names;
}
