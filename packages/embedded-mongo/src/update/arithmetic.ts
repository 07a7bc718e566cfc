import { Decimal128, Double } from 'bson';
import { isNumeric, makeDouble, type Numeric, toNumber, typeAlias, typeOf, type Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';

function fits32(value: bigint): boolean {
  return value >= -2147483648n && value <= 2147483647n;
}

function isFloating(value: Numeric): boolean {
  return value instanceof Double || (typeof value === 'number' && typeOf(value) === 1);
}

/**
 * Adds or multiplies as the server does: the wider of the two types wins, int32 grows to int64.
 * @throws MongoError 2 when an int64 overflows.
 */
export function calculate(operator: '$inc' | '$mul', a: Numeric, b: Numeric): Value {
  if (typeof a === 'number' && typeof b === 'number' && operator === '$inc') {
    const sum = a + b;
    if ((a | 0) === a && (b | 0) === b && (sum | 0) === sum && !Object.is(a, -0) && !Object.is(b, -0)) return sum;
  }
  if (a instanceof Decimal128 || b instanceof Decimal128) return calculateDecimal(operator, a, b);
  if (isFloating(a) || isFloating(b)) {
    const [x, y] = [toNumber(a), toNumber(b)];
    return makeDouble(operator === '$inc' ? x + y : x * y);
  }
  const [x, y] = [BigInt(toNumber32(a)), BigInt(toNumber32(b))];
  const result = operator === '$inc' ? x + y : x * y;
  if (typeof a === 'number' && typeof b === 'number' && fits32(result)) return Number(result);
  if (BigInt.asIntN(64, result) !== result)
    throw new MongoError(2, `Failed to apply ${operator} operations to current value: integer overflow`);
  return result;
}

function toNumber32(value: Numeric): number | bigint {
  return typeof value === 'bigint' ? value : toNumber(value);
}

/** Decimal arithmetic on scaled integers, exact as long as 34 digits are enough. */
function calculateDecimal(operator: '$inc' | '$mul', a: Numeric, b: Numeric): Value {
  const [x, y] = [scaled(a), scaled(b)];
  if (x === undefined || y === undefined) {
    const [p, q] = [toNumber(a), toNumber(b)];
    return Decimal128.fromString(String(operator === '$inc' ? p + q : p * q));
  }
  if (operator === '$mul') return decimal(x.digits * y.digits, x.exponent + y.exponent);
  const exponent = Math.min(x.exponent, y.exponent);
  const sum = x.digits * 10n ** BigInt(x.exponent - exponent) + y.digits * 10n ** BigInt(y.exponent - exponent);
  return decimal(sum, exponent);
}

function scaled(value: Numeric): { digits: bigint; exponent: number } | undefined {
  const match = /^(-?\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(
    value instanceof Double ? String(value.value) : value.toString(),
  );
  if (match === null) return undefined;
  const [, whole = '', decimals = '', power = '0'] = match;
  return { digits: BigInt(`${whole}${decimals}`), exponent: Number(power) - decimals.length };
}

function decimal(digits: bigint, exponent: number): Decimal128 {
  return Decimal128.fromStringWithRounding(`${digits}E${exponent}`);
}

/** Zero of the same numeric type. */
export function zeroLike(value: Numeric): Numeric {
  if (value instanceof Decimal128) return Decimal128.fromString('0');
  if (typeof value === 'bigint') return 0n;
  return isFloating(value) ? new Double(0) : 0;
}

/** The number with its sign turned, of the same type. */
export function negate(value: Numeric): Numeric {
  if (typeof value === 'bigint') return -value;
  if (value instanceof Double) return makeDouble(-value.value);
  if (value instanceof Decimal128)
    return Decimal128.fromString(value.toString().startsWith('-') ? value.toString().slice(1) : `-${value.toString()}`);
  return value === 0 ? 0 : -value;
}

/** `$bit` on one value. */
export function calculateBits(name: string, value: Value, operand: Value): Value {
  const isInt = (item: Value): item is number | bigint =>
    typeof item === 'bigint' || (typeof item === 'number' && typeOf(item) === 16);
  if (!isInt(operand)) throw new MongoError(2, 'The $bit modifier field must be an Integer(32/64 bit)');
  if (!isInt(value))
    throw new MongoError(2, `Cannot apply $bit to a value of non-integral type: ${typeAlias(typeOf(value))}`);
  const [x, y] = [BigInt(value), BigInt(operand)];
  const result = name === 'and' ? x & y : name === 'or' ? x | y : x ^ y;
  return typeof value === 'number' && typeof operand === 'number' ? Number(result) : result;
}

/** The operand as a number, or the server's complaint. */
export function numericOperand(operator: string, path: string, operand: Value): Numeric {
  if (isNumeric(operand)) return operand;
  const verb = operator === '$inc' ? 'increment' : 'multiply';
  throw new MongoError(14, `Cannot ${verb} with non-numeric argument: {${path}: ${String(operand)}}`);
}
