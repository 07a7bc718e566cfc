import { describe, expect, it } from 'vitest';
import { startDealership } from '../../test/start-dealership.ts';
import { enquiry, leadRecord, messageRecords, outboxOf, postForm, roomyEnv, settle } from '../../test/work.ts';
import type { components } from '../generated/openapi.ts';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../lib/clock.ts';

type Lead = components['schemas']['Lead'];
type LeadList = components['schemas']['LeadList'];
type HistoryList = components['schemas']['HistoryList'];

const { app, admin, dealer, client } = await startDealership({ env: roomyEnv });

const readLead = async (id: string) => (await client().get<Lead>(`/v1/leads/${id}`)).body;
const historyOf = async (id: string) =>
  (await client().get<HistoryList>(`/v1/leads/${id}/history?limit=100`)).body.data.toReversed();

async function post(fields: Record<string, unknown>): Promise<string> {
  const answer = await postForm(app, dealer, fields);
  expect(answer.status).toBe(200);
  await settle(app);
  return answer.body.lead_id;
}

const repliesTo = async (leadId: string) =>
  (await outboxOf(client(), leadId)).filter((mail) => mail.audience === 'customer');

describe('the same person within 5 minutes', () => {
  it('is the same submission repeated: counted, nothing sent', async () => {
    const form = enquiry();
    const first = await post(form);
    app.clock.advance(5 * MINUTE_MS - 2 * SECOND_MS);
    expect(await post(form)).toBe(first);
    const lead = await readLead(first);
    expect(lead.submissions).toHaveLength(1);
    expect(lead.submissions[0]?.repeats).toBe(1);
    expect(lead.duplicate).toBe(false);
    expect(await repliesTo(first)).toHaveLength(1);
    const messages = await messageRecords(dealer, first);
    expect(messages.filter((message) => message.direction === 'inbound')).toHaveLength(1);
    expect(messages.filter((message) => message.purpose === 'alert')).toHaveLength(1);
    expect((await historyOf(first)).map((entry) => entry.type)).toContain('submission_repeated');
  });

  it('keeps other words as a message, and still sends nothing', async () => {
    const form = enquiry();
    const first = await post(form);
    await post({ ...form, message: 'Har den hengerfeste?' });
    const texts = (await messageRecords(dealer, first))
      .filter((message) => message.direction === 'inbound')
      .map((message) => message.text);
    expect(texts).toEqual([form.message, 'Har den hengerfeste?']);
    expect(await repliesTo(first)).toHaveLength(1);
    expect((await readLead(first)).submissions[0]?.repeats).toBe(1);
  });

  it('keeps the same words once, when one of the two forms does not name the car', async () => {
    const form = { ...enquiry(), vehicle_interest: 'Volvo XC60' };
    const first = await post(form);
    const { vehicle_interest: _, ...without } = form;
    for (let times = 0; times < 2; times += 1) expect(await post(without)).toBe(first);
    const messages = await messageRecords(dealer, first);
    expect(messages.filter((message) => message.direction === 'inbound')).toHaveLength(1);
  });

  it('ends at 5 minutes: a second later it is another submission of the same lead', async () => {
    const form = enquiry();
    const first = await post(form);
    app.clock.advance(5 * MINUTE_MS + SECOND_MS);
    expect(await post({ ...form, message: 'Har den hengerfeste?' })).toBe(first);
    const lead = await readLead(first);
    expect(lead.submissions.map((submission) => submission.message)).toEqual([form.message, 'Har den hengerfeste?']);
    expect(lead.duplicate).toBe(true);
    expect(await repliesTo(first)).toHaveLength(2);
  });

  it('leaves follow-ups as they are', async () => {
    const form = enquiry();
    const first = await post(form);
    await post(form);
    const followUps = await client().get<components['schemas']['FollowUpList']>(`/v1/leads/${first}/follow-ups`);
    expect(followUps.body.data.map((followUp) => followUp.state)).toEqual(['scheduled', 'scheduled']);
  });
});

