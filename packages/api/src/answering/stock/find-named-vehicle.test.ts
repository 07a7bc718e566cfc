import { describe, expect, it } from 'vitest';
import { findNamedVehicle } from './find-named-vehicle.ts';

describe('findNamedVehicle', () => {
  it.each([
    ['Har dere noen Porsche Taycan inne?', 'Porsche Taycan'],
    ['har dere bmw i4 2023', 'BMW i4 2023'],
    ['lurer på vw golf', 'VW Golf'],
    ['er xc90 ledig', 'Volvo XC90'],
    ['XC60 2019', 'Volvo XC60 2019'],
    ['Tesla Model 3 til salgs?', 'Tesla Model 3'],
    ['hei, er bilen ledig? en note til dere', null],
    ['', null],
  ])('%j', (text, expected) => {
    expect(findNamedVehicle(text)).toBe(expected);
  });
});
