import { describe, expect, it } from 'vitest';
import { htmlBodyToText } from './html-body-to-text.ts';
import { type CustomerMail, type CustomerMailVehicle, renderCustomerMail } from './render-customer-mail.ts';

const mail = {
  text: 'Hei Ola,\n\nJa, XC60-en er ledig.\nPasser det med en prøvetur på lørdag?',
  subject: 'Volvo XC60',
  language: 'nb',
  dealership: {
    name: 'Fjord Bil',
    contact: {
      email: 'post@fjordbil.no',
      phone: '55 12 34 56',
      address: 'Strandgaten 12, 5013 Bergen',
      website: 'https://www.fjordbil.no/',
    },
    openingHours: [{ day: 'monday', opens: '09:00', closes: '17:00' }],
    language: 'nb',
  },
  sender: { kind: 'assistant', name: 'Frida' },
  disclosure: 'Jeg er Frida, den digitale assistenten hos Fjord Bil. Svar «selger» for å snakke med et menneske.',
  unsubscribeUrl: 'https://norvalt.example/u/abc',
  vehicle: {
    title: 'Volvo XC60 2022',
    price: 389000,
    listingUrl: 'https://fjordbil.no/biler/1',
    status: 'available',
  },
} satisfies CustomerMail as CustomerMail & { vehicle: CustomerMailVehicle };
const render = (change: Partial<CustomerMail> = {}) => renderCustomerMail({ ...mail, ...change });
const words = (text: string) => text.replace(/<(?:https?|tel):[^>]*>|https?:\S+/g, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];

describe('renderCustomerMail', () => {
  it('writes a person’s mail in plain text', () => {
    expect(render().text).toBe(`Hei Ola,

Ja, XC60-en er ledig.
Passer det med en prøvetur på lørdag?

Volvo XC60 2022 · 389 000 kr
https://fjordbil.no/biler/1

Vennlig hilsen
Frida
Digital assistent
Fjord Bil
55 12 34 56 · fjordbil.no
Strandgaten 12, 5013 Bergen
Man 9–17

Jeg er Frida, den digitale assistenten hos Fjord Bil. Svar «selger» for å snakke med et menneske.

Du får denne e-posten fordi du kontaktet Fjord Bil.
Meld meg av: https://norvalt.example/u/abc
`);
  });

  it.each(['nb', 'en', 'sv', 'da', 'de'] as const)('says the same in HTML as in plain text: %s', (language) => {
    const { html, text } = render({ language });
    expect(words(htmlBodyToText(html))).toEqual(words(text));
    expect(html).toContain(`<html lang="${language}"`);
    expect(text).not.toContain('undefined');
  });

  it('links the car, the telephone, the website and the way out', () => {
    const { html } = render();
    for (const href of [
      'https://fjordbil.no/biler/1',
      'tel:55123456',
      'https://www.fjordbil.no/',
      'https://norvalt.example/u/abc',
    ]) {
      expect(html).toContain(`href="${href}"`);
    }
  });

  it('loads nothing from anywhere', () => {
    expect(render().html).not.toMatch(/<img|background-image|@import|url\(|src=/);
  });

  it('adds no second closing to a text that has one', () => {
    const { text, html } = render({
      text: 'Bra, da sees vi.\n\nMvh Anne',
      sender: { kind: 'human', name: 'Anne Lie' },
      disclosure: null,
    });
    expect(text).toContain('Bra, da sees vi.\n\nMvh Anne\n\nVolvo');
    for (const part of [text, htmlBodyToText(html)]) expect(part).not.toMatch(/Vennlig hilsen|Anne Lie|assistent/);
  });

  it('speaks of an assistant only where one wrote', () => {
    expect(render({ sender: { kind: 'human', name: 'Anne Lie' }, disclosure: null }).text).not.toMatch(/assistent/i);
  });

  it('says when a car is not simply for sale, and leaves out what is not known', () => {
    const vehicle = {
      title: 'VW Golf',
      price: null,
      listingUrl: 'javascript:alert(1)',
      status: 'reserved' as const,
    };
    const { text, html } = render({ vehicle });
    expect(text).toContain('\n\nVW Golf · reservert\n\n');
    expect(html).not.toContain('javascript:');
    expect(render({ vehicle: null }).text).not.toContain('XC60 2022');
  });

  it('does without what the dealership has not filled in', () => {
    const contact = { email: null, phone: null, address: null, website: null };
    const { text } = render({ dealership: { ...mail.dealership, contact, openingHours: [] }, unsubscribeUrl: null });
    expect(text).toContain('Digital assistent\nFjord Bil\n\nJeg er Frida');
    expect(text).toMatch(/et menneske\.\n$/);
  });

  it('escapes whatever a customer, a rep or a dealership wrote', () => {
    const evil = '<script>alert(1)</script>"\'&';
    const { html } = render({
      text: evil,
      subject: evil,
      sender: { kind: 'assistant', name: evil },
      disclosure: evil,
      dealership: {
        ...mail.dealership,
        name: evil,
        contact: { email: evil, phone: evil, address: evil, website: evil },
      },
      vehicle: { title: evil, price: 1, listingUrl: evil, status: 'sold' },
      unsubscribeUrl: 'javascript:alert(1)',
    });
    expect(html).not.toContain('<script');
    expect(html).not.toContain('javascript:');
    expect(html.split('&lt;script&gt;').length).toBeGreaterThan(6);
    for (const tag of html.matchAll(/<(?!!)[^>]*>/g)) expect(tag[0].split('"').length % 2).toBe(1);
  });

  it('makes addresses in the text into links and nothing else', () => {
    const { html } = render({
      text: 'Se https://x.no/a?b=1&c=2. Eller (https://x.no/d), ikke javascript:alert(1) eller x.no',
    });
    expect(html).toContain('href="https://x.no/a?b=1&amp;c=2"');
    expect(html).toContain('</a>. Eller (');
    expect(html).toContain('href="https://x.no/d"');
    expect(html.match(/href="https:\/\/x\.no/g)).toHaveLength(2);
  });
});
