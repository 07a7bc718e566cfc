import { describe, expect, it } from 'vitest';
import { enyaq, reservedTesla, soldIdFour, stock, volvo } from './testing/sample-stock.ts';
import { vehicleSearchTokens } from './vehicle-search-tokens.ts';

describe('vehicleSearchTokens', () => {
  it.each([
    ['VW ID4', soldIdFour],
    ['id.4 pro', soldIdFour],
    ['ID 4', soldIdFour],
    ['Folkevogn id-4', soldIdFour],
    ['Modell Y', reservedTesla],
    ['teslaen deres', reservedTesla],
    ['Škoda', enyaq],
    ['ENYAQ', enyaq],
    ['xc 60', volvo],
    ['ek12345', volvo],
    ['EK 12345', volvo],
    ['xc60en', volvo],
  ])('%j shares a token with the vehicle it means, and with no other of its kind', (text, vehicle) => {
    const asked = new Set(vehicleSearchTokens(text));
    const found = stock.filter((candidate) => vehicleSearchTokens(candidate).some((token) => asked.has(token)));
    expect(found.map(({ id }) => id)).toEqual([vehicle.id]);
  });

  it('is stable when its own output is read again', () => {
    const tokens = vehicleSearchTokens(volvo);
    expect(vehicleSearchTokens(tokens.join(' '))).toEqual(expect.arrayContaining(tokens));
  });

  it('leaves out words that every message holds', () => {
    expect(vehicleSearchTokens('Hei, er bilen til salgs og hva koster den?')).toEqual(['salgs', 'koster']);
  });

  it('bounds the tokens of a very long text', () => {
    const text = Array.from({ length: 5000 }, (_, index) => `ord${index}`).join(' ');
    expect(vehicleSearchTokens(text).length).toBeLessThanOrEqual(400);
  });
});
