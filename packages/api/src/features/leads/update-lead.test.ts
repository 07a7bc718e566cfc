import { beforeAll, describe, expect, it } from 'vitest';
import { startDealership } from '../../../test/start-dealership.ts';
import type { Person } from '../../../test/start-test-app.ts';
import { enquiry, postForm, roomyEnv, settle } from '../../../test/work.ts';
import type { components } from '../../generated/openapi.ts';

type Schemas = components['schemas'];
type Lead = Schemas['Lead'];
type Problem = Schemas['Problem'];

let rep: Person;
const { app, admin } = await startDealership({ env: roomyEnv });
beforeAll(async () => {
  rep = await app.addColleague(admin, 'sales_rep');
});

/** A lead that was answered: it is contacted. */
async function newLead(fields: Record<string, unknown> = {}): Promise<string> {
  const { body } = await postForm(app, admin.dealership.id, enquiry(fields));
  await settle(app);
  return body.lead_id;
}
const patch = <Body = Lead>(id: string, changes: unknown, headers: Record<string, string> = {}) =>
  admin.client.patch<Body>(`/v1/leads/${id}`, changes, headers);
const historyOf = async (id: string) =>
  (await admin.client.get<Schemas['HistoryList']>(`/v1/leads/${id}/history?limit=100`)).body.data;

describe('a change of status', () => {
  it.each([
    ['contacted', 'qualified'],
    ['contacted', 'appointment'],
    ['contacted', 'won'],
    ['contacted', 'lost'],
    ['qualified', 'appointment'],
    ['won', 'contacted'],
    ['lost', 'contacted'],
  ] as const)('from %s to %s is made, and is in the history with who and why', async (from, to) => {
    const id = await newLead();
    if (from !== 'contacted') await patch(id, { status: from });
    const answer = await patch(id, { status: to, status_reason: 'Fordi' });
    expect(answer).toMatchObject({ status: 200, body: { status: to, status_reason: 'Fordi' } });
    expect(answer.body.converted_at === null).toBe(to !== 'won' && from !== 'won');
    expect((await historyOf(id)).find((entry) => entry.reason === 'Fordi')).toMatchObject({
      type: 'status_changed',
      actor: { type: 'user', name: admin.user.name },
      from,
      to,
    });
  });

  it.each([
    ['contacted', 'new'],
    ['appointment', 'qualified'],
    ['won', 'lost'],
    ['lost', 'qualified'],
  ] as const)('from %s to %s is refused and changes nothing', async (from, to) => {
    const id = await newLead();
    if (from !== 'contacted') await patch(id, { status: from });
    const answer = await patch<Problem>(id, { status: to, tags: ['never'] });
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'invalid_transition', errors: [{ pointer: '#/status' }] },
    });
    expect((await admin.client.get<Lead>(`/v1/leads/${id}`)).body).toMatchObject({ status: from, tags: [] });
  });
});

