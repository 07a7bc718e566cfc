import { expect, it } from 'vitest';
import { findPlate } from './find-plate.ts';

it.each([
  ['Bilen er EV 12345 og har hengerfeste', 'EV 12345'],
  ['Jeg har AB 12345 i innbytte', 'AB 12345'],
  ['Jeg kjører DS12345 i dag', 'DS 12345'],
  ['ek12345 er bilen min', 'EK 12345'],
  ['It was priced as 45000 last week', null],
  ['VW 45000', null],
  ['Finns det ev 45000 i rabatt?', null],
  ['Ev 45000 i rabatt?', null],
  ['EV 45000 står til salgs', 'EV 45000'],
  ['Firma AS 45000', null],
  ['Mvh Nordbil AS 98765', null],
  ['Bytter inn Golf AB 12345', 'AB 12345'],
  ['Har AS 12345 å bytte inn', 'AS 12345'],
  ['Innbyttebil AB 12345, 120 000 km', 'AB 12345'],
  ['Gjelder AB 12345', 'AB 12345'],
  ['Vurdering AS 12345', 'AS 12345'],
  ['Hva gir dere for Kjøretøy AB 12345', 'AB 12345'],
  ['Hei.\nSender AB 12345', 'AB 12345'],
  ['Mvh\nOla Nordmann\nNordbil AS 98765', null],
  ['Jeg jobber i Nordbil AS 98765', null],
  ['KR 34900', null],
])('%s', (text, plate) => {
  expect(findPlate(text)).toBe(plate);
});
