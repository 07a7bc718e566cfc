import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Person, startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import { isSuppressed, makeUnsubscribeUrl } from '../../delivery/suppression.ts';
import { Suppression } from '../../delivery/suppression-model.ts';
import type { components } from '../../generated/openapi.ts';
import { newId } from '../../lib/ids.ts';
import { sealText } from '../../lib/secrets.ts';
import { asOperator, runAsTenant } from '../../tenancy/context.ts';
import { FollowUp } from '../follow-ups/model.ts';

type Lead = components['schemas']['Lead'];

let api: TestApp;
let anne: Person;
let leadId: string;
let path: string;
const address = 'ola@example.com';

beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());
beforeEach(async () => {
  anne = await api.signUp({ dealership_name: '<b>Fjord</b> & Bil' });
  leadId = await leadOf(anne);
  path = pathFor(anne);
});

function pathFor(person: Person, channel: 'email' | 'sms' = 'email', to = address): string {
  const { env } = api.services;
  const url = makeUnsubscribeUrl(env, { dealershipId: person.dealership.id, channel, address: to });
  expect(url.startsWith(`${env.publicUrl}/unsubscribe/`)).toBe(true);
  return url.slice(env.publicUrl.length);
}

/** A lead of Ola's with two follow-ups ahead. */
async function leadOf(person: Person): Promise<string> {
  const customer = { name: 'Ola Nordmann', email: address, phone: '+4790123456' };
  const lead = await person.client.post<Lead>('/v1/leads', { source: 'manual', customer, message: 'Hei' });
  await runAsTenant(person.dealership.id, () =>
    FollowUp.insertMany(
      [1, 2].map((step) => ({
        _id: newId('fup'),
        lead_id: lead.body.id,
        step,
        last_step: step === 2,
        state: 'scheduled',
        state_reason: null,
        due_at: new Date(Date.now() + step * 86_400_000),
        message_id: null,
      })),
    ),
  );
  return lead.body.id;
}

const suppressed = (person: Person, channel: 'email' | 'sms' = 'email', to = address) =>
  runAsTenant(person.dealership.id, () => isSuppressed(channel, to));
const followUps = async (person: Person, id: string) =>
  (await person.client.get<{ data: { state: string }[] }>(`/v1/leads/${id}/follow-ups`)).body.data.map(
    (item) => item.state,
  );
const history = async () =>
  (await anne.client.get<{ data: { type: string }[] }>(`/v1/leads/${leadId}/history`)).body.data.map(
    (item) => item.type,
  );

describe('the link in a mail', () => {
  it('shows one button and changes nothing, because scanners follow links', async () => {
    const page = await api.as(null).get<string>(path);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.body).toContain('<html lang="nb">');
    expect(page.body.match(/<button>/g)).toHaveLength(1);
    expect(page.body).toContain('Stopp meldingene');
    expect(page.body).toContain('&lt;b&gt;Fjord&lt;/b&gt; &amp; Bil');
    expect((await api.as(null).send('HEAD', path)).status).toBe(200);
    expect(await suppressed(anne)).toBe(false);
    expect(await followUps(anne, leadId)).toEqual(['scheduled', 'scheduled']);
  });

  it('carries its style and nothing else', async () => {
    const page = await api.as(null).get<string>(path);
    const policy = page.headers.get('content-security-policy') ?? '';
    const style = /<style>([\s\S]*)<\/style>/.exec(page.body)?.[1] ?? '';
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy).toContain("default-src 'none'");
    expect(page.body).not.toMatch(/<script|<img|<link|src=/);
  });

  it('speaks English for a dealership that does', async () => {
    await anne.client.patch('/v1/dealership', { language: 'en' });
    expect((await api.as(null).get<string>(path)).body).toContain('Stop the messages');
  });
});

describe('the button, and a mail program’s one click', () => {
  const form = new FormData();
  form.set('List-Unsubscribe', 'One-Click');

  it.each([
    ['a form', 'List-Unsubscribe=One-Click', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a multipart form', form, {}],
    ['nothing', undefined, {}],
    ['anything', '{"broken', { 'content-type': 'application/json' }],
  ])('stops messages with %s as body', async (_what, body, headers) => {
    const answer = await api.as(null).post<string>(path, body, headers as Record<string, string>);
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('Meldingene er stoppet');
    expect(answer.body).not.toContain('<button>');
    expect(await suppressed(anne)).toBe(true);
    expect(await suppressed(anne, 'email', ' OLA@Example.com ')).toBe(true);
    expect(await suppressed(anne, 'sms', '+4790123456')).toBe(false);
    expect(await followUps(anne, leadId)).toEqual(['cancelled', 'cancelled']);
  });

  it('may be pressed again', async () => {
    for (let times = 0; times < 3; times += 1) expect((await api.as(null).post(path)).status).toBe(200);
    expect(await asOperator(() => Suppression.countDocuments({ dealership_id: anne.dealership.id }))).toBe(1);
    expect((await history()).filter((type) => type === 'unsubscribed')).toHaveLength(1);
    expect((await history()).filter((type) => type === 'follow_ups_cancelled')).toHaveLength(1);
  });

  it('keeps no address', async () => {
    await api.as(null).post(path);
    const stored = await asOperator(() => Suppression.find({ dealership_id: anne.dealership.id }).lean());
    expect(stored).toMatchObject([{ channel: 'email', reason: 'unsubscribed' }]);
    expect(JSON.stringify(stored)).not.toContain('ola');
  });

  it('stops SMS for a number', async () => {
    await api.as(null).post(pathFor(anne, 'sms', '+4790123456'));
    expect(await suppressed(anne, 'sms', '+47 901 23 456')).toBe(true);
    expect(await suppressed(anne)).toBe(false);
    expect(await followUps(anne, leadId)).toEqual(['cancelled', 'cancelled']);
  });

  it('reaches nobody but the dealership that wrote', async () => {
    const berit = await api.signUp();
    const otherLead = await leadOf(berit);
    await api.as(null).post(path);
    expect(await suppressed(berit)).toBe(false);
    expect(await followUps(berit, otherLead)).toEqual(['scheduled', 'scheduled']);
  });

  it('knows only links that we made', async () => {
    const { env } = api.services;
    const claim = JSON.stringify({ d: anne.dealership.id, c: 'email', a: address });
    const forged = [
      `${path.slice(0, -2)}${path.endsWith('A') ? 'B' : 'A'}A`,
      `/unsubscribe/${sealText(env.encryptionKey, 'refresh', claim)}`,
      `/unsubscribe/${sealText('another secret of 32 characters!', 'unsubscribe', claim)}`,
      `/unsubscribe/${Buffer.from(claim).toString('base64url')}`,
      '/unsubscribe/x',
    ];
    for (const link of forged) {
      expect((await api.as(null).get(link)).status).toBe(404);
      expect((await api.as(null).post(link)).status).toBe(404);
    }
    expect(await suppressed(anne)).toBe(false);
  });
});
