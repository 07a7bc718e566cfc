import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProviderUnavailable } from '../send-result.ts';
import { type Behaviour, refusingAddress, type StubProvider, startStubProvider } from '../testing/stub-provider.ts';
import { createMailgunClient } from './mailgun-client.ts';
import { messageIdFor } from './message-id.ts';
import type { OutgoingMail } from './outgoing-mail.ts';

let stub: StubProvider;
beforeEach(async () => {
  stub = await startStubProvider();
});
afterEach(() => stub.close());

const mail: OutgoingMail = {
  sendKey: 'reply:lead_1',
  dealershipId: 'dlr_1',
  from: 'Fjord Bil <fjordbil@inn.example>',
  to: 'Ola Nordmann <ola@example.com>',
  subject: 'Volvo på lager?',
  text: 'Ja, den er ledig.\n\nPasser lørdag?',
  html: '<p>Ja, den er ledig.</p>',
  messageId: messageIdFor('reply:lead_1', 'inn.example'),
  inReplyTo: '<question@example.com>',
  references: ['<first@example.com>', '<question@example.com>'],
  replyTo: 'fjordbil+token@inn.example',
  unsubscribeUrl: 'https://norvalt.example/u/abc',
  automatic: true,
};
const accepted = { answer: 200, body: { id: '<id@mailgun>', message: 'Queued. Thank you.' } };
const client = (change: { baseUrl?: string; timeoutMs?: number } = {}) =>
  createMailgunClient({ apiKey: 'key-1', domain: 'inn.example', baseUrl: stub.baseUrl, timeoutMs: 5000, ...change });

async function formOf(entry = stub.ledger[0]): Promise<[string, string][]> {
  const headers = { 'content-type': entry?.headers['content-type'] ?? '' };
  const form = await new Response(entry?.body ?? '', { headers }).formData();
  return [...form.entries()].map(([name, value]) => [name, String(value)]);
}

