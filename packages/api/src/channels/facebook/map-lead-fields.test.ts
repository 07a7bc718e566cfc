import { describe, expect, it } from 'vitest';
import { mapLeadFields } from './map-lead-fields.ts';
import { readFacebookLead } from './read-facebook-lead.ts';

const fields = (...pairs: [string, ...string[]][]) => pairs.map(([name, ...values]) => ({ name, values }));

describe('the fields of a lead', () => {
  it('are read by what Facebook calls them, and every other question becomes a line', () => {
    const mapped = mapLeadFields(
      fields(
        ['full_name', 'Åse Bråten'],
        ['email', 'aase@example.com'],
        ['phone_number', '+4790123456'],
        ['which_car', 'Volvo XC60'],
        ['når_vil_du_kjøpe?', 'Innen en måned'],
        ['interessert_i', 'Finansiering', 'Innbytte'],
      ),
    );
    expect(mapped).toEqual({
      name: 'Åse Bråten',
      email: 'aase@example.com',
      phone: '+4790123456',
      vehicleInterest: 'Volvo XC60',
      message: 'Når vil du kjøpe? Innen en måned\nInteressert i: Finansiering, Innbytte',
      test: false,
    });
  });

  it.each([
    ['which_car_are_you_interested_in?', 'Volvo EX30'],
    ['hvilken_bil_gjelder_det', 'Volvo EX30'],
    ['Vilken modell vill du provköra?', 'Volvo EX30'],
    ['welches_fahrzeug_interessiert_dich?', 'Volvo EX30'],
  ])('%s asks for the vehicle', (question, answer) => {
    expect(mapLeadFields(fields([question, answer]))).toMatchObject({ vehicleInterest: answer, message: '' });
  });

  it('join a name of two, and say again what stands in a second value or a second field', () => {
    const mapped = mapLeadFields(
      fields(
        ['first_name', 'Kari'],
        ['last_name', 'Nordmann'],
        ['email', 'a@b.no', 'c@d.no'],
        ['work_email', 'e@f.no'],
      ),
    );
    expect([mapped.name, mapped.email, mapped.message]).toEqual([
      'Kari Nordmann',
      'a@b.no',
      'Email: c@d.no\nWork email: e@f.no',
    ]);
  });

  it.each([['<test lead: dummy data for full_name>'], ['test@fb.com'], ['Test@Meta.com']])(
    'with %s are a test',
    (value) => {
      expect(mapLeadFields(fields(['full_name', value])).test).toBe(true);
    },
  );
});

describe('a lead of the Graph API', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'x'],
    ['numbers', [1, null, { name: 7 }, { name: {}, values: {} }, { name: 'email', values: [null, {}, 5] }]],
    ['too many fields', Array.from({ length: 5000 }, (_, at) => ({ name: `f${at}`, values: ['x'.repeat(9000)] }))],
  ])('with %s for its fields is read as far as it goes', (_, field_data) => {
    const lead = readFacebookLead({ id: '1', field_data, is_organic: 'yes' });
    expect(lead.fields.length).toBeLessThanOrEqual(100);
    expect(lead.fields.every(({ values }) => values.every((value) => value.length <= 4000))).toBe(true);
    expect(typeof mapLeadFields(lead.fields).message).toBe('string');
  });
});
