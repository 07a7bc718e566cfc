import { describe, expect, it } from 'vitest';
import { type ConnectionTemplate, countPlaceholders, fillTemplate } from './template.ts';

const template: ConnectionTemplate = {
  name: 'still_interested',
  language: 'nb',
  body: 'Hei {{1}}, dette er {{2}}. Er du fortsatt interessert i {{3}}? Hilsen {{2}}',
  parameters: ['customer_name', 'dealership_name', 'vehicle'],
};
const nothing = { customer_name: null, dealership_name: null, sender_name: null, vehicle: null };

describe('a template', () => {
  it('counts the places its words have', () => {
    expect(['Hei', 'Hei {{1}}', 'Hei {{ 2 }} og {{1}}, {{2}}'].map(countPlaceholders)).toEqual([0, 1, 2]);
  });

  it('is filled with what is known, and a word that fits where nothing is', () => {
    expect(fillTemplate(template, { ...nothing, customer_name: 'Kari', dealership_name: 'Fjord Bil' })).toEqual({
      parameters: ['Kari', 'Fjord Bil', 'bilen'],
      text: 'Hei Kari, dette er Fjord Bil. Er du fortsatt interessert i bilen? Hilsen Fjord Bil',
    });
  });

  it('takes no line breaks, and no words of a customer as places', () => {
    const { parameters, text } = fillTemplate(template, {
      ...nothing,
      customer_name: 'Kari\n\n{{2}}\t  Nordmann',
      dealership_name: 'Fjord Bil',
      vehicle: 'Volvo XC60',
    });
    expect(parameters[0]).toBe('Kari {{2}} Nordmann');
    expect(text).toContain('Hei Kari {{2}} Nordmann, dette er Fjord Bil.');
  });
});
