import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readGateReason } from './gate-reasons.ts';

const claims = path.resolve(import.meta.dirname, '../../../../api/src/answering/claims');
const sentence = /'((?:This|These|No|Write|The|Only|Remove|Leave|Do) [^'\n]+\.)'/g;

/** Every objection that the gate's checks hold as a plain sentence. */
const objections = readdirSync(claims)
  .filter((file) => file.startsWith('check-') && !file.endsWith('.test.ts'))
  .flatMap((file) => [...readFileSync(path.join(claims, file), 'utf8').matchAll(sentence)])
  .flatMap(([, found]) => found ?? []);

it('the gate has objections to read', () => {
  expect(objections.length).toBeGreaterThan(25);
});

it.each([
  ...objections,
  "Do not put a value on the customer's car.",
  'The facts about this car do not hold varmepumpe; a salesperson can answer that.',
  'Write in the language with code nb.',
  'Write between 40 and 1400 characters.',
  'This car is reserved; say so where it is mentioned.',
  'no model configured',
  'a person takes over: complaint',
  'circuit_open',
])('is read in bokmål: %s', (reason) => {
  expect(readGateReason(reason, 'nb')).not.toBe(reason);
  expect(readGateReason(reason, 'nb')).not.toMatch(/\b(?:the|this|facts|car)\b/i);
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
