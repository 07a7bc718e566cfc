import { describe, expect, it } from 'vitest';
import { normalisePhone } from './phone-number.ts';

describe('normalisePhone', () => {
  it.each([
    ['90123456', '+4790123456', '901 23 456'],
    ['901 23 456', '+4790123456', '901 23 456'],
    ['+47 901 23 456', '+4790123456', '901 23 456'],
    ['0047 90 12 34 56', '+4790123456', '901 23 456'],
    ['(+47) 901.23.456', '+4790123456', '901 23 456'],
    ['tel:+4755123456', '+4755123456', '55 12 34 56'],
    ['Mob: 901 23 456', '+4790123456', '901 23 456'],
    ['+46 70 123 45 67', '+46701234567', '+46 70 123 45 67'],
    ['+49 1512 3456789', '+4915123456789', '+49 1512 3456789'],
    ['+1 500 555 0006', '+15005550006', '+1 500 555 0006'],
    ['\u200e901\u00a023\u00a0456', '+4790123456', '901 23 456'],
  ])('%s', (text, e164, display) => expect(normalisePhone(text, 'NO')).toEqual({ e164, display }));

  it.each(['', '123', '12345678', 'anonymous', 'ring meg', '+266696687', '+47 1', '9'.repeat(500)])(
    'has no number for %j',
    (text) => expect(normalisePhone(text, 'NO').e164).toBeNull(),
  );

  it('takes the country of the dealership for a national number', () => {
    expect(normalisePhone('070-123 45 67', 'SE')).toEqual({ e164: '+46701234567', display: '070-123 45 67' });
    expect(normalisePhone('20 12 34 56', 'DK').e164).toBe('+4520123456');
    expect(normalisePhone('+4790123456', 'SE').display).toBe('+47 901 23 456');
  });

  it('shows what was written when it is no number, on one line', () => {
    expect(normalisePhone('ring\r\n etter kl. 16', 'NO')).toEqual({ e164: null, display: 'ring etter kl. 16' });
  });
});
