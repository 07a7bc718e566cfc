import { equals } from '../bson/compare.ts';
import { type Doc, isDoc, isNumeric, toNumber, typeAlias, typeOf, type Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import { compareSortKeys, parseSort, sortKey } from '../query/sort.ts';
import type { Change } from './operations.ts';

const modifiers = ['$each', '$position', '$slice', '$sort'];

function arrayAt(operator: string, path: string, value: Value, present: boolean): Value[] {
  if (!present) return [];
  if (Array.isArray(value)) return value;
  throw operator === '$push'
    ? new MongoError(2, `The field '${path}' must be an array but is of type ${typeAlias(typeOf(value))} in document`)
    : new MongoError(
        2,
        `Cannot apply $addToSet to non-array field. Field named '${path}' has non-array type ${typeAlias(typeOf(value))}`,
      );
}

function eachOf(operator: string, operand: Value): Value[] {
  if (!isDoc(operand) || !operand.has('$each')) return [operand];
  const each = operand.get('$each');
  if (Array.isArray(each)) return each;
  throw new MongoError(
    14,
    `The argument to $each in ${operator} must be an array but it was of type ${typeAlias(typeOf(each))}`,
  );
}

function wholeNumber(options: Doc, name: string): number | undefined {
  const value = options.get(name);
  if (value === undefined) return undefined;
  if (!isNumeric(value) || !Number.isInteger(toNumber(value)))
    throw new MongoError(2, `The value for ${name} must be an integer value`);
  return toNumber(value);
}

function sorter(spec: Value): ((values: Value[]) => Value[]) | undefined {
  if (spec === undefined) return undefined;
  const whole = !isDoc(spec);
  if (whole && !(isNumeric(spec) && Math.abs(toNumber(spec)) === 1)) {
    throw new MongoError(
      2,
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    );
  }
  const sort = parseSort(whole ? new Map([['v', spec]]) : spec);
  const keyOf = (value: Value): Value[] => (whole ? [value] : value instanceof Map ? sortKey(value, sort) : [null]);
  return (values) =>
    values
      .map((value, place) => ({ value, place, key: keyOf(value) }))
      .sort((a, b) => compareSortKeys(a.key, b.key, sort) || a.place - b.place)
      .map(({ value }) => value);
}

/** `$push` with its modifiers. */
export function push(path: string, operand: Value): Change['apply'] {
  const items = eachOf('$push', operand);
  const options: Doc = isDoc(operand) && operand.has('$each') ? operand : new Map();
  for (const name of options.keys())
    if (!modifiers.includes(name)) throw new MongoError(2, `Unrecognized clause in $push: ${name}`);
  const [position, slice, sort] = [
    wholeNumber(options, '$position'),
    wholeNumber(options, '$slice'),
    sorter(options.get('$sort')),
  ];
  return (value, present) => {
    let result = [...arrayAt('$push', path, value, present)];
    const at = position === undefined ? result.length : position < 0 ? Math.max(0, result.length + position) : position;
    result.splice(at, 0, ...items);
    if (sort) result = sort(result);
    if (slice === undefined) return result;
    return slice === 0 ? [] : slice < 0 ? result.slice(slice) : result.slice(0, slice);
  };
}

/** `$addToSet`, with `$each` or one value. */
export function addToSet(path: string, operand: Value): Change['apply'] {
  const items = eachOf('$addToSet', operand);
  return (value, present) => {
    const before = arrayAt('$addToSet', path, value, present);
    const result = [...before];
    for (const item of items) if (!result.some((other) => equals(other, item))) result.push(item);
    return present && result.length === before.length ? value : result;
  };
}
