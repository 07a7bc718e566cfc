import { describe, expect, it } from 'vitest';
import { losesOne, withFaults } from '../../../test/faults.ts';
import { startDealership } from '../../../test/start-dealership.ts';
import { enquiry, leadRecord, messageRecords, postForm, roomyEnv, settle } from '../../../test/work.ts';
import type { components } from '../../generated/openapi.ts';
import { sweepArrivals } from '../../intake/work-on-arrival.ts';
import { MINUTE_MS } from '../../lib/clock.ts';
import { runAsTenant } from '../../tenancy/context.ts';
import { Arrival } from '../arrivals/model.ts';

type Problem = components['schemas']['Problem'];
type LeadView = components['schemas']['Lead'];

const { app, admin, dealer } = await startDealership({ env: roomyEnv });

const url = () => `/webhooks/form/${dealer}`;
const metadataOf = async (leadId: string) => (await leadRecord(dealer, leadId)).submissions[0]?.metadata;
const countArrivals = () => runAsTenant(dealer, () => Arrival.countDocuments({}));

describe('a post of any form', () => {
  it('becomes a lead at once', async () => {
    const answer = await postForm(app, dealer, {
      name: 'Kari Hansen',
      email: 'kari@example.com',
      phone: '90 12 34 56',
      vehicle_interest: 'Volvo XC60',
      message: 'Er den ledig?',
      source_url: 'https://dealer.example/xc60',
    });
    expect(answer).toMatchObject({ status: 200, body: { status: 'new' } });
    const lead = (await admin.client.get<LeadView>(`/v1/leads/${answer.body.lead_id}`)).body;
    expect(lead).toMatchObject({
      source: 'website',
      customer: { name: 'Kari Hansen', email: 'kari@example.com', phone: '+4790123456' },
      vehicle_interest: 'Volvo XC60',
      message: 'Er den ledig?',
      unread: true,
      test: false,
      submissions: [{ source_url: 'https://dealer.example/xc60', metadata: {} }],
    });
  });

  it('may be form-encoded', async () => {
    const body = new URLSearchParams({
      name: 'Åse Østby',
      email: 'ase@example.com',
      message: 'Hva koster den?',
      'newsletter[topic]': 'elbil',
    });
    const answer = await app.as(null).post<{ lead_id: string }>(url(), body.toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(answer.status).toBe(200);
    expect((await leadRecord(dealer, answer.body.lead_id)).customer.name).toBe('Åse Østby');
    expect(await metadataOf(answer.body.lead_id)).toEqual({ 'newsletter[topic]': 'elbil' });
  });

  it('keeps fields it does not know as metadata, whatever they are called', async () => {
    const json = `{"name":"Ola","email":"ola-meta@example.com","message":"Hei","budget":300000,"newsletter":true,
      "$where":"sleep(1000)","a.b":"dot","__proto__":{"polluted":"yes"},"constructor":"c","dealership_id":"dlr_other",
      "nested":{"$gt":""},"list":["a","b"],"empty":"","nothing":null}`;
    const answer = await app.as(null).post<{ lead_id: string }>(url(), json, { 'content-type': 'application/json' });
    expect(answer.status).toBe(200);
    expect(await metadataOf(answer.body.lead_id)).toEqual({
      budget: 300000,
      newsletter: true,
      _where: 'sleep(1000)',
      a_b: 'dot',
      constructor: 'c',
      dealership_id: 'dlr_other',
      nested: '{"$gt":""}',
      list: '["a","b"]',
    });
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
    expect((await admin.client.get(`/v1/leads/${answer.body.lead_id}`)).status).toBe(200);
  });

  it('treats operators in form fields as text of strange names', async () => {
    const body = 'name=Ola&email=ola-op%40example.com&message=Hei&filter%5B%24ne%5D=1';
    const answer = await app.as(null).post<{ lead_id: string }>(url(), body, {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(answer.status).toBe(200);
    expect(await metadataOf(answer.body.lead_id)).toEqual({ 'filter[_ne]': '1' });
  });

  it('keeps a phone that is no number as it was written', async () => {
    const answer = await postForm(app, dealer, { phone: 'ring meg' });
    expect((await leadRecord(dealer, answer.body.lead_id)).customer.phone).toBe('ring meg');
  });

  it.each([
    ['email', { email: 'not an address' }, '#/email'],
    ['email', { email: undefined }, '#/email'],
    ['message', { message: ' ' }, '#/message'],
    ['message', { message: 'x'.repeat(10_001) }, '#/message'],
    ['name', { name: { $gt: '' } }, '#/name'],
    ['phone', { phone: ['1'] }, '#/phone'],
  ])('refuses a bad %s, names it and stores nothing', async (_name, fields, pointer) => {
    const before = await countArrivals();
    const answer = await app.as(null).post<Problem>(url(), enquiry(fields));
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    expect(answer.body.errors?.map((error) => error.pointer)).toContain(pointer);
    expect(await countArrivals()).toBe(before);
  });

  it('refuses what is not JSON, what is too large and a dealership there is not', async () => {
    const json = { 'content-type': 'application/json' };
    expect((await app.as(null).post<Problem>(url(), '{"name":', json)).body.code).toBe('malformed_json');
    const huge = await app.as(null).post<Problem>(url(), enquiry({ message: 'x'.repeat(1_000_000) }));
    expect(huge.status).toBe(413);
    expect((await postForm(app, 'dlr_01JD8Y3M5T9Q4W7Z2X6C1V8B0N')).status).toBe(404);
  });

  it('is answered 503 while the database is away, and stored when it is sent again', async () => {
    const form = enquiry();
    await withFaults(losesOne('arrivals'), async () => {
      const refused = await app.as(null).post<Problem>(url(), form);
      expect(refused).toMatchObject({ status: 503, body: { code: 'unavailable' } });
      expect(refused.headers.get('retry-after')).toBe('2');
    });
    expect((await postForm(app, dealer, form)).status).toBe(200);
  });

  it('is answered 202 when it is stored but no lead yet, and becomes one with the next sweep', async () => {
    const form = enquiry();
    let arrivalId = '';
    await withFaults(losesOne('leads'), async () => {
      const answer = await app.as(null).post<{ arrival_id: string; status: string }>(url(), form);
      expect(answer).toMatchObject({ status: 202, body: { status: 'accepted' } });
      arrivalId = answer.body.arrival_id;
    });
    app.clock.advance(MINUTE_MS);
    await sweepArrivals(app.services);
    await settle(app);
    const arrival = await runAsTenant(dealer, () => Arrival.findOne({ _id: arrivalId }).lean());
    expect(arrival).toMatchObject({ state: 'done', outcome: 'lead_created', attempts: 2, error: null });
    const messages = await messageRecords(dealer, arrival?.lead_id ?? '');
    expect(messages.map((message) => message.purpose).sort()).toEqual(['alert', 'enquiry', 'reply']);
  });
});