describe('If-Match', () => {
  it('lets a change through only for the version that was read', async () => {
    const id = await newLead();
    const read = await admin.client.get<Lead>(`/v1/leads/${id}`);
    const etag = read.headers.get('etag') ?? '';
    expect(etag).toBe(`"${read.body.version}"`);
    const changed = await patch(id, { tags: ['one'] }, { 'if-match': etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
    const refused = await patch<Problem>(id, { tags: ['two'] }, { 'if-match': etag });
    expect(refused).toMatchObject({ status: 412, body: { code: 'precondition_failed' } });
    expect(refused.headers.get('etag')).toBe(changed.headers.get('etag'));
    expect((await patch(id, { tags: ['three'] }, { 'if-match': '*' })).status).toBe(200);
  });

  it('lets one of two at the same time through', async () => {
    const id = await newLead();
    const etag = (await admin.client.get(`/v1/leads/${id}`)).headers.get('etag') ?? '';
    const answers = await Promise.all(['a', 'b', 'c'].map((tag) => patch(id, { tags: [tag] }, { 'if-match': etag })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412, 412]);
    expect((await historyOf(id)).filter((entry) => entry.type === 'tags_changed')).toHaveLength(1);
  });

  it('is not needed: changes of different things at once are all made', async () => {
    const id = await newLead();
    const answers = await Promise.all([
      patch(id, { tags: ['messe'] }),
      patch(id, { status: 'qualified' }),
      patch(id, { assigned_to: rep.user.id }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect((await admin.client.get<Lead>(`/v1/leads/${id}`)).body).toMatchObject({
      tags: ['messe'],
      status: 'qualified',
      assigned_to: { id: rep.user.id },
    });
  });
});

describe('the other changes of a lead', () => {
  it('are each in its history', async () => {
    const id = await newLead();
    const vehicle = (await admin.client.post<Schemas['Vehicle']>('/v1/vehicles', { make: 'Skoda', model: 'Enyaq' }))
      .body;
    await patch(id, { assigned_to: admin.user.id });
    await patch(id, { assigned_to: null });
    await patch(id, { tags: ['vip', 'vip'] });
    await patch(id, { handled_by: 'human' });
    await patch(id, { customer: { name: 'Kari Nordmann', phone: '93456789', email: 'KARI.N@example.com' } });
    const changed = await patch(id, { vehicle_id: vehicle.id });
    expect(changed.body).toMatchObject({
      assigned_to: null,
      tags: ['vip'],
      handled_by: 'human',
      customer: { name: 'Kari Nordmann', phone: '+4793456789', email: 'kari.n@example.com' },
      vehicle: { id: vehicle.id, title: expect.stringContaining('Skoda Enyaq') },
    });
    expect(changed.body.customer.emails).toHaveLength(2);
    const mine = (await historyOf(id))
      .filter((entry) => entry.actor.name === admin.user.name)
      .map((entry) => entry.type);
    expect(mine.toSorted()).toEqual([
      'assigned',
      'assigned',
      'customer_changed',
      'follow_ups_cancelled',
      'handled_by_changed',
      'tags_changed',
      'vehicle_changed',
    ]);
    const found = await admin.client.get<Schemas['LeadList']>('/v1/leads?q=nordmann');
    expect(found.body.data.map((lead) => lead.id)).toEqual([id]);
  });

  it('make nothing of a change that changes nothing', async () => {
    const id = await newLead();
    const before = (await historyOf(id)).length;
    const nothing = { tags: [], status: 'contacted', handled_by: 'assistant', customer: { name: 'Kari Hansen' } };
    const lead = (await patch(id, nothing)).body;
    expect(lead.status).toBe('contacted');
    expect(await historyOf(id)).toHaveLength(before);
  });

  it('refuse a stranger, somebody else’s colleague, a car there is not, and what is no change', async () => {
    const id = await newLead();
    const other = await app.signUp();
    for (const assigned_to of ['usr_01JD8Y3M5T9Q4W7Z2X6C1V8B0N', other.user.id])
      expect((await patch<Problem>(id, { assigned_to })).body.errors?.[0]?.pointer).toBe('#/assigned_to');
    expect((await patch<Problem>(id, { vehicle_id: 'veh_x' })).body.errors?.[0]?.pointer).toBe('#/vehicle_id');
    expect((await patch(id, {})).status).toBe(400);
    expect((await patch(id, { score: 100 })).status).toBe(400);
    expect((await patch(id, { status: { $ne: 'new' } })).status).toBe(400);
    expect((await patch(id, { customer: { email: 'nope' } })).status).toBe(400);
  });

  it('teach who the customer is: the corrected address belongs to the same lead', async () => {
    const id = await newLead();
    await patch(id, { customer: { email: 'corrected@example.com' } });
    const { body } = await postForm(app, admin.dealership.id, enquiry({ email: 'corrected@example.com' }));
    expect(body.lead_id).toBe(id);
  });
});

describe('reading marks and deleting', () => {
  it('takes the unread mark off without making a new version', async () => {
    const id = await newLead();
    const before = (await admin.client.get<Lead>(`/v1/leads/${id}`)).body;
    expect(before.unread).toBe(true);
    expect((await admin.client.post(`/v1/leads/${id}/read`)).status).toBe(204);
    expect((await admin.client.get<Lead>(`/v1/leads/${id}`)).body).toMatchObject({
      unread: false,
      version: before.version,
    });
    expect((await admin.client.post(`/v1/leads/${id}/read`)).status).toBe(204);
  });

  it('deletes and restores, and both are in the history', async () => {
    const id = await newLead({ message: 'Unikt ord: sølvgrevling' });
    const search = async (extra = '') =>
      (await admin.client.get<Schemas['LeadList']>(`/v1/leads?q=s%C3%B8lvgrevling${extra}`)).body.data.map(
        (lead) => lead.id,
      );
    expect(await search()).toEqual([id]);
    expect((await admin.client.delete(`/v1/leads/${id}`)).status).toBe(204);
    expect(await search()).toEqual([]);
    expect(await search('&deleted=true')).toEqual([id]);
    expect((await admin.client.get(`/v1/leads/${id}`)).status).toBe(404);
    expect((await patch(id, { status: 'won' })).status).toBe(404);
    expect((await admin.client.post(`/v1/leads/${id}/messages`, { channel: 'email', text: 'Hei' })).status).toBe(404);
    expect((await admin.client.delete(`/v1/leads/${id}`)).status).toBe(404);
    const restored = await admin.client.post<Lead>(`/v1/leads/${id}/restore`);
    expect(restored).toMatchObject({ status: 200, body: { id, deleted_at: null, status: 'contacted' } });
    expect((await admin.client.post<Lead>(`/v1/leads/${id}/restore`)).body.version).toBe(restored.body.version);
    expect(await search()).toEqual([id]);
    const types = (await historyOf(id)).map((entry) => entry.type);
    expect(types).toEqual(expect.arrayContaining(['deleted', 'restored']));
  });

  it('hides what brought a deleted lead until it is restored', async () => {
    const id = await newLead({ message: 'Mitt ord er havørn' });
    const arrival = async () => {
      const { body } = await admin.client.get<Schemas['ArrivalList']>('/v1/arrivals?limit=100');
      return body.data.find(({ lead_id: leadId }) => leadId === id);
    };
    const before = await arrival();
    expect(before).toMatchObject({ excerpt: 'Mitt ord er havørn', from: expect.any(String) });
    await admin.client.delete(`/v1/leads/${id}`);
    expect(await arrival()).toEqual({ ...before, from: null, subject: null, excerpt: '' });
    await admin.client.post(`/v1/leads/${id}/restore`);
    expect(await arrival()).toEqual(before);
  });

  it('answers for another dealership’s lead as for one there is not', async () => {
    const id = await newLead();
    const other = await app.signUp();
    const calls = (leadId: string) =>
      Promise.all([
        other.client.get<Problem>(`/v1/leads/${leadId}`),
        other.client.patch<Problem>(`/v1/leads/${leadId}`, { status: 'won' }),
        other.client.delete<Problem>(`/v1/leads/${leadId}`),
        other.client.post<Problem>(`/v1/leads/${leadId}/restore`),
        other.client.post<Problem>(`/v1/leads/${leadId}/read`),
        other.client.get<Problem>(`/v1/leads/${leadId}/history`),
        other.client.get<Problem>(`/v1/leads/${leadId}/messages`),
        other.client.get<Problem>(`/v1/leads/${leadId}/follow-ups`),
      ]);
    const strip = (answers: { status: number; body: Problem }[]) =>
      answers.map(({ status, body }) => [status, { ...body, request_id: '' }]);
    const foreign = strip(await calls(id));
    expect(foreign).toEqual(strip(await calls('lead_01JD8Y3M5T9Q4W7Z2X6C1V8B0N')));
    expect(new Set(foreign.map(([status]) => status))).toEqual(new Set([404]));
    expect((await admin.client.get<Lead>(`/v1/leads/${id}`)).body).toMatchObject({
      status: 'contacted',
      deleted_at: null,
    });
  });
});
