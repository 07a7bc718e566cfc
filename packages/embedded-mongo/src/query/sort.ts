import { compare } from '../bson/compare.ts';
import { type Doc, isNumeric, toNumber, type Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import { isPosition, missing } from './path.ts';

/** One field of a sort. */
export interface SortField {
  path: string;
  parts: string[];
  descending: boolean;
}

/**
 * Reads a sort specification.
 * @throws MongoError 2 for directions other than 1 and -1.
 */
export function parseSort(spec: Doc | undefined): SortField[] {
  if (!spec) return [];
  return [...spec].map(([path, direction]) => {
    if (path === '') throw new MongoError(2, 'FieldPath cannot be constructed with empty string');
    if (!isNumeric(direction) || Math.abs(toNumber(direction)) !== 1) {
      const isMeta = direction instanceof Map;
      throw isMeta
        ? new MongoError(115, '$meta sort is not supported by this server')
        : new MongoError(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    }
    return { path, parts: path.split('.'), descending: toNumber(direction) < 0 };
  });
}

/** Hands over the values that an index on the path would hold for the document. */
function takeKeys(value: Value, parts: readonly string[], at: number, take: (value: Value) => void): void {
  const part = parts[at];
  if (Array.isArray(value)) {
    if (part !== undefined && isPosition(part)) takeKeys(value[Number(part)] ?? null, parts, at + 1, take);
    else if (value.length === 0) take(part === undefined ? undefined : null);
    else for (const item of value) takeElement(item, parts, at, take);
  } else if (part === undefined) take(value);
  else if (value instanceof Map && value.has(part)) takeKeys(value.get(part), parts, at + 1, take);
  else take(null);
}

function takeElement(item: Value, parts: readonly string[], at: number, take: (value: Value) => void): void {
  if (at === parts.length) take(item);
  else if (item instanceof Map) takeKeys(item, parts, at, take);
  else take(null);
}

/** The values a document sorts by: of an array the smallest element, or the largest when descending. */
export function sortKey(doc: Doc, sort: readonly SortField[]): Value[] {
  return sort.map(({ parts, descending }) => {
    let best: Value | typeof missing = missing;
    const take = (value: Value): void => {
      if (best === missing || (descending ? compare(value, best) > 0 : compare(value, best) < 0)) best = value;
    };
    takeKeys(doc, parts, 0, take);
    return best === missing ? null : best;
  });
}

/** Compares two sort keys made by `sortKey`. */
export function compareSortKeys(a: readonly Value[], b: readonly Value[], sort: readonly SortField[]): number {
  for (let i = 0; i < sort.length; i++) {
    const order = compare(a[i], b[i]);
    if (order !== 0) return sort[i]?.descending ? -order : order;
  }
  return 0;
}

/** Items that keep their sort key beside them. */
interface Keyed<T> {
  key: Value[];
  place: number;
  item: T;
  bytes: number;
}

const mostBytes = 100 * 1024 * 1024;

/** Collects items and hands them out sorted; with a limit it never holds more than twice as many. */
export class Sorter<T> {
  readonly #sort: readonly SortField[];
  readonly #limit: number;
  #items: Keyed<T>[] = [];
  #places = 0;
  #bytes = 0;
  constructor(sort: readonly SortField[], limit = Number.POSITIVE_INFINITY) {
    this.#sort = sort;
    this.#limit = limit;
  }

  /** Adds an item with the document it is sorted by and its size. @throws MongoError 292 past 100 MB. */
  add(item: T, doc: Doc, bytes = 0): void {
    this.#items.push({ key: sortKey(doc, this.#sort), place: this.#places++, item, bytes });
    this.#bytes += bytes;
    if (this.#items.length > 64 && this.#items.length >= this.#limit * 2) this.#cut();
    if (this.#bytes > mostBytes) {
      throw new MongoError(
        292,
        `Sort exceeded memory limit of ${mostBytes} bytes; an index on the sort's fields needs no memory`,
      );
    }
  }

  #cut(): void {
    this.#items.sort((a, b) => compareSortKeys(a.key, b.key, this.#sort) || a.place - b.place);
    if (this.#items.length > this.#limit) this.#items.length = this.#limit;
    this.#bytes = this.#items.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** The items in order. */
  finish(): T[] {
    this.#cut();
    return this.#items.map(({ item }) => item);
  }
}

/** Reads the key of an index whose specification has been checked. */
export function parseIndexFields(key: Doc): SortField[] {
  return [...key].map(([path, direction]) => ({
    path,
    parts: path.split('.'),
    descending: isNumeric(direction) && toNumber(direction) < 0,
  }));
}