describe('the same person within 7 days', () => {
  it('is not answered again for the same words', async () => {
    const form = enquiry({ vehicle_interest: 'Volvo XC60' });
    const first = await post(form);
    app.clock.advance(2 * DAY_MS);
    await post({ ...form, message: `  ${String(form.message).toUpperCase()} ` });
    expect((await readLead(first)).submissions).toHaveLength(2);
    expect(await repliesTo(first)).toHaveLength(1);
  });

  it('is answered for the same words about another car', async () => {
    const form = enquiry({ vehicle_interest: 'Volvo XC60' });
    const first = await post(form);
    app.clock.advance(2 * DAY_MS);
    await post({ ...form, vehicle_interest: 'Skoda Enyaq' });
    expect(await repliesTo(first)).toHaveLength(2);
    expect((await readLead(first)).vehicle_interest).toBe('Skoda Enyaq');
  });

  it('credits every source, marks the lead unread and calls off its follow-ups', async () => {
    const form = enquiry();
    const first = await post(form);
    await client().post(`/v1/leads/${first}/read`);
    const key = await app.secretKey({ ...admin, client: client() }, ['leads:write', 'leads:read']);
    app.clock.advance(DAY_MS);
    const again = await app
      .as(key)
      .post<Lead>('/v1/leads', { customer: { email: form.email }, message: 'Kan jeg komme på lørdag?' });
    await settle(app);
    expect(again.body.id).toBe(first);
    const lead = await readLead(first);
    expect(lead).toMatchObject({ source: 'website', sources: ['website', 'api'], unread: true });
    const followUps = await client().get<components['schemas']['FollowUpList']>(`/v1/leads/${first}/follow-ups`);
    expect(followUps.body.data.every((followUp) => followUp.state === 'cancelled')).toBe(true);
    expect((await historyOf(first)).map((entry) => entry.type)).toContain('submission_added');
  });

  it.each(['won', 'lost'] as const)(
    'reopens a lead that was %s, says so in its history and answers',
    async (status) => {
      const form = enquiry();
      const first = await post(form);
      await client().patch(`/v1/leads/${first}`, { status });
      app.clock.advance(DAY_MS);
      const answer = await postForm(app, dealer, { ...form, message: 'Hei igjen, hva koster den?' });
      await settle(app);
      expect(answer.body).toEqual({ lead_id: first, status: 'contacted' });
      expect(await readLead(first)).toMatchObject({ status: 'contacted', status_reason: 'The customer asked again' });
      expect(await historyOf(first)).toContainEqual(
        expect.objectContaining({
          type: 'status_changed',
          from: status,
          to: 'contacted',
          reason: 'The customer asked again',
        }),
      );
      expect(await repliesTo(first)).toHaveLength(2);
    },
  );

  it('measures from the latest submission', async () => {
    const form = enquiry();
    const first = await post(form);
    for (const message of ['En', 'To', 'Tre']) {
      app.clock.advance(6 * DAY_MS);
      expect(await post({ ...form, message })).toBe(first);
    }
  });

  it('opens a new lead where the old one was deleted', async () => {
    const form = enquiry();
    const first = await post(form);
    await client().delete(`/v1/leads/${first}`);
    app.clock.advance(DAY_MS);
    const second = await post(form);
    expect(second).not.toBe(first);
    expect(await repliesTo(second)).toHaveLength(1);
  });
});

describe('the same person after 7 days', () => {
  it('is a new lead of the same person, linked to the one before and answered', async () => {
    const form = enquiry();
    const first = await post(form);
    app.clock.advance(7 * DAY_MS + MINUTE_MS);
    const second = await post(form);
    const [old, fresh] = [await readLead(first), await readLead(second)];
    expect(second).not.toBe(first);
    expect(fresh).toMatchObject({ previous_lead_id: first, person_id: old.person_id, duplicate: false });
    expect(await repliesTo(second)).toHaveLength(1);
    const both = await client().get<LeadList>(`/v1/leads?person_id=${old.person_id}`);
    expect(both.body.data.map((lead) => lead.id).sort()).toEqual([first, second].sort());
  });

  it('is one new lead when it comes many times at once', async () => {
    const form = enquiry();
    const first = await post(form);
    app.clock.advance(8 * DAY_MS);
    const answers = await Promise.all(Array.from({ length: 10 }, () => postForm(app, dealer, form)));
    await settle(app);
    const ids = new Set(answers.map((answer) => answer.body.lead_id));
    expect(ids.size).toBe(1);
    const second = [...ids][0] ?? '';
    expect(second).not.toBe(first);
    expect(await readLead(second)).toMatchObject({ previous_lead_id: first });
    expect(await repliesTo(second)).toHaveLength(1);
  });
});

