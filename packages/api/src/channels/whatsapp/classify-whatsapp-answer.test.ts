import { expect, it } from 'vitest';
import type { ProviderAnswer } from '../provider-request.ts';
import { classifyWhatsAppAnswer } from './classify-whatsapp-answer.ts';

const answer = (status: number, body: unknown, headers = {}): ProviderAnswer => ({
  kind: 'answer',
  status,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const refused = (status: number, code: number, message = 'No') => answer(status, { error: { code, message } });

it.each<[string, ProviderAnswer, object]>([
  ['accepted', answer(200, { messages: [{ id: 'wamid.1' }] }), { state: 'sent', providerId: 'wamid.1' }],
  ['accepted without an id', answer(200, {}), { state: 'unknown' }],
  ['a page instead of an answer', answer(200, '<html>'), { state: 'unknown' }],
  ['never connected', { kind: 'not_sent', reason: 'ECONNREFUSED' }, { state: 'retry' }],
  ['reset after it was written', { kind: 'ambiguous', reason: 'ECONNRESET' }, { state: 'unknown' }],
  ['something went wrong', refused(500, 131000), { state: 'unknown' }],
  ['out of order, and it says so', refused(500, 131016), { state: 'retry' }],
  ['too fast', refused(429, 130429), { state: 'retry', reason: 'rate_limit' }],
  [
    'too fast, with a wait',
    { ...refused(400, 131056), headers: { 'retry-after': '60' } } as ProviderAnswer,
    { state: 'retry', retryAfterMs: 60_000 },
  ],
  ['more than 24 hours', refused(400, 131047), { state: 'failed', reason: 'window_closed' }],
  ['not on WhatsApp', refused(400, 131026), { state: 'failed', reason: 'not_reachable_on_whatsapp' }],
  ['opted out', refused(400, 131050), { state: 'failed', reason: 'opted_out' }],
  ['a template that is gone', refused(404, 132001), { state: 'failed', reason: 'template_missing' }],
  ['a token that is over', refused(401, 190), { state: 'reconnect' }],
  ['no permission', refused(403, 200), { state: 'reconnect' }],
  ['no payment', refused(400, 131042), { state: 'reconnect', reason: 'payment_missing' }],
  ['a code that nobody knows', refused(400, 999_999, 'Bad +47 901 23 456'), { state: 'failed' }],
])('%s is what it is', (_, given, expected) => {
  const result = classifyWhatsAppAnswer(given);
  expect(result).toMatchObject(expected);
  expect(JSON.stringify(result)).not.toContain('901 23 456');
});
