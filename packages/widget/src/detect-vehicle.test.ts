import { describe, expect, test } from 'vitest';
import { detectVehicle } from './detect-vehicle.ts';

const page = 'https://dealer.example/biler/xc60';

function onPageWith(...things: unknown[]) {
  return detectVehicle(
    page,
    things.map((thing) => (typeof thing === 'string' ? thing : JSON.stringify(thing))),
  )?.title;
}

describe('detectVehicle', () => {
  test.each([
    ['a car by its name', { '@type': 'Car', name: 'Volvo XC60 T6', vehicleModelDate: '2022' }, 'Volvo XC60 T6 2022'],
    [
      'a name that has the year',
      { '@type': 'Car', name: 'Volvo XC60 2022', vehicleModelDate: '2022' },
      'Volvo XC60 2022',
    ],
    [
      'make and model',
      { '@type': 'Vehicle', brand: { name: 'Volvo' }, model: 'XC60', vehicleModelDate: 2022 },
      'Volvo XC60 2022',
    ],
    [
      'several types, full addresses',
      { '@type': ['https://schema.org/Product', 'https://schema.org/Car'], name: 'Kia EV6' },
      'Kia EV6',
    ],
    ['a graph', { '@graph': [{ '@type': 'WebPage' }, { '@type': 'Car', name: 'Kia EV6' }] }, 'Kia EV6'],
    ['what the page is about', { '@type': 'WebPage', mainEntity: { '@type': 'Car', name: 'Kia EV6' } }, 'Kia EV6'],
    ['what an offer offers', { '@type': 'Offer', itemOffered: { '@type': 'Car', name: 'Kia EV6' } }, 'Kia EV6'],
    ['a product, where there is no car', { '@type': 'Product', name: 'Kia EV6' }, 'Kia EV6'],
    ['something else', { '@type': 'AutoDealer', name: 'Fjord Bil' }, undefined],
    ['a car without a name', { '@type': 'Car' }, undefined],
    ['null', null, undefined],
    ['broken JSON', '{"@type": "Car", name: }', undefined],
  ])('reads %s', (_, thing, expected) => {
    expect(onPageWith(thing)).toBe(expected);
  });

  test('prefers the car to the products around it', () => {
    expect(onPageWith({ '@type': 'Product', name: 'Vinterhjul' }, { '@type': 'Car', name: 'Kia EV6' })).toBe('Kia EV6');
  });

  test('does not guess on a page with several cars', () => {
    expect(onPageWith({ '@type': 'Car', name: 'Kia EV6' }, { '@type': 'Car', name: 'Volvo XC60' })).toBeUndefined();
  });

  test('goes on past a script it cannot read', () => {
    expect(onPageWith('{', { '@type': 'Car', name: 'Kia EV6' })).toBe('Kia EV6');
  });

  test('takes the address first, with our id of the car', () => {
    const asked = `${page}?vehicle=Tesla+Model+Y+2023&vehicle_id=veh_01`;
    const car = JSON.stringify({ '@type': 'Car', name: 'Kia EV6' });
    expect(detectVehicle(asked, [car])).toEqual({ title: 'Tesla Model Y 2023', id: 'veh_01' });
  });

  test('keeps to the lengths the API takes', () => {
    const found = detectVehicle(`${page}?vehicle=${'x'.repeat(1000)}&vehicle_id=${'y'.repeat(1000)}`, []);
    expect([found?.title.length, found?.id?.length]).toEqual([300, 64]);
  });
});
