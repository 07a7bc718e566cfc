import { ObjectId } from 'bson';
import { compare, equals } from '../bson/compare.ts';
import {
  type Doc,
  isDoc,
  isNumeric,
  makeDouble,
  type Numeric,
  toNumber,
  typeAlias,
  typeOf,
  type Value,
} from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import { isTruthy } from '../query/match.ts';
import { calculate, negate } from '../update/arithmetic.ts';

type Expression = (doc: Doc) => Value;
type Compile = (operand: Value) => Expression;
type Compute = (values: Value[]) => Value;

function isNil(value: Value): value is null | undefined {
  return value === null || value === undefined;
}

/** Operators of evaluated arguments, with how many they take at least and at most. */
export const nativeFunctions: Record<string, { least: number; most: number; compute: Compute }> = {
  $eq: { least: 2, most: 2, compute: ([a, b]) => compare(a, b) === 0 },
  $ne: { least: 2, most: 2, compute: ([a, b]) => compare(a, b) !== 0 },
  $gt: { least: 2, most: 2, compute: ([a, b]) => compare(a, b) > 0 },
  $gte: { least: 2, most: 2, compute: ([a, b]) => compare(a, b) >= 0 },
  $lt: { least: 2, most: 2, compute: ([a, b]) => compare(a, b) < 0 },
  $lte: { least: 2, most: 2, compute: ([a, b]) => compare(a, b) <= 0 },
  $cmp: { least: 2, most: 2, compute: ([a, b]) => compare(a, b) },
  $and: { least: 0, most: 1000, compute: (values) => values.every(isTruthy) },
  $or: { least: 0, most: 1000, compute: (values) => values.some(isTruthy) },
  $not: { least: 1, most: 1, compute: ([value]) => !isTruthy(value) },
  $ifNull: {
    least: 2,
    most: 1000,
    compute: (values) => values.find((value, i) => !isNil(value) || i === values.length - 1),
  },
  $add: { least: 0, most: 1000, compute: (values) => add(values) },
  $multiply: {
    least: 0,
    most: 1000,
    compute: (values) => fold('$multiply', values, 1, (a, b) => calculate('$mul', a, b)),
  },
  $subtract: { least: 2, most: 2, compute: ([a, b]) => subtract(a, b) },
  $divide: { least: 2, most: 2, compute: ([a, b]) => divide(a, b) },
  $isArray: { least: 1, most: 1, compute: ([value]) => Array.isArray(value) },
  $type: { least: 1, most: 1, compute: ([value]) => (value === undefined ? 'missing' : typeAlias(typeOf(value))) },
  $isNumber: { least: 1, most: 1, compute: ([value]) => isNumeric(value) },
  $size: { least: 1, most: 1, compute: ([value]) => arrayFor('$size', value, 17124).length },
  $in: {
    least: 2,
    most: 2,
    compute: ([value, list]) => arrayFor('$in', list, 40081).some((item) => equals(item, value ?? null)),
  },
  $arrayElemAt: { least: 2, most: 2, compute: ([list, at]) => elementAt(list, at) },
  $first: { least: 1, most: 1, compute: ([list]) => elementAt(list, 0) },
  $last: { least: 1, most: 1, compute: ([list]) => elementAt(list, -1) },
  $toObjectId: { least: 1, most: 1, compute: ([value]) => toObjectId(value) },
  $mergeObjects: { least: 1, most: 1000, compute: (values) => mergeObjects(values) },
};

function arrayFor(name: string, value: Value, code: number): Value[] {
  if (Array.isArray(value)) return value;
  throw new MongoError(
    code,
    `The argument to ${name} must be an array, but was of type: ${value === undefined ? 'missing' : typeAlias(typeOf(value))}`,
  );
}

function fold(
  name: string,
  values: readonly Value[],
  start: Numeric,
  combine: (a: Numeric, b: Numeric) => Value,
): Value {
  let result: Value = start;
  for (const value of values) {
    if (isNil(value)) return null;
    if (!isNumeric(value) || !isNumeric(result))
      throw new MongoError(14, `${name} only supports numeric types, not ${typeAlias(typeOf(value))}`);
    result = combine(result, value);
  }
  return result;
}

function add(values: readonly Value[]): Value {
  const date = values.find((value) => value instanceof Date);
  if (!(date instanceof Date)) return fold('$add', values, 0, (a, b) => calculate('$inc', a, b));
  const rest = fold(
    '$add',
    values.filter((value) => value !== date),
    0,
    (a, b) => calculate('$inc', a, b),
  );
  return isNumeric(rest) ? new Date(date.getTime() + Math.round(toNumber(rest))) : null;
}

function subtract(a: Value, b: Value): Value {
  if (isNil(a) || isNil(b)) return null;
  if (a instanceof Date) {
    if (b instanceof Date) return BigInt(a.getTime() - b.getTime());
    if (isNumeric(b)) return new Date(a.getTime() - Math.round(toNumber(b)));
  }
  if (!isNumeric(a) || !isNumeric(b))
    throw new MongoError(14, `can't $subtract ${typeAlias(typeOf(b))} from ${typeAlias(typeOf(a))}`);
  return calculate('$inc', a, negate(b));
}

