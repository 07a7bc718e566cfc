import { Binary, BSONRegExp, BSONSymbol } from 'bson';
import { compare, equals, typeRank } from '../bson/compare.ts';
import { isDoc, isNumeric, toNumber, typeAlias, typeNumber, typeOf, type Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import { type Condition, compileCondition, compileFilter, isOperators } from './match.ts';
import { type Found, missing, Whole } from './path.ts';
import { toRegExp } from './regex.ts';

function arrayOf(found: Found): Value[] | undefined {
  if (found instanceof Whole) return found.array;
  return Array.isArray(found) ? found : undefined;
}

/** Makes a condition from a test on single values that also holds for an array when it holds for one of its elements. */
function onValues(test: (value: Value) => boolean): Condition {
  const each = (found: Found): boolean => {
    if (found === missing) return false;
    if (found instanceof Whole) return test(found.array);
    if (test(found)) return true;
    return Array.isArray(found) && found.some(test);
  };
  return (some) => some(each);
}

function equalTo(operand: Value): Condition {
  if (operand instanceof BSONRegExp) return matching(toRegExp(operand.pattern, operand.options), operand);
  if (operand === null || operand === undefined) {
    return (some) =>
      some(
        (found) =>
          found === missing || found === null || found === undefined || (Array.isArray(found) && found.includes(null)),
      );
  }
  return onValues((value) => equals(value, operand));
}

function matching(pattern: RegExp, literal?: BSONRegExp): Condition {
  return onValues((value) => {
    if (typeof value === 'string') return pattern.test(value);
    if (value instanceof BSONSymbol) return pattern.test(value.value);
    return value instanceof BSONRegExp && literal !== undefined && equals(value, literal);
  });
}

function ordered(name: string, operand: Value): Condition {
  if (operand instanceof BSONRegExp) throw new MongoError(2, `Can't have RegEx as arg to predicate over field`);
  const accepts = { $gt: [1], $gte: [0, 1], $lt: [-1], $lte: [-1, 0] }[name] ?? [];
  if (operand === null || operand === undefined) return accepts.includes(0) ? equalTo(null) : () => false;
  const rank = typeRank(operand);
  const acrossTypes = rank === -1 || rank === 127;
  const isNaNOperand = isNumeric(operand) && Number.isNaN(toNumber(operand));
  return onValues((value) => {
    if (!acrossTypes && typeRank(value) !== rank) return false;
    if (rank === 10 && isNaNOperand !== (isNumeric(value) && Number.isNaN(toNumber(value)))) return false;
    return accepts.includes(compare(value, operand));
  });
}

function listed(name: string, operand: Value): Condition {
  if (!Array.isArray(operand)) throw new MongoError(2, `${name} needs an array`);
  if (operand.some((item) => isOperators(item))) throw new MongoError(2, `cannot nest $ under ${name}`);
  const conditions = operand.filter((item) => typeof item !== 'string').map(equalTo);
  const texts = new Set(operand.filter((item) => typeof item === 'string'));
  const isListed = onValues((value) => typeof value === 'string' && texts.has(value));
  return (some) => (texts.size > 0 && isListed(some)) || conditions.some((condition) => condition(some));
}

function not(condition: Condition): Condition {
  return (some) => !condition(some);
}

function exists(): Condition {
  return (some) => some((found) => found !== missing);
}

function ofType(operand: Value): Condition {
  const wanted = (Array.isArray(operand) ? operand : [operand]).map((item) => {
    if (item === 'number') return -2;
    const type = typeof item === 'string' ? typeNumber(item) : isNumeric(item) ? toNumber(item) : undefined;
    if (type === undefined) throw new MongoError(2, `Unknown type name alias: ${String(item)}`);
    if (typeAlias(type) === 'unknown') throw new MongoError(2, `Invalid numerical type code: ${type}`);
    return type;
  });
  if (wanted.length === 0) throw new MongoError(9, '$type must match at least one type');
  return onValues((value) => wanted.includes(typeOf(value)) || (wanted.includes(-2) && isNumeric(value)));
}

function ofSize(operand: Value): Condition {
  if (!isNumeric(operand)) throw new MongoError(2, '$size needs a number');
  const size = toNumber(operand);
  if (!Number.isInteger(size)) throw new MongoError(2, 'Failed to parse $size. Expected an integer');
  if (size < 0) throw new MongoError(2, '$size may not be negative');
  return (some) => some((found) => arrayOf(found)?.length === size);
}

function modulo(operand: Value): Condition {
  if (!Array.isArray(operand) || operand.length !== 2) throw new MongoError(2, 'malformed mod, needs two elements');
  const [divisor, remainder] = operand.map((item) => (isNumeric(item) ? Math.trunc(toNumber(item)) : Number.NaN));
  if (divisor === undefined || Number.isNaN(divisor) || Number.isNaN(remainder)) {
    throw new MongoError(2, 'malformed mod, divisor and remainder must be numbers');
  }
  if (divisor === 0) throw new MongoError(2, 'divisor cannot be 0');
  return onValues(
    (value) =>
      isNumeric(value) && Number.isFinite(toNumber(value)) && (Math.trunc(toNumber(value)) % divisor) + 0 === remainder,
  );
}

function elementMatch(operand: Value): Condition {
  if (!isDoc(operand)) throw new MongoError(2, '$elemMatch needs an Object');
  const [first = ''] = operand.keys();
  if (first.startsWith('$') && !['$and', '$or', '$nor', '$expr'].includes(first)) {
    const condition = compileCondition(operand);
    const fits = (item: Value): boolean => condition((each) => each(Array.isArray(item) ? new Whole(item) : item));
    return (some) => some((found) => arrayOf(found)?.some(fits) === true);
  }
  const { test } = compileFilter(operand);
  const fits = (item: Value): boolean =>
    item instanceof Map ? test(item) : Array.isArray(item) && test(new Map(item.map((value, i) => [String(i), value])));
  return (some) => some((found) => arrayOf(found)?.some(fits) === true);
}

function all(operand: Value): Condition {
  if (!Array.isArray(operand)) throw new MongoError(2, '$all needs an array');
  if (operand.length === 0) return () => false;
  const conditions = operand.map((item) => {
    if (!isOperators(item)) return equalTo(item);
    if (!item.has('$elemMatch')) throw new MongoError(2, 'no $ expressions in $all');
    return elementMatch(item.get('$elemMatch'));
  });
  return (some) => conditions.every((condition) => condition(some));
}

function bits(name: string, operand: Value): Condition {
  let mask = 0n;
  if (Array.isArray(operand))
    for (const position of operand) mask |= 1n << BigInt(isNumeric(position) ? toNumber(position) : 0);
  else if (operand instanceof Binary) mask = operand.value().reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  else if (isNumeric(operand) && toNumber(operand) >= 0) mask = BigInt(toNumber(operand));
  else throw new MongoError(2, `${name} takes an Array, a number, or a BinData`);
  return onValues((value) => {
    if (!isNumeric(value) || !Number.isInteger(toNumber(value))) return false;
    const common = BigInt.asUintN(64, typeof value === 'bigint' ? value : BigInt(toNumber(value))) & mask;
    if (name === '$bitsAllSet') return common === mask;
    if (name === '$bitsAllClear') return common === 0n;
    return name === '$bitsAnySet' ? common !== 0n : common !== mask;
  });
}

function negated(operand: Value): Condition {
  if (operand instanceof BSONRegExp) return not(equalTo(operand));
  if (!isOperators(operand)) throw new MongoError(2, '$not needs a regex or a document');
  return not(compileCondition(operand));
}

function patternOf(operand: Value, siblings: ReadonlyMap<string, Value> | undefined): Condition {
  const options = siblings?.get('$options');
  if (operand instanceof BSONRegExp) {
    return matching(toRegExp(operand.pattern, typeof options === 'string' ? options : operand.options), operand);
  }
  if (typeof operand !== 'string') throw new MongoError(2, '$regex has to be a string');
  if (options !== undefined && typeof options !== 'string') throw new MongoError(2, '$options has to be a string');
  return matching(toRegExp(operand, options ?? ''), new BSONRegExp(operand, options ?? ''));
}

/**
 * Compiles one operator of a field's condition.
 * @throws MongoError 2 for an unknown operator or a wrong operand.
 */
export function compileOperator(
  name: string,
  operand: Value,
  siblings: ReadonlyMap<string, Value> | undefined,
): Condition {
  switch (name) {
    case '$eq':
      return siblings && operand instanceof BSONRegExp ? onValues((value) => equals(value, operand)) : equalTo(operand);
    case '$ne':
      if (operand instanceof BSONRegExp) throw new MongoError(2, `Can't have regex as arg to $ne.`);
      return not(equalTo(operand));
    case '$in':
      return listed(name, operand);
    case '$nin':
      return not(listed(name, operand));
    case '$not':
      return negated(operand);
    case '$exists':
      return operand === false || operand === null || (isNumeric(operand) && toNumber(operand) === 0)
        ? not(exists())
        : exists();
    case '$type':
      return ofType(operand);
    case '$size':
      return ofSize(operand);
    case '$mod':
      return modulo(operand);
    case '$regex':
      return patternOf(operand, siblings);
    case '$elemMatch':
      return elementMatch(operand);
    case '$all':
      return all(operand);
    default:
      if (/^\$[gl]te?$/.test(name)) return ordered(name, operand);
      if (/^\$bits(All|Any)(Set|Clear)$/.test(name)) return bits(name, operand);
      throw new MongoError(2, `unknown operator: ${name}`);
  }
}
