import { expect, it } from 'vitest';
import { namedPlaces, parametersFor } from './template-places.ts';

it('keeps what was chosen and proposes the rest', () => {
  expect(parametersFor(3, ['vehicle'])).toEqual(['vehicle', 'dealership_name', 'vehicle']);
  expect(parametersFor(0, ['vehicle'])).toEqual([]);
});

it('names the places of a template, and leaves one that has no name', () => {
  expect(namedPlaces('Hei {{1}}, {{ 2 }} og {{3}}', ['Kundens fornavn', 'Bilen'])).toBe(
    'Hei [kundens fornavn], [bilen] og {{3}}',
  );
});