describe('who is the same person', () => {
  it('is told by the address whatever its case and blanks', async () => {
    const first = await post(enquiry({ email: 'Per.Olsen@Example.COM' }));
    expect(await post(enquiry({ email: '  per.olsen@example.com ' }))).toBe(first);
    expect((await readLead(first)).customer.email).toBe('per.olsen@example.com');
  });

  it('is told by the phone number however it is written, and learns the other address', async () => {
    const first = await post(enquiry({ phone: '91 23 45 67', email: 'one@example.com' }));
    expect(await post(enquiry({ phone: '+47 912 34 567', email: 'other@example.com' }))).toBe(first);
    expect((await readLead(first)).customer).toMatchObject({
      phone: '+4791234567',
      email: 'one@example.com',
      emails: ['one@example.com', 'other@example.com'],
    });
    expect(await post(enquiry({ email: 'other@example.com' }))).toBe(first);
  });

  it('keeps two people apart who turn out to share a phone', async () => {
    const first = await post(enquiry({ email: 'wife@example.com' }));
    const second = await post(enquiry({ email: 'husband@example.com', phone: '92 34 56 78' }));
    expect(await post(enquiry({ email: 'wife@example.com', phone: '92 34 56 78' }))).toBe(first);
    expect(second).not.toBe(first);
  });

  it('never meets a test lead with the same address', async () => {
    const owner = { ...admin, client: client() };
    const email = 'tester@example.com';
    const live = await post(enquiry({ email }));
    const key = await app.secretKey(owner, ['leads:write', 'leads:read'], 'test');
    const test = await app.as(key).post<Lead>('/v1/leads', { customer: { email }, message: 'Er den ledig?' });
    await settle(app);
    expect(test.body).toMatchObject({ test: true });
    expect(test.body.id).not.toBe(live);
    expect(test.body.person_id).not.toBe((await readLead(live)).person_id);
    expect((await app.as(key).get(`/v1/leads/${live}`)).status).toBe(404);
    const seen = (await app.as(key).get<LeadList>('/v1/leads')).body.data.map((lead) => lead.id);
    expect(seen).toEqual([test.body.id]);
  });

  it('is somebody else in another dealership', async () => {
    const other = await app.signUp();
    const form = enquiry();
    const here = await post(form);
    const there = await postForm(app, other.dealership.id, form);
    await settle(app);
    expect(there.body.lead_id).not.toBe(here);
    expect((await client().get(`/v1/leads/${there.body.lead_id}`)).status).toBe(404);
  });
});

describe('the same form posted 20 times at once', () => {
  it('makes one lead with one submission, one question and one reply', async () => {
    const form = enquiry();
    const answers = await Promise.all(Array.from({ length: 20 }, () => postForm(app, dealer, form)));
    await settle(app);
    expect(answers.map((answer) => answer.status)).toEqual(Array(20).fill(200));
    const ids = new Set(answers.map((answer) => answer.body.lead_id));
    expect(ids.size).toBe(1);
    const leadId = [...ids][0] ?? '';
    const lead = await leadRecord(dealer, leadId);
    expect(lead.submissions).toHaveLength(1);
    expect(lead.submissions[0]?.repeated_by).toHaveLength(19);
    const messages = await messageRecords(dealer, leadId);
    expect(messages.map((message) => message.purpose).sort()).toEqual(['alert', 'enquiry', 'reply']);
    expect(await repliesTo(leadId)).toHaveLength(1);
    const followUps = await client().get<components['schemas']['FollowUpList']>(`/v1/leads/${leadId}/follow-ups`);
    expect(followUps.body.data.map((followUp) => followUp.state)).toEqual(['scheduled', 'scheduled']);
  });
});
