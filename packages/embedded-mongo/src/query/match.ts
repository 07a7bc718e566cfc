import { BSONRegExp, Decimal128 } from 'bson';
import { compileExpression } from '../aggregate/evaluate.ts';
import { equals } from '../bson/compare.ts';
import { type Doc, isDoc, type Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import { compileOperator } from './operators.ts';
import { type Found, missing, someAtPath } from './path.ts';

/** A compiled filter and the top-level fields it reads, or undefined when it may read any. */
export interface Matcher {
  test: (doc: Doc) => boolean;
  fields: Set<string> | undefined;
}

type Test = (doc: Doc) => boolean;

const refused = new Set(['$where', '$text', '$near', '$nearSphere', '$geoWithin', '$geoIntersects', '$jsonSchema']);

/**
 * Compiles a filter to a test on documents.
 * @throws MongoError 2 for what is not a filter, 115 for operators that are not supported.
 */
export function compileFilter(filter: Doc, variables?: Doc): Matcher {
  const fields = new Set<string>();
  let whole = false;
  const collect = (path: string | undefined): void => {
    if (path === undefined) whole = true;
    else fields.add(path.split('.', 1)[0] ?? path);
  };
  const test = compileDocument(filter, collect, variables);
  return { test, fields: whole ? undefined : fields };
}

type Collect = (path: string | undefined) => void;

function compileDocument(filter: Doc, collect: Collect, variables?: Doc): Test {
  const tests: Test[] = [];
  for (const [name, value] of filter) {
    if (name.startsWith('$')) {
      const test = compileLogical(name, value, collect, variables);
      if (test) tests.push(test);
    } else tests.push(compileField(name, value, collect));
  }
  const [only] = tests;
  if (tests.length === 1 && only) return only;
  return (doc) => tests.every((test) => test(doc));
}

function compileLogical(name: string, value: Value, collect: Collect, variables?: Doc): Test | undefined {
  if (name === '$comment') return undefined;
  if (name === '$expr') {
    collect(undefined);
    const compute = compileExpression(value, variables);
    return (doc) => isTruthy(compute(doc));
  }
  if (refused.has(name)) throw new MongoError(115, `${name} is not supported by this server`);
  if (name === '$alwaysTrue') return () => true;
  if (name === '$alwaysFalse') return () => false;
  if (name !== '$and' && name !== '$or' && name !== '$nor')
    throw new MongoError(2, `unknown top level operator: ${name}`);
  if (!Array.isArray(value) || value.length === 0) throw new MongoError(2, `${name} must be a nonempty array`);
  const tests = value.map((item) => {
    if (!isDoc(item)) throw new MongoError(2, `${name} argument's entries must be objects`);
    return compileDocument(item, collect, variables);
  });
  if (name === '$and') return (doc) => tests.every((test) => test(doc));
  if (name === '$or') return (doc) => tests.some((test) => test(doc));
  return (doc) => !tests.some((test) => test(doc));
}

/** Whether a value is a document of operators such as `{ $gt: 1 }`. */
export function isOperators(value: Value): value is Doc {
  if (!isDoc(value)) return false;
  const [first] = value.keys();
  return first?.startsWith('$') === true && first !== '$ref' && first !== '$id' && first !== '$db';
}

function compileField(path: string, condition: Value, collect: Collect): Test {
  collect(path);
  const parts = path.split('.');
  const leaf = compileCondition(condition);
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) {
    return (doc) => {
      const value = doc.get(only);
      return leaf((each) => each(value === undefined && !doc.has(only) ? missing : value));
    };
  }
  return (doc) => leaf((each) => someAtPath(doc, parts, each));
}

/** Walks what a path finds until the callback answers true. */
export type Some = (each: (found: Found) => boolean) => boolean;

/** A compiled condition on what one path finds. */
export type Condition = (some: Some) => boolean;

/** Compiles the right-hand side of a field: a value, a regular expression or a document of operators. */
export function compileCondition(condition: Value): Condition {
  if (!isOperators(condition)) return compileOperator('$eq', condition, undefined);
  const conditions: Condition[] = [];
  for (const [name, operand] of condition) {
    if (!name.startsWith('$')) throw new MongoError(2, `unknown operator: ${name}`);
    if (name === '$options') {
      if (!condition.has('$regex')) throw new MongoError(2, '$options needs a $regex');
      continue;
    }
    if (name === '$comment') continue;
    if (refused.has(name)) throw new MongoError(115, `${name} is not supported by this server`);
    conditions.push(compileOperator(name, operand, condition));
  }
  const [only] = conditions;
  if (conditions.length === 1 && only) return only;
  return (some) => conditions.every((each) => each(some));
}

/** Compiles a condition on bare values, such as the elements `$pull` looks at. */
export function compileValueTest(condition: Value): (value: Value) => boolean {
  if (isDoc(condition) && !isOperators(condition)) {
    const { test } = compileFilter(condition);
    return (value) => value instanceof Map && test(value);
  }
  if (!isOperators(condition) && !(condition instanceof BSONRegExp)) return (value) => equals(value, condition);
  const leaf = compileCondition(condition);
  return (value) => leaf((each) => each(value));
}

/** Whether a value counts as true in an expression. */
export function isTruthy(value: Value): boolean {
  if (value instanceof Decimal128) return !/^-?0(\.0*)?(E.*)?$/.test(value.toString());
  return value !== null && value !== undefined && value !== false && !equals(value, 0);
}
