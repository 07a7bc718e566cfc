import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProviderUnavailable } from '../send-result.ts';
import { type Behaviour, refusingAddress, type StubProvider, startStubProvider } from '../testing/stub-provider.ts';
import { createTwilioClient } from './twilio-client.ts';

let stub: StubProvider;
beforeEach(async () => {
  stub = await startStubProvider();
});
afterEach(() => stub.close());

const sms = { to: '+4790123456', text: 'Ny henvendelse fra Åse & Ola', sendKey: 'alert:lead_1', statusUrl: null };
const settings = { accountSid: 'AC1', authToken: 'secret', from: '+4759440000', timeoutMs: 5000 };
const client = (change: Partial<typeof settings & { baseUrl: string }> = {}) =>
  createTwilioClient({ ...settings, baseUrl: stub.baseUrl, ...change });
const refusal = (answer: number, code: number, message: string) => ({
  answer,
  body: { code, message, status: answer },
});

describe('send', () => {
  it('posts one message', async () => {
    stub.behave({ answer: 201, body: { sid: 'SM1', status: 'queued' } });
    expect(await client().send(sms)).toEqual({ state: 'sent', providerId: 'SM1' });
    expect(stub.ledger).toHaveLength(1);
    expect(stub.ledger[0]).toMatchObject({ method: 'POST', path: '/2010-04-01/Accounts/AC1/Messages.json' });
    expect(stub.ledger[0]?.headers).toMatchObject({
      authorization: `Basic ${Buffer.from('AC1:secret').toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
      'i-twilio-idempotency-token': 'alert%3Alead_1',
    });
    expect(Object.fromEntries(new URLSearchParams(stub.ledger[0]?.body))).toEqual({
      To: '+4790123456',
      Body: 'Ny henvendelse fra Åse & Ola',
      From: '+4759440000',
    });
  });

  it('sends by a messaging service when that is what it has', async () => {
    stub.behave({ answer: 201, body: { sid: 'SM1' } });
    await client({ from: 'MG123' }).send(sms);
    const form = new URLSearchParams(stub.ledger[0]?.body);
    expect([form.get('MessagingServiceSid'), form.get('From')]).toEqual(['MG123', null]);
  });

  it.each([
    [refusal(400, 21610, 'Attempt to send to unsubscribed recipient'), { state: 'failed', reason: 'opted_out' }],
    [refusal(400, 21211, "The 'To' number +4790123456 is not valid"), { state: 'failed', reason: 'number_invalid' }],
    [refusal(400, 21617, 'Too long: +4790123456'), { state: 'failed', reason: 'http_400: Too long: …' }],
    [refusal(400, 21606, "The 'From' number is not yours"), { state: 'reconnect', reason: 'sender_invalid' }],
    [refusal(401, 20003, 'Authenticate'), { state: 'reconnect', reason: 'http_401: Authenticate' }],
    [refusal(403, 20403, 'Forbidden'), { state: 'reconnect', reason: 'http_403: Forbidden' }],
    [
      { answer: 429, headers: { 'Retry-After': '2' }, body: { code: 20429 } },
      { state: 'retry', reason: 'http_429', retryAfterMs: 2000 },
    ],
    [refusal(429, 21611, 'queue'), { state: 'retry', reason: 'queue_full' }],
    [
      { answer: 500, body: '<html>' },
      { state: 'unknown', reason: 'http_500' },
    ],
    [{ answer: 503 }, { state: 'unknown', reason: 'http_503' }],
    [
      { answer: 201, body: 'not json' },
      { state: 'sent', providerId: null },
    ],
    ['reset', { state: 'unknown', reason: 'ECONNRESET' }],
    ['cut_answer_off', { state: 'unknown', reason: 'answer_cut_off' }],
  ] as [Behaviour, object][])('%j → %j', async (behaviour, expected) => {
    stub.behave(behaviour);
    expect(await client().send(sms)).toEqual(expected);
    expect(stub.ledger).toHaveLength(1);
  });

  it('does not know what became of a message that was never answered', async () => {
    stub.behave('silence');
    expect(await client({ timeoutMs: 150 }).send(sms)).toEqual({ state: 'unknown', reason: 'timeout' });
    expect(stub.ledger).toHaveLength(1);
  });

  it('knows that nothing was sent when there was no connection', async () => {
    const refused = await client({ baseUrl: `http://${await refusingAddress()}` }).send(sms);
    expect(refused).toEqual({ state: 'retry', reason: 'ECONNREFUSED' });
  });

  it.each(['90123456', '+47 901 23 456', '+4790123456,+4790123457', 'whatsapp:+4790123456', ''])(
    'refuses to send to %j',
    async (to) => {
      expect(await client().send({ ...sms, to })).toEqual({ state: 'failed', reason: 'number_invalid' });
      expect(stub.ledger).toEqual([]);
    },
  );
});

describe('findSent', () => {
  const since = new Date('2026-11-12T14:00:00.500Z');
  const query = { to: sms.to, text: sms.text, since };
  const message = (change: object = {}) => ({
    sid: 'SM1',
    body: sms.text,
    to: sms.to,
    direction: 'outbound-api',
    date_created: 'Thu, 12 Nov 2026 14:00:00 +0000',
    date_sent: null,
    status: 'queued',
    ...change,
  });
  const list = (...messages: object[]) => ({
    answer: 200,
    body: { messages, page: 0, page_size: 200, next_page_uri: null },
  });

  it('asks for what went to the number', async () => {
    stub.behave(list(message()));
    expect(await client().findSent(query)).toEqual(['SM1']);
    const url = new URL(stub.ledger[0]?.path ?? '', stub.baseUrl);
    expect([url.pathname, url.searchParams.get('To')]).toEqual([
      '/2010-04-01/Accounts/AC1/Messages.json',
      '+4790123456',
    ]);
  });

  it.each([
    ['with the sentence of a trial account', { body: `Sent from your Twilio trial account - ${sms.text}` }, 'found'],
    ['with other line ends', { body: sms.text.replace(' ', '\r\n') }, 'found'],
    ['even when it could not be delivered', { status: 'undelivered' }, 'found'],
    ['but not another text', { body: 'Noe annet' }, 'not_found'],
    ['but not one that only ends like it', { body: `Nei. ${sms.text}` }, 'not_found'],
    ['by a clock that is minutes behind ours', { date_created: 'Thu, 12 Nov 2026 13:56:00 +0000' }, 'found'],
    ['but not an earlier one', { date_created: 'Thu, 12 Nov 2026 13:54:59 +0000' }, 'not_found'],
    ['but not one that came from there', { direction: 'inbound' }, 'not_found'],
  ])('finds it %s', async (_name, change, expected) => {
    stub.behave(list(message(change)));
    expect(await client().findSent(query)).toEqual(expected === 'found' ? ['SM1'] : []);
  });

  it.each([
    { answer: 500 },
    { answer: 401 },
    { answer: 429 },
    { answer: 200, body: 'html' },
    'reset',
    'cut_answer_off',
  ] as Behaviour[])('says so when it can not know: %j', async (behaviour) => {
    stub.behave(behaviour);
    await expect(client().findSent(query)).rejects.toThrow(ProviderUnavailable);
  });
});
