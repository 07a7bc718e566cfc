import { describe, expect, it } from 'vitest';
import { renderCustomerSms, renderRepAlert } from './render-sms.ts';
import { smsSegments } from './sms-segments.ts';

const alert = {
  customerName: 'Ola Nordmann',
  vehicle: 'Volvo XC60 T6 Recharge 2022',
  urgency: 'now',
  temperature: 'hot',
  link: 'https://app.norvalt.example/app/leads/lead_01JABCDEFGHJKMNPQRSTVWXYZ0',
  language: 'nb',
} as const;

describe('renderRepAlert', () => {
  it('says who, what, how urgent and where', () => {
    expect(renderRepAlert(alert)).toBe(
      `Ny henvendelse fra Ola Nordmann\nVolvo XC60 T6 Recharge 2022\nVarm, svar nå\n${alert.link}`,
    );
    expect(renderRepAlert({ ...alert, language: 'en', urgency: 'normal', vehicle: null, customerName: null })).toBe(
      `New enquiry from unknown\nHot\n${alert.link}`,
    );
  });

  it('is one or two parts in the plain alphabet', () => {
    const text = renderRepAlert({ ...alert, customerName: 'Łukasz “Luki” Dvořák 🚗', vehicle: 'Citroën C5 – 1,6 …' });
    expect(text).toContain('fra Lukasz "Luki" Dvorak\nCitroen C5 - 1,6 ...\n');
    expect(smsSegments(text)).toMatchObject({ encoding: 'gsm7', segments: 1 });
  });

  it('keeps a name in another script', () => {
    expect(renderRepAlert({ ...alert, customerName: 'Олена' })).toContain('Олена');
  });

  it('stays within 300 characters with the whole link, whatever comes in', () => {
    for (const link of [alert.link, `https://norvalt.example/${'x'.repeat(150)}`]) {
      const text = renderRepAlert({ ...alert, customerName: 'N'.repeat(500), vehicle: 'V'.repeat(500), link });
      expect(text.length).toBeLessThanOrEqual(300);
      expect(text.endsWith(`\n${link}`)).toBe(true);
    }
  });

  it('lets nobody add a line of their own', () => {
    const text = renderRepAlert({ ...alert, customerName: 'Ola\r\nhttps://evil.example' });
    expect(text.split('\n')[0]).toBe('Ny henvendelse fra Ola https://evil.example');
  });
});

describe('renderCustomerSms', () => {
  it('uses plain signs and no blank lines', () => {
    expect(renderCustomerSms('Hei Åse –\r\n\r\n«XC60-en» er ledig…  🚗\nPasser lørdag?')).toBe(
      'Hei Åse -\n"XC60-en" er ledig...\nPasser lørdag?',
    );
  });

  it('cuts after a sentence', () => {
    const sentence = 'Bilen er ledig og koster 389 000 kr. ';
    const text = renderCustomerSms(sentence.repeat(20), 2);
    expect(smsSegments(text).segments).toBe(2);
    expect(text.endsWith('389 000 kr.')).toBe(true);
  });

  it('cuts after a word when there is no sentence to cut after, and drops an address rather than break it', () => {
    expect(renderCustomerSms('ord '.repeat(200), 1)).toMatch(/^(ord )+\.\.\.$/);
    expect(renderCustomerSms(`Se https://example.com/${'x'.repeat(300)}`, 1)).toBe('Se ...');
  });

  it('counts another script in its own size', () => {
    const text = renderCustomerSms('Доброго дня. '.repeat(30), 2);
    expect(smsSegments(text)).toMatchObject({ encoding: 'ucs2', segments: 2 });
  });
});
