import { describe, expect, it } from 'vitest';
import { rankAlternatives } from './rank-alternatives.ts';
import { demoBmw, enyaq, ravFour, soldIdFour, stock, volvo } from './testing/sample-stock.ts';

describe('rankAlternatives', () => {
  it('puts the car most like the sold one first and offers nothing that is sold or reserved', () => {
    const ranked = rankAlternatives({ vehicle: soldIdFour, text: 'Er ID.4 ledig?' }, stock);
    expect(ranked[0]).toBe(enyaq);
    expect(ranked.every(({ status }) => status === 'available' || status === 'demo')).toBe(true);
  });

  it('goes by the words when the car is not in stock', () => {
    expect(rankAlternatives({ vehicle: null, text: 'ser etter en Toyota' }, stock)[0]).toBe(ravFour);
    expect(rankAlternatives({ vehicle: null, text: 'elektrisk bmw' }, stock)[0]).toBe(demoBmw);
  });

  it('never offers the enquired car itself, nor more than asked for', () => {
    const ranked = rankAlternatives({ vehicle: volvo, text: '' }, stock, 2);
    expect(ranked).toHaveLength(2);
    expect(ranked).not.toContain(volvo);
  });
});
