import { expect, it } from 'vitest';
import { findNumbers } from './find-numbers.ts';

it.each([
  ['Renten er 3,9 %.', [3.9]],
  ['Renten er 4 %.', [4]],
  ['XC60 2021 549 000 kr', [2021, 549_000]],
  ['Fra 2019, 45 000 km', [2019, 45_000]],
  ['4 500 mil, 549.000 kr', [45_000, 549_000]],
  ['0,25 mill, 489k', [250_000, 489_000]],
])('each number of a text by its value, decimals and all: %s', (text, values) => {
  expect(findNumbers(text).map(({ value }) => value)).toEqual(values);
});
