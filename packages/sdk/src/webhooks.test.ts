import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { WebhookVerificationError } from './core/errors.ts';
import { webhooks } from './webhooks.ts';

// The published example of Standard Webhooks.
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const body = '{"test": 2432232314}';
const headers = {
  'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  'webhook-timestamp': '1614265330',
  'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};
const nowMs = 1_614_265_330_000;
/** What Norvalt sends; by Node's own implementation, not the one that is tested. */
function sign(raw: string, key: string, { id = 'whm_1', atMs = Date.now() } = {}) {
  const timestamp = String(Math.floor(atMs / 1000));
  const bytes = Buffer.from(key.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', bytes).update(`${id}.${timestamp}.${raw}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}

const event = JSON.stringify({ type: 'lead.created', data: { name: 'Kåre' } });

describe('webhooks.verify', () => {
  it('accepts the signature of the published example', async () => {
    await expect(webhooks.verify(body, headers, secret, { nowMs })).rejects.toThrow('is not an event');
  });

  it('takes text and bytes, and headers of fetch and of Node', async () => {
    const signed = sign(event, secret);
    const bytes = new TextEncoder().encode(event);
    for (const raw of [event, bytes, bytes.buffer])
      expect(await webhooks.verify(raw, signed, secret)).toEqual(JSON.parse(event));
    for (const given of [new Headers(signed), { 'Webhook-Id': signed['webhook-id'], ...signed }])
      expect(await webhooks.verify(event, given, secret)).toMatchObject({ type: 'lead.created' });
  });

  it('takes any of several signatures and of several secrets', async () => {
    const other = `whsec_${btoa('x'.repeat(24))}`;
    const [first, second] = [sign(event, secret), sign(event, other)];
    const both = {
      ...first,
      'webhook-signature': `v1a,abc ${second['webhook-signature']} ${first['webhook-signature']}`,
    };
    for (const known of [secret, other, [other, secret], ['whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', secret]])
      expect(await webhooks.verify(event, both, known)).toMatchObject({ type: 'lead.created' });
  });

  it.each([
    ['another body', { raw: `${event} ` }],
    ['another id', { change: { 'webhook-id': 'msg_2' } }],
    ['another time', { change: { 'webhook-timestamp': '1614265331' } }],
    ['another secret', { known: 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['a signature that is no base64', { change: { 'webhook-signature': 'v1,abcde v1,a_b= v1,' } }],
    ['no signature that can be read', { change: { 'webhook-signature': 'v2,abc v1,%%% v1' } }],
    ['a missing header', { change: { 'webhook-signature': undefined } }],
    ['a time that is no number', { change: { 'webhook-timestamp': 'now' } }],
    ['a time too long ago', { atMs: nowMs + 301_000 }],
    ['a time too far ahead', { atMs: nowMs - 301_000 }],
    ['a tolerance that is no number', { toleranceSeconds: Number.NaN }],
  ])(
    'refuses %s',
    async (_what, { raw = event, change = {}, known = secret, atMs = nowMs, toleranceSeconds }: Refused) => {
      const signed = sign(event, secret, { atMs: nowMs });
      const verified = webhooks.verify(raw, { ...signed, ...change }, known, { nowMs: atMs, toleranceSeconds });
      await expect(verified).rejects.toBeInstanceOf(WebhookVerificationError);
    },
  );

  it('allows 300 s either way', async () => {
    const signed = sign(event, secret, { atMs: nowMs });
    for (const atMs of [nowMs - 300_000, nowMs + 300_000])
      expect(await webhooks.verify(event, signed, secret, { nowMs: atMs })).toBeTruthy();
  });

  it.each([
    ['a parsed body', [JSON.parse(event), headers, secret], 'as it came'],
    ['no secret', [event, headers, undefined], 'whsec_'],
    ['an empty secret', [event, headers, ''], 'whsec_'],
    ['an empty list of secrets', [event, headers, []], 'whsec_'],
    ['a secret that is none', [event, headers, 'sk_live_1'], 'whsec_'],
    ['no headers', [event, undefined, secret], 'webhook-id is missing'],
  ])('cannot be skipped by %s', async (_what, given, says) => {
    await expect(webhooks.verify(...(given as Parameters<typeof webhooks.verify>))).rejects.toThrow(says as string);
  });
});

interface Refused {
  raw?: string;
  change?: Record<string, string | undefined>;
  known?: string;
  atMs?: number;
  toleranceSeconds?: number;
}
