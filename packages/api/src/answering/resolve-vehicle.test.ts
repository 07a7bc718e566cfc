import { describe, expect, it } from 'vitest';
import { resolveVehicle } from './resolve-vehicle.ts';
import {
  createVehicle,
  demoBmw,
  enyaq,
  ravFour,
  reservedTesla,
  soldIdFour,
  stock,
  volvo,
} from './testing/sample-stock.ts';

const olderVolvo = createVehicle({
  id: 'veh_volvo_2019',
  make: 'Volvo',
  model: 'XC60',
  variant: 'D4',
  year: 2019,
  price: 319_000,
});
const audi = createVehicle({ id: 'veh_audi', make: 'Audi', model: 'A4 Avant', year: 2018 });
const bmw = createVehicle({ id: 'veh_320', make: 'BMW', model: '3-serie', variant: '320d xDrive', year: 2017 });
const fiat = createVehicle({ id: 'veh_fiat', make: 'Fiat', model: '500', year: 2015, price: 89_000 });
const mercedes = createVehicle({
  id: 'veh_c220',
  make: 'Mercedes-Benz',
  model: 'C-Klasse',
  variant: 'C 220 d',
  year: 2016,
});
const golf = createVehicle({ id: 'veh_golf', make: 'Volkswagen', model: 'Golf', variant: '1.4 TSI', year: 2016 });
const wide = [...stock, audi, bmw, fiat, mercedes, golf];

describe('resolveVehicle', () => {
  it.each([
    ['Volvo XC60 2022', volvo],
    ['hei er xc60 ledig', volvo],
    ['er xc 60en fortsatt til salgs', volvo],
    ['vovlo xc60', volvo],
    ['EK12345', volvo],
    ['Gjelder bil med reg.nr. ek 12345', volvo],
    ['YV1UZ8256N1234567', volvo],
    ['Så denne: https://www.fjordbil.no/biler/volvo-xc60-2022/', volvo],
    ['VW ID4', soldIdFour],
    ['is the id 4 still available', soldIdFour],
    ['Modell Y 2023', reservedTesla],
    ['er Teslaen fortsatt ledig?', reservedTesla],
    ['tesla model y long range', reservedTesla],
    ['Škoda Enyaq', enyaq],
    ['hva koster enyaken', enyaq],
    ['enyaq 80x', enyaq],
    ['toyota rav 4 hybrid', ravFour],
    ['RAV-4', ravFour],
    ['bmw ix3', demoBmw],
    ['audi a4', audi],
    ['BMW 320d', bmw],
    ['3 serie bmw', bmw],
    ['Fiat 500', fiat],
    ['mercedes c220', mercedes],
    ['merc c klasse', mercedes],
    ['er golfen ledig', golf],
    ['Jeg vil bytte inn min Golf 2016 mot XC60 dere har ute', volvo],
    ['Jeg har en Passat 2015 i innbytte og lurer på Enyaq', enyaq],
    ['Har en Golf 2014 i innbytte, er interessert i RAV4', ravFour],
  ])('finds the car in %j', (text, expected) => {
    expect(resolveVehicle(text, wide)?.vehicle.id).toBe(expected.id);
  });

  it.each([
    ['Porsche Taycan'],
    ['Volvo XC90'],
    ['Volvo EX60'],
    ['Volvo XC60 2019'],
    ['har dere noen elbiler under 500 000?'],
    ['kan dere ringe 500 22 333'],
    ['jeg er 500 km unna'],
    ['Hei, når har dere åpent?'],
    ['ønsker å selge min Golf 2016'],
    [''],
  ])('finds none in %j', (text) => {
    expect(resolveVehicle(text, wide)).toBeNull();
  });

  it('asks for more when two cars for sale fit equally well', () => {
    expect(resolveVehicle('Volvo XC60', [volvo, olderVolvo])).toBeNull();
    expect(resolveVehicle('Volvo', [volvo, olderVolvo])).toBeNull();
  });

  it('tells them apart by year, variant or price', () => {
    expect(resolveVehicle('XC60 2019', [volvo, olderVolvo])?.vehicle).toBe(olderVolvo);
    expect(resolveVehicle('xc60 19-modell', [volvo, olderVolvo])?.vehicle).toBe(olderVolvo);
    expect(resolveVehicle('XC60 T6 Inscription', [volvo, olderVolvo])?.vehicle).toBe(volvo);
    expect(resolveVehicle('XC60 til 319.000', [volvo, olderVolvo])?.vehicle).toBe(olderVolvo);
  });

  it('prefers a car for sale over a reserved one, and that over a sold one', () => {
    const sold = { ...volvo, id: 'veh_sold', status: 'sold' as const };
    const reserved = { ...volvo, id: 'veh_reserved', status: 'reserved' as const };
    expect(resolveVehicle('XC60', [sold, reserved, volvo])?.vehicle).toBe(volvo);
    expect(resolveVehicle('XC60', [sold, reserved])?.vehicle).toBe(reserved);
  });

  it('is more certain the more was said', () => {
    const certainty = (text: string) => resolveVehicle(text, stock)?.certainty ?? 0;
    expect(certainty('EK 12345')).toBeGreaterThan(certainty('Volvo XC60 2022'));
    expect(certainty('Volvo XC60 2022')).toBeGreaterThan(certainty('xc60'));
    expect(certainty('xc60')).toBeGreaterThan(certainty('volvoen'));
  });
});
