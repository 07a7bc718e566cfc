import { expect, it } from 'vitest';
import { findNumbers } from './find-numbers.ts';

it.each([
  ['Renten er 3,9 %.', [3.9]],
  ['Renten er 4 %.', [4]],
  ['XC60 2021 549 000 kr', [2021, 549_000]],
  ['Fra 2019, 45 000 km', [2019, 45_000]],
  ['4 500 mil, 549.000 kr', [45_000, 549_000]],
  ['0,25 mill, 489k', [250_000, 489_000]],
  ['XC60 549 000 kr', [549_000]],
  ['En XC60 549 000', [549_000]],
  ['T6 45 000 km', [45_000]],
  ['Mazda CX-5 349 000 kr', [349_000]],
  ['VW ID.3 249 000 kr', [249_000]],
  ['Tesla Model 3 349 000 kr', [349_000]],
  ['Polestar 2 2021 389.000,-', [2, 2021, 389_000]],
  ['Peugeot 208 189 000 kr, Fiat 500 129 000 kr', [189_000, 129_000]],
  ['kr549 000, NOK489 000 og ca549.000 kr', [549_000, 489_000, 549_000]],
  ['ca549 000 kr, fra-549 000 kr', [549_000, 549_000]],
  ['ca549 000, maks549000', [549_000, 549_000]],
  ['XC60-549 000 kr', [549_000]],
  ['3 349 000 kr', [3_349_000]],
  ['250-300', [250, 300]],
  ['mellom 20 og 30 tusen', [20, 30_000]],
  ['250 tusind, 0,5 mio., 300 tausend', [250_000, 500_000, 300_000]],
])('each number of a text by its value, decimals and all: %s', (text, values) => {
  expect(findNumbers(text).map(({ value }) => value)).toEqual(values);
});