function divide(a: Value, b: Value): Value {
  if (isNil(a) || isNil(b)) return null;
  if (!isNumeric(a) || !isNumeric(b)) throw new MongoError(14, `$divide only supports numeric types`);
  if (toNumber(b) === 0) throw new MongoError(2, "can't $divide by zero");
  return makeDouble(toNumber(a) / toNumber(b));
}

function elementAt(list: Value, at: Value): Value {
  if (isNil(list) || isNil(at)) return null;
  if (!isNumeric(at) || !Number.isInteger(toNumber(at)))
    throw new MongoError(28690, '$arrayElemAt needs a whole number as its second argument');
  return arrayFor('$arrayElemAt', list, 28689).at(toNumber(at));
}

function toObjectId(value: Value): Value {
  if (isNil(value) || value instanceof ObjectId) return value ?? null;
  if (typeof value === 'string' && /^[0-9a-fA-F]{24}$/.test(value)) return new ObjectId(value);
  throw new MongoError(241, `Failed to parse objectId '${String(value)}' in $convert with no onError value`);
}

function zip(operand: Value, compile: Compile): Expression {
  const inputs = isDoc(operand) ? operand.get('inputs') : undefined;
  if (!isDoc(operand) || !Array.isArray(inputs)) throw new MongoError(34461, 'inputs must be an array of expressions');
  const longest = isTruthy(operand.get('useLongestLength') ?? false);
  const defaults = operand.get('defaults');
  const items = inputs.map(compile);
  return (doc) => {
    const lists = items.map((item) => item(doc));
    if (lists.some(isNil)) return null;
    const arrays = lists.map((list) => arrayFor('$zip', list, 34468));
    const lengths = arrays.map(({ length }) => length);
    const length = longest ? Math.max(...lengths) : Math.min(...lengths);
    return Array.from({ length }, (_, i) =>
      arrays.map((array, at) => array[i] ?? (Array.isArray(defaults) ? defaults[at] : null) ?? null),
    );
  };
}

function mergeObjects(values: readonly Value[]): Value {
  const merged: Doc = new Map();
  for (const value of values) {
    if (isNil(value)) continue;
    if (!isDoc(value))
      throw new MongoError(
        40400,
        `$mergeObjects requires object inputs, but input is of type ${typeAlias(typeOf(value))}`,
      );
    for (const [name, item] of value) merged.set(name, item);
  }
  return merged;
}

function compileCondition(operand: Value, compile: Compile): Expression {
  const [test, yes, no] = isDoc(operand)
    ? ['if', 'then', 'else'].map((name) => operand.get(name))
    : arrayFor('$cond', operand, 16020);
  if (isDoc(operand) ? operand.size !== 3 : !Array.isArray(operand) || operand.length !== 3)
    throw new MongoError(16020, 'Expression $cond takes exactly 3 arguments');
  const [isMet, left, right] = [compile(test), compile(yes), compile(no)];
  return (doc) => (isTruthy(isMet(doc)) ? left(doc) : right(doc));
}

function compileSwitch(operand: Value, compile: Compile): Expression {
  const list = isDoc(operand) ? operand.get('branches') : undefined;
  if (!isDoc(operand) || !Array.isArray(list)) throw new MongoError(40060, '$switch requires an object with branches');
  const branches = list.map((branch) => {
    if (!isDoc(branch) || !branch.has('case') || !branch.has('then'))
      throw new MongoError(40062, '$switch requires each branch to have case and then');
    return { isMet: compile(branch.get('case')), result: compile(branch.get('then')) };
  });
  const otherwise = operand.has('default') ? compile(operand.get('default')) : undefined;
  return (doc) => {
    const found = branches.find(({ isMet }) => isTruthy(isMet(doc)));
    if (found) return found.result(doc);
    if (otherwise) return otherwise(doc);
    throw new MongoError(40066, '$switch could not find a matching branch for an input, and no default was specified.');
  };
}

/** Compiles the operators whose types and comparisons have to be exact; undefined leaves an operator to mingo. */
export function compileNative(name: string, operand: Value, compile: Compile): Expression | undefined {
  if (name === '$cond') return compileCondition(operand, compile);
  if (name === '$zip') return zip(operand, compile);
  if (name === '$switch') return compileSwitch(operand, compile);
  const operator = Object.hasOwn(nativeFunctions, name) ? nativeFunctions[name] : undefined;
  if (!operator) return undefined;
  const list = Array.isArray(operand) ? operand : [operand];
  if (list.length < operator.least || list.length > operator.most)
    throw new MongoError(16020, `Expression ${name} takes ${operator.least} arguments. ${list.length} were passed in.`);
  const items = list.map(compile);
  const { compute } = operator;
  return (doc) => compute(items.map((item) => item(doc)));
}
