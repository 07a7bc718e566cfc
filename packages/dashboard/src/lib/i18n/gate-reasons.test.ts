import { expect, it } from 'vitest';
import { readGateReason } from './gate-reasons.ts';
import { readViolation } from './gate-violations.ts';

it.each(['no model configured', 'a person takes over: complaint', 'circuit_open'])(
  'why a template wrote is read in bokmål: %s',
  (reason) => {
    expect(readGateReason(reason, 'nb')).not.toBe(reason);
    expect(readGateReason(reason, 'nb')).not.toMatch(/\b(?:the|this|model|person)\b/i);
  },
);

it('an objection of the gate is read by its code, and one that is not known yet in English', () => {
  const price = { code: 'price_differs', problem: 'This amount is not the price.' } as const;
  expect(readViolation(price, 'nb')).toBe('Beløpet er ikke prisen på bilen det sies om.');
  expect(readViolation(price, 'en')).toBe(price.problem);
  expect(readViolation({ code: 'tomorrow' as 'length', problem: 'New.' }, 'nb')).toBe('New.');
});

it('names what was stopped in bokmål and leaves the words as they are', () => {
  expect(readGateReason('claims gate, twice: number (489 000); promise (Vi holder den)', 'nb')).toBe(
    'Stoppet av påstandskontrollen to ganger: tall (489 000); løfte (Vi holder den)',
  );
  expect(readGateReason('claims gate: price (x); rewrite: timeout', 'nb')).toBe(
    'Stoppet av påstandskontrollen: price (x)',
  );
});

it('makes words of codes in English', () => {
  expect(readGateReason('circuit_open', 'en')).toContain('rests');
});
