import { describe, expect, it } from 'vitest';
import { findNamedVehicle } from './find-named-vehicle.ts';

describe('findNamedVehicle', () => {
  it.each([
    ['Har dere noen Porsche Taycan inne?', 'Porsche Taycan'],
    ['har dere bmw i4 2023', 'BMW i4'],
    ['lurer på vw golf', 'VW Golf'],
    ['er xc90 ledig', 'Volvo XC90'],
    ['XC60 2019', 'Volvo XC60'],
    ['Er XC40-en ledig, og hva med Golfen?', 'Volvo XC40'],
    ['e den Passaten te salgs', 'Volkswagen Passat'],
    ['V60:n', 'Volvo V60'],
    ['Har I stadig EV6’eren?', 'Kia EV6'],
    ['er Mazda CX-5 2018 solgt', 'Mazda CX-5'],
    ['Peugeot 2008', 'Peugeot 2008'],
    ['mercedes benz glc 2O19', 'Mercedes-Benz GLC'],
    ['VW T-Roc oder Polo', 'VW T-Roc'],
    ['Mini Countryman', 'Mini Countryman'],
    ['den hvite MG4-en', 'MG4'],
    ['er xc6o ledig', 'Volvo XC60'],
    ['har dere en Qashqay inne', 'Nissan Qashqai'],
    ['Have a seat, it is free', null],
    ['Tesla Model 3 til salgs?', 'Tesla Model 3'],
    ['hei, er bilen ledig? en note til dere', null],
    ['', null],
  ])('%j', (text, expected) => {
    expect(findNamedVehicle(text)).toBe(expected);
  });
});
