import { describe, expect, it } from 'vitest';
import { unknownSubjectWords } from './crm-profiles.ts';
import { readAdf } from './read-adf.ts';
import { toAscii } from './to-ascii.ts';
import { type OutgoingAdfLead, writeAdf } from './write-adf.ts';

const lead: OutgoingAdfLead = {
  id: 'lead_01KF',
  requestedAt: new Date('2026-11-20T09:15:00.123Z'),
  vehicles: [
    {
      interest: 'buy',
      id: 'veh_1',
      year: 2022,
      make: 'Škoda',
      model: 'Enyaq',
      variant: 'iV 80',
      vin: null,
      plate: 'EL 40122',
      mileage: 52000,
      price: 349000,
      currency: 'NOK',
      comments: null,
    },
  ],
  customer: {
    name: 'Åse "Ås" <Ødegård> & sønn',
    emails: ['ase@example.com'],
    phones: ['+4790123456'],
    comments: 'Er den ledig?\nKjøper 😀 i dag \u0000\ud800 ]]> &amp;',
  },
  vendor: { id: 'dlr_1', name: 'Fjord Bil', email: 'post@fjordbil.example', phone: null, url: null },
  source: 'website',
};

describe('a lead written as ADF', () => {
  it.each([false, true])('is read back as it was, without repairs (ascii %s)', (ascii) => {
    const xml = writeAdf(lead, { ascii });
    const [read] = readAdf(xml) ?? [];
    expect(read).toMatchObject({
      ids: ['norvalt:lead_01KF'],
      name: 'Åse "Ås" <Ødegård> & sønn',
      email: 'ase@example.com',
      phone: '+4790123456',
      comments: 'Er den ledig?\nKjøper 😀 i dag ]]> &amp;',
      vendor: 'Fjord Bil',
      provider: 'Norvalt',
      repaired: [],
      missing: [],
    });
    expect(read?.vehicles).toMatchObject([{ interest: 'buy', year: '2022', make: 'Škoda', odometer: '52000 km' }]);
    expect(/^\p{ASCII}*$/u.test(xml)).toBe(ascii);
    expect(xml).toContain('<requestdate>2026-11-20T09:15:00+00:00</requestdate>');
  });

  it('says unknown where receivers insist on a car', () => {
    const blank = { id: null, year: null, make: null, model: null, variant: null, vin: null, plate: null };
    const nothing = { ...blank, mileage: null, price: null, currency: 'NOK', comments: 'en rød bil' };
    const xml = writeAdf({ ...lead, vehicles: [{ interest: 'buy', ...nothing }] }, { ascii: true });
    expect(xml).toContain('<make>unknown</make>');
    expect(readAdf(xml)?.[0]?.missing).toEqual([]);
    expect(xml).not.toMatch(/<(\w+)[^>]*><\/\1>/);
  });
});

describe('a subject', () => {
  it('for ASCII alone keeps its words readable', () => {
    expect(toAscii('Blåbær på Ås – Müller, Łódź 😀')).toBe('Blaabaer paa AAs - Mueller, ?odz ?');
  });
  it('knows the words that can be filled in', () => {
    expect(unknownSubjectWords('{dealership}: {customer} {vin} {}')).toEqual(['vin', '']);
  });
});
