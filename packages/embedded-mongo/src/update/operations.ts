import { Timestamp } from 'bson';
import { compare, equals } from '../bson/compare.ts';
import { isDoc, isNumeric, toNumber, typeAlias, typeOf, type Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import { compileValueTest } from '../query/match.ts';
import { calculate, calculateBits, numericOperand, zeroLike } from './arithmetic.ts';
import { addToSet, push } from './arrays.ts';

/** Says that a change takes the field away. */
export const nothing = Symbol('nothing');

/** A changed value, or `nothing`. */
export type Result = Value | typeof nothing;

/** One change of one path. */
export interface Change {
  parts: string[];
  /** The new value for the present one; `present` tells a missing field from one that holds undefined. */
  apply: (value: Value, present: boolean) => Result;
  /** Whether what is missing on the way to the path is created. */
  creates: boolean;
  onInsert?: boolean;
  /** Whether it has to come before the others: the source of a rename. */
  first?: boolean;
  /** Whether a scalar on the way is an error although nothing would be created. */
  strict?: boolean;
  /** Whether the path may not lead through arrays. */
  plain?: boolean;
  /** Called before each document. */
  reset?: () => void;
  /** Whether there is nothing to do for the present document. */
  isIdle?: () => boolean;
}

type Apply = Change['apply'];

function increment(operator: '$inc' | '$mul', path: string, operand: Value): Apply {
  const amount = numericOperand(operator, path, operand);
  return (value, present) => {
    if (!present) return operator === '$inc' ? amount : zeroLike(amount);
    if (isNumeric(value)) return calculate(operator, value, amount);
    throw new MongoError(
      14,
      `Cannot apply ${operator} to a value of non-numeric type. {${path}: ${typeAlias(typeOf(value))}}`,
    );
  };
}

function currentDate(operand: Value): Apply {
  const type = isDoc(operand) ? operand.get('$type') : operand;
  if (type === 'timestamp') return () => new Timestamp({ t: Math.floor(Date.now() / 1000), i: 1 });
  if (typeof type === 'boolean' || type === 'date') return () => new Date();
  throw new MongoError(2, `The '$type' string field is required to be 'date' or 'timestamp'`);
}

function pop(path: string, operand: Value): Apply {
  const side = isNumeric(operand) ? toNumber(operand) : 0;
  if (side !== 1 && side !== -1) throw new MongoError(9, `$pop expects 1 or -1, found: ${String(operand)}`);
  return (value, present) => {
    if (!present) return undefined;
    if (!Array.isArray(value))
      throw new MongoError(14, `Path '${path}' contains an element of non-array type '${typeAlias(typeOf(value))}'`);
    return side === 1 ? value.slice(0, -1) : value.slice(1);
  };
}

function remove(operator: string, path: string, operand: Value): Apply {
  const goes = operator === '$pull' ? compileValueTest(operand) : listedIn(operand);
  return (value, present) => {
    if (!present) return undefined;
    if (!Array.isArray(value)) throw new MongoError(2, `Cannot apply ${operator} to a non-array value at ${path}`);
    return value.filter((item) => !goes(item));
  };
}

function listedIn(operand: Value): (value: Value) => boolean {
  if (!Array.isArray(operand)) throw new MongoError(2, '$pullAll requires an array argument');
  return (value) => operand.some((item) => equals(item, value));
}

function extreme(operand: Value, wanted: number): Apply {
  return (value, present) => (!present || compare(operand, value) === wanted ? operand : value);
}

function bit(operand: Value): Apply {
  if (!isDoc(operand) || operand.size === 0)
    throw new MongoError(2, 'The $bit modifier is not compatible with this operand');
  return (value, present) => {
    let result: Value = present ? value : 0;
    for (const [name, item] of operand) {
      if (!['and', 'or', 'xor'].includes(name))
        throw new MongoError(2, `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`);
      result = calculateBits(name, result, item);
    }
    return result;
  };
}

/** A rename is two changes that share the value: the old place gives it up, the new one takes it. */
function rename(path: string, operand: Value): Change[] {
  if (typeof operand !== 'string') throw new MongoError(2, `The 'to' field for $rename must be a string: ${path}`);
  for (const part of [...path.split('.'), ...operand.split('.')]) {
    if (part === '' || part.startsWith('$'))
      throw new MongoError(2, `The source and target field for $rename must be plain: ${path}`);
  }
  if (path === operand) throw new MongoError(2, `The source and target field for $rename must differ: ${path}`);
  let held: { value: Value } | undefined;
  const take: Change = {
    parts: path.split('.'),
    creates: false,
    first: true,
    plain: true,
    reset: () => {
      held = undefined;
    },
    apply: (value, present) => {
      held = present ? { value } : undefined;
      return present ? nothing : undefined;
    },
  };
  const put: Change = {
    parts: operand.split('.'),
    creates: true,
    plain: true,
    isIdle: () => held === undefined,
    apply: (value) => (held ? held.value : value),
  };
  return [take, put];
}

function applyOf(operator: string, path: string, operand: Value): Omit<Change, 'parts'> {
  switch (operator) {
    case '$set':
      return { apply: () => operand, creates: true };
    case '$setOnInsert':
      return { apply: () => operand, creates: true, onInsert: true };
    case '$unset':
      return { apply: (_value, present) => (present ? nothing : undefined), creates: false };
    case '$inc':
    case '$mul':
      return { apply: increment(operator, path, operand), creates: true };
    case '$min':
      return { apply: extreme(operand, -1), creates: true };
    case '$max':
      return { apply: extreme(operand, 1), creates: true };
    case '$currentDate':
      return { apply: currentDate(operand), creates: true };
    case '$push':
      return { apply: push(path, operand), creates: true };
    case '$addToSet':
      return { apply: addToSet(path, operand), creates: true };
    case '$pop':
      return { apply: pop(path, operand), creates: false, strict: true };
    case '$pull':
    case '$pullAll':
      return { apply: remove(operator, path, operand), creates: false };
    case '$bit':
      return { apply: bit(operand), creates: true };
    default:
      throw new MongoError(
        9,
        `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
      );
  }
}

const known = /^\$(set|setOnInsert|unset|inc|mul|min|max|currentDate|push|addToSet|pop|pull|pullAll|bit|rename)$/;

/**
 * Compiles one operator on one path; `empty` only checks that there is such an operator.
 * @throws MongoError 9, 2 or 14 as the server does for unknown operators and wrong operands.
 */
export function compileOperation(operator: string, path: string, operand: Value, empty = false): Change[] {
  if (!known.test(operator)) applyOf(operator, path, operand);
  if (empty) return [];
  const parts = path.split('.');
  if (parts.includes(''))
    throw new MongoError(56, `The update path '${path}' contains an empty field name, which is not allowed.`);
  const strange = parts.find(
    (part) =>
      part.startsWith('$') &&
      part !== '$' &&
      !/^\$\[.*\]$/.test(part) &&
      part !== '$ref' &&
      part !== '$id' &&
      part !== '$db',
  );
  if (strange !== undefined)
    throw new MongoError(
      52,
      `The dollar ($) prefixed field '${strange}' in '${path}' is not allowed in the context of an update's replacement document.`,
    );
  if (operator === '$rename') return rename(path, operand);
  return [{ parts, ...applyOf(operator, path, operand) }];
}
