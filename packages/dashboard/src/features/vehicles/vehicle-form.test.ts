import { expect, test } from 'vitest';
import { parseWholeNumber, toFields, toVehicle } from './vehicle-form.ts';

test.each([
  ['489 000', 489000],
  ['489.000 kr', 489000],
  ['489\u00a0000', 489000],
  ['41000 km', 41000],
  ['', null],
  ['about 400', undefined],
  ['-5', undefined],
])('%s is read as %s', (text, number) => expect(parseWholeNumber(text)).toBe(number));

test('fields become a vehicle with nothing where nothing was written', () => {
  const fields = {
    ...toFields(null),
    make: ' Volvo ',
    model: 'XC60',
    price: '489 000',
    equipment: 'Hengerfeste\n\n Vinterdekk ',
  };
  expect(toVehicle(fields)).toMatchObject({
    make: 'Volvo',
    price: 489000,
    mileage: null,
    fuel: null,
    variant: null,
    status: 'available',
    equipment: ['Hengerfeste', 'Vinterdekk'],
  });
});
