import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verifyMailgunSignature } from './verify-mailgun-signature.ts';

const key = 'TEST_WEBHOOK_SIGNING_KEY';
const fixture = {
  timestamp: '1461261330',
  token: '06c96bafc3f42a66b9edd546347a2fe18dc23461fe80dc52f0',
  signature: '3e24f71c7e802be94c5abca2fd6ca6957cca2e1e2396d26716b87e1ca8c56634',
};
const signedAt = new Date(1461261330_000);
const check = (fields: object, signingKeys = [key], now = signedAt) =>
  verifyMailgunSignature(fields, { signingKeys, now });
const after = (minutes: number) => new Date(signedAt.getTime() + minutes * 60_000);
const sign = (timestamp: string, token: string, withKey = key) => ({
  timestamp,
  token,
  signature: createHmac('sha256', withKey).update(`${timestamp}${token}`).digest('hex'),
});

describe('verifyMailgunSignature', () => {
  it('accepts the known vector', () => {
    expect(check(fixture)).toEqual({ ok: true, replayKey: fixture.signature });
  });

  it('accepts the previous key during a rotation', () => {
    expect(check(fixture, ['new-key', key]).ok).toBe(true);
  });

  it('takes the last of repeated fields', () => {
    expect(check({ ...fixture, token: ['forged', fixture.token] }).ok).toBe(true);
    expect(check({ ...fixture, token: [fixture.token, 'forged'] })).toEqual({ ok: false, reason: 'signature' });
  });

  it('gives the same replay key however the signature is spelled', () => {
    expect(check({ ...fixture, signature: fixture.signature.toUpperCase() })).toEqual(check(fixture));
  });

  it('does not give a second replay key when digits move from the token into the timestamp', () => {
    const pair = sign('146126133', '0999');
    const moved = { ...pair, timestamp: '1461261330', token: '999' };
    expect(check(moved)).toEqual({ ok: true, replayKey: pair.signature });
  });

  it.each(['timestamp', 'token', 'signature'] as const)('refuses a missing or empty %s', (name) => {
    for (const value of [undefined, null, '', [], [null], 42, {}, [['x']]]) {
      expect(check({ ...fixture, [name]: value })).toEqual({ ok: false, reason: 'missing' });
    }
  });

  it.each([
    ['a flipped digit', { signature: `4${fixture.signature.slice(1)}` }],
    ['a short signature', { signature: fixture.signature.slice(2) }],
    ['an odd number of digits', { signature: fixture.signature.slice(1) }],
    ['text that is not hexadecimal', { signature: 'z'.repeat(64) }],
    ['another token', { token: `${fixture.token}0` }],
    ['a timestamp that reads as the same number', { timestamp: '01461261330' }],
  ])('refuses %s', (_name, change) => {
    expect(check({ ...fixture, ...change })).toEqual({ ok: false, reason: 'signature' });
  });

  it('refuses everything without a usable key', () => {
    expect(check(fixture, [`${key}\n`])).toEqual({ ok: false, reason: 'signature' });
    expect(check(fixture, [])).toEqual({ ok: false, reason: 'signature' });
    expect(check(sign(fixture.timestamp, fixture.token, ''), [''])).toEqual({ ok: false, reason: 'signature' });
  });

  it('accepts 12 hours of delay and 1 hour of skew, and nothing beyond', () => {
    expect(check(fixture, [key], after(12 * 60)).ok).toBe(true);
    expect(check(fixture, [key], after(12 * 60 + 1))).toEqual({ ok: false, reason: 'stale' });
    expect(check(fixture, [key], after(-60)).ok).toBe(true);
    expect(check(fixture, [key], after(-61))).toEqual({ ok: false, reason: 'stale' });
  });

  it('refuses a signed timestamp that is not a number of seconds', () => {
    for (const timestamp of ['soon', '1.4e9', '-1', '9'.repeat(40)]) {
      expect(check(sign(timestamp, 'token'))).toEqual({ ok: false, reason: 'stale' });
    }
  });
});
