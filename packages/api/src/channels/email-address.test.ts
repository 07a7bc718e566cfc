import { describe, expect, it } from 'vitest';
import { formatAddress, headerText, normaliseEmail } from './email-address.ts';

describe('normaliseEmail', () => {
  it.each([
    [' Ola.Nordmann@Example.COM ', 'ola.nordmann@example.com'],
    ['<post@fjordbil.no>', 'post@fjordbil.no'],
    ['mailto:post@fjordbil.no', 'post@fjordbil.no'],
    ['kari+bil@example.com', 'kari+bil@example.com'],
    ['ola@blåbær.no', 'ola@xn--blbr-roah.no'],
    ['ola@example.com.', 'ola@example.com'],
    ["o'brien@example.ie", "o'brien@example.ie"],
  ])('%s → %s', (text, expected) => expect(normaliseEmail(text)).toBe(expected));

  it.each([
    '',
    'ola',
    '@example.com',
    'ola@',
    'ola@localhost',
    'a b@example.com',
    'a@b@example.com',
    'ola@-bad.no',
    'ola@ex ample.com',
    'ola@example.com\r\nBcc: eve@example.com',
    'ola@example.com,eve@example.com',
    `${'a'.repeat(65)}@example.com`,
    `ola@${'a'.repeat(64)}.no`,
    `${'a'.repeat(60)}@${'abcdefgh.'.repeat(30)}no`,
  ])('refuses %j', (text) => expect(normaliseEmail(text)).toBeNull());
});

describe('formatAddress', () => {
  it.each([
    [{ name: 'Frida Åsen', email: 'post@fjordbil.no' }, 'Frida Åsen <post@fjordbil.no>'],
    [{ name: null, email: 'post@fjordbil.no' }, 'post@fjordbil.no'],
    [{ name: '  ', email: 'post@fjordbil.no' }, 'post@fjordbil.no'],
    [{ name: 'post@fjordbil.no', email: 'post@fjordbil.no' }, 'post@fjordbil.no'],
    [{ name: 'Bil, Båt & "Mer" AS', email: 'a@b.no' }, '"Bil, Båt & \\"Mer\\" AS" <a@b.no>'],
    [{ name: 'Back\\slash', email: 'a@b.no' }, '"Back\\\\slash" <a@b.no>'],
    [{ name: 'boss@bank.no', email: 'a@b.no' }, '"boss@bank.no" <a@b.no>'],
  ])('%j', (address, expected) => expect(formatAddress(address)).toBe(expected));

  it('lets no header through the name', () => {
    for (const name of [
      'Ola\r\nBcc: eve@evil.no',
      'Ola\nBcc: eve@evil.no',
      'Ola\u2028Bcc: x',
      'Ola\u0000',
      'O\u202ela',
    ]) {
      expect(formatAddress({ name, email: 'a@b.no' })).not.toMatch(/[\p{Cc}\u2028\u2029\u202e]/u);
    }
    expect(formatAddress({ name: '=?utf-8?q?a=0D=0ABcc:x?=', email: 'a@b.no' })).not.toContain('=?');
  });

  it('keeps an address in a name from being read as a second recipient', () => {
    expect(formatAddress({ name: 'Eve <eve@evil.no>, Ola', email: 'a@b.no' })).toBe(
      '"Eve <eve@evil.no>, Ola" <a@b.no>',
    );
  });
});

describe('headerText', () => {
  it('is one line', () => {
    expect(headerText(' Volvo\r\n XC60\u2029\t2022 ')).toBe('Volvo XC60 2022');
  });
});
