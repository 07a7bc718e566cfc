import { Decimal128 } from 'bson';

/** An exact number as a fraction with a positive denominator. */
interface Fraction {
  numerator: bigint;
  denominator: bigint;
}

const parts = /^(-?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/;

function fractionOfDecimal(text: string): Fraction | number {
  const match = parts.exec(text);
  if (match === null) return Number(text);
  const [, sign, whole = '', decimals = '', exponent = '0'] = match;
  const digits = BigInt(`${whole}${decimals}` || '0') * (sign === '-' ? -1n : 1n);
  const power = Number(exponent) - decimals.length;
  return power >= 0
    ? { numerator: digits * 10n ** BigInt(power), denominator: 1n }
    : { numerator: digits, denominator: 10n ** BigInt(-power) };
}

function fractionOfDouble(value: number): Fraction {
  let denominator = 1n;
  let scaled = value;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    denominator *= 2n;
  }
  return { numerator: BigInt(scaled), denominator };
}

/** The exact fraction for a number, or NaN and the infinities as they are. */
export function toFraction(value: number | bigint | Decimal128): Fraction | number {
  if (value instanceof Decimal128) return fractionOfDecimal(value.toString());
  if (typeof value === 'bigint') return { numerator: value, denominator: 1n };
  return Number.isFinite(value) ? fractionOfDouble(value) : value;
}

/** Compares numbers of which at least one is a decimal, without rounding; NaN is the smallest. */
export function compareDecimal(a: number | bigint | Decimal128, b: number | bigint | Decimal128): number {
  const x = toFraction(a);
  const y = toFraction(b);
  if (typeof x === 'number' || typeof y === 'number') return compareSpecial(x, y);
  const difference = x.numerator * y.denominator - y.numerator * x.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function compareSpecial(a: Fraction | number, b: Fraction | number): number {
  const place = (value: Fraction | number): number =>
    typeof value !== 'number' ? 0 : Number.isNaN(value) ? -2 : value < 0 ? -1 : 1;
  return Math.sign(place(a) - place(b));
}