describe('send', () => {
  it('posts a mail that is its text alone, and its files as they are', async () => {
    stub.behave(accepted);
    const attachments = [
      { name: 'lead.xml', contentType: 'application/xml', content: '<adf>Åse &amp; Ødegård</adf>\n' },
    ];
    await client().send({ ...mail, html: null, attachments });
    const headers = { 'content-type': stub.ledger[0]?.headers['content-type'] ?? '' };
    const form = await new Response(stub.ledger[0]?.body ?? '', { headers }).formData();
    expect(form.has('html')).toBe(false);
    const file = form.get('attachment');
    if (!(file instanceof File)) throw new Error('no file was posted');
    expect([file.name, file.type, await file.text()]).toEqual(['lead.xml', 'application/xml', attachments[0]?.content]);
  });

  it('posts one mail with our headers and no tracking', async () => {
    stub.behave(accepted);
    expect(await client().send(mail)).toEqual({ state: 'sent', providerId: '<id@mailgun>' });
    expect(stub.ledger).toHaveLength(1);
    expect(stub.ledger[0]).toMatchObject({ method: 'POST', path: '/v3/inn.example/messages' });
    expect(stub.ledger[0]?.headers.authorization).toBe(`Basic ${Buffer.from('api:key-1').toString('base64')}`);
    expect(Object.fromEntries(await formOf())).toEqual({
      from: 'Fjord Bil <fjordbil@inn.example>',
      to: 'Ola Nordmann <ola@example.com>',
      subject: 'Volvo på lager?',
      text: 'Ja, den er ledig.\r\n\r\nPasser lørdag?',
      html: '<p>Ja, den er ledig.</p>',
      'h:Message-Id': mail.messageId,
      'h:In-Reply-To': '<question@example.com>',
      'h:References': '<first@example.com> <question@example.com>',
      'h:Reply-To': 'fjordbil+token@inn.example',
      'h:List-Unsubscribe': '<https://norvalt.example/u/abc>',
      'h:List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'h:Auto-Submitted': 'auto-replied',
      'v:send_key': 'reply:lead_1',
      'v:dealership': 'dlr_1',
      'o:tracking': 'no',
    });
  });

  it('leaves out what a mail has not', async () => {
    stub.behave(accepted);
    await client().send({ ...mail, inReplyTo: null, references: [], unsubscribeUrl: null, automatic: false });
    const names = (await formOf()).map(([name]) => name);
    expect(names.filter((name) => name.startsWith('h:'))).toEqual(['h:Message-Id', 'h:Reply-To']);
  });

  it.each([
    [
      { answer: 400, body: { message: "to parameter is not a valid address: 'ola@example.com'" } },
      { state: 'failed', reason: "http_400: to parameter is not a valid address: '…'" },
    ],
    [
      { answer: 401, body: 'Forbidden' },
      { state: 'reconnect', reason: 'http_401' },
    ],
    [
      { answer: 403, body: { message: 'Domain is disabled' } },
      { state: 'reconnect', reason: 'http_403: Domain is disabled' },
    ],
    [
      { answer: 404, body: { message: 'Domain not found' } },
      { state: 'reconnect', reason: 'http_404: Domain not found' },
    ],
    [
      { answer: 302, headers: { Location: 'http://127.0.0.1/' } },
      { state: 'reconnect', reason: 'http_302' },
    ],
    [
      { answer: 429, headers: { 'Retry-After': '7' } },
      { state: 'retry', reason: 'http_429', retryAfterMs: 7000 },
    ],
    [
      {
        answer: 429,
        headers: { 'Retry-After': 'Thu, 12 Nov 2026 14:01:00 GMT', Date: 'Thu, 12 Nov 2026 14:00:00 GMT' },
      },
      { state: 'retry', reason: 'http_429', retryAfterMs: 60_000 },
    ],
    [{ answer: 429 }, { state: 'retry', reason: 'http_429' }],
    [{ answer: 500 }, { state: 'unknown', reason: 'http_500' }],
    [
      { answer: 503, headers: { 'Retry-After': '5' } },
      { state: 'unknown', reason: 'http_503' },
    ],
    [
      { answer: 200, body: 'not json' },
      { state: 'sent', providerId: null },
    ],
    ['reset', { state: 'unknown', reason: 'ECONNRESET' }],
    ['cut_answer_off', { state: 'unknown', reason: 'answer_cut_off' }],
  ] as [Behaviour, object][])('%j → %j', async (behaviour, expected) => {
    stub.behave(behaviour);
    expect(await client().send(mail)).toEqual(expected);
    expect(stub.ledger).toHaveLength(1);
  });

  it('does not know what became of a mail that was never answered', async () => {
    stub.behave('silence');
    expect(await client({ timeoutMs: 150 }).send(mail)).toEqual({ state: 'unknown', reason: 'timeout' });
    expect(stub.ledger).toHaveLength(1);
  });

  it('knows that nothing was sent when there was no connection', async () => {
    const refused = await client({ baseUrl: `http://${await refusingAddress()}` }).send(mail);
    expect(refused).toEqual({ state: 'retry', reason: 'ECONNREFUSED' });
    const noTls = await client({ baseUrl: stub.baseUrl.replace('http:', 'https:') }).send(mail);
    expect(noTls.state).toBe('retry');
    expect(stub.ledger).toEqual([]);
  });

  it.each([
    ['a second recipient', { to: 'ola@example.com, eve@evil.example' }],
    ['a recipient that is none', { to: 'Ola' }],
    ['a header in the recipient', { to: 'Ola <ola@example.com>\r\nBcc: eve@evil.example' }],
    ['a header in the sender', { from: 'Fjord\r\nBcc: eve@evil.example <a@b.no>' }],
    ['a header in Reply-To', { replyTo: 'a@b.no\nBcc: eve@evil.example' }],
    ['a message id that is none', { messageId: 'x\r\nBcc: eve@evil.example' }],
  ])('refuses %s without asking', async (_name, change) => {
    stub.behave(accepted);
    expect((await client().send({ ...mail, ...change })).state).toBe('failed');
    expect(stub.ledger).toEqual([]);
  });

  it('lets no header through subject, ids or unsubscribe address', async () => {
    stub.behave(accepted);
    const evil = 'x\r\nBcc: eve@evil.example';
    await client().send({
      ...mail,
      subject: evil,
      inReplyTo: evil,
      references: [evil, '<a@b.no>'],
      unsubscribeUrl: `https://x.no/${evil}`,
    });
    const form = (await formOf()).filter(([name]) => !['text', 'html'].includes(name));
    for (const [, value] of form) expect(value).not.toMatch(/[\r\n]/);
    expect(form.filter(([name]) => name === 'to')).toEqual([['to', 'Ola Nordmann <ola@example.com>']]);
  });
});

describe('findSent', () => {
  const since = new Date('2026-11-12T14:00:00Z');
  const bareId = mail.messageId.slice(1, -1);
  const events = (...ids: string[]) => ({
    answer: 200,
    body: { items: ids.map((id) => ({ event: 'accepted', message: { headers: { 'message-id': id } } })), paging: {} },
  });

  it('asks the event log for our id since then', async () => {
    stub.behave(events(bareId));
    expect(await client().findSent(mail.messageId, since)).toBe('found');
    const url = new URL(stub.ledger[0]?.path ?? '', stub.baseUrl);
    expect(url.pathname).toBe('/v3/inn.example/events');
    expect(url.searchParams.get('message-id')).toBe(bareId);
    expect(Number(url.searchParams.get('begin'))).toBe(since.getTime() / 1000 - 300);
  });

  it('does not find another', async () => {
    stub.behave(events());
    expect(await client().findSent(mail.messageId, since)).toBe('not_found');
    stub.behave(events('another@inn.example'));
    expect(await client().findSent(mail.messageId, since)).toBe('not_found');
  });

  it.each([
    { answer: 500 },
    { answer: 401 },
    { answer: 429 },
    { answer: 200, body: 'html' },
    { answer: 200, body: { items: {} } },
    'reset',
    'cut_answer_off',
  ] as Behaviour[])('says so when it can not know: %j', async (behaviour) => {
    stub.behave(behaviour);
    await expect(client().findSent(mail.messageId, since)).rejects.toThrow(ProviderUnavailable);
  });
});
