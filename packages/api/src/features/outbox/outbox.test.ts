import { beforeAll, describe, expect, it } from 'vitest';
import { startDealership } from '../../../test/start-dealership.ts';
import type { Person } from '../../../test/start-test-app.ts';
import { messageRecords, postForm, roomyEnv, settle } from '../../../test/work.ts';
import type { components } from '../../generated/openapi.ts';

type OutboxList = components['schemas']['OutboxList'];

let rep: Person;
let leadId: string;
const { app, admin } = await startDealership({ env: roomyEnv });
beforeAll(async () => {
  rep = await app.addColleague(admin, 'sales_rep');
  await rep.client.patch('/v1/auth/me', { phone: '+47 912 34 501' });
  leadId = (await postForm(app, admin.dealership.id)).body.lead_id;
  await settle(app);
});

const list = async (person: Person, query = '') =>
  (await person.client.get<OutboxList>(`/v1/outbox${query}`)).body.data;

describe('the outbox', () => {
  it('holds what would have been sent, newest first', async () => {
    const all = await list(admin, `?lead_id=${leadId}`);
    expect(all.map(({ channel, audience }) => `${channel} ${audience}`).sort()).toEqual([
      'email customer',
      'sms staff',
    ]);
    expect((await list(admin, '?channel=sms')).map((message) => message.to)).toEqual(['+4791234501']);
    const times = (await list(admin)).map((message) => message.sent_at);
    expect(times).toEqual(times.toSorted().reverse());
  });

  it('shows invitations, which are a way in, to admins only', async () => {
    const invited = (messages: OutboxList['data']) => messages.filter(({ text }) => text.includes('invitation?token='));
    expect(invited(await list(admin))).toHaveLength(1);
    expect(invited(await list(rep))).toEqual([]);
    expect((await list(rep)).length).toBeGreaterThan(0);
  });

  it('is each dealership’s own', async () => {
    const other = await app.signUp();
    expect(await list(other)).toEqual([]);
    expect(await list(other, `?lead_id=${leadId}`)).toEqual([]);
    const mail = (await list(admin, `?lead_id=${leadId}&channel=email`))[0];
    expect((await other.client.post(`/v1/outbox/${mail?.id}/reply`, { text: 'Hei' })).status).toBe(404);
  });

  it('lets a mail be answered as the customer would, which ends in the thread and is answered', async () => {
    const mail = (await list(rep, `?lead_id=${leadId}&channel=email`))[0];
    const answer = await rep.client.post<{ status: string }>(`/v1/outbox/${mail?.id}/reply`, {
      text: 'Hva koster den?',
    });
    expect(answer).toMatchObject({ status: 202, body: { status: 'accepted' } });
    await settle(app);
    const messages = (await messageRecords(admin.dealership.id, leadId)).filter(
      ({ audience }) => audience === 'customer',
    );
    expect(messages.map(({ direction, state }) => `${direction} ${state}`)).toEqual([
      'inbound received',
      'outbound sent',
      'inbound received',
      'outbound sent',
    ]);
    expect(messages[2]?.text).toBe('Hva koster den?');
  });

  it('lets nothing else be answered', async () => {
    const sms = (await list(rep, '?channel=sms'))[0];
    expect((await rep.client.post(`/v1/outbox/${sms?.id}/reply`, { text: 'Hei' })).status).toBe(422);
    expect((await rep.client.post('/v1/outbox/out_nothing/reply', { text: 'Hei' })).status).toBe(404);
  });

  it('shows nothing of a lead while it is deleted', async () => {
    const before = await list(rep);
    expect(before.length).toBeGreaterThan(0);
    await admin.client.delete(`/v1/leads/${leadId}`);
    expect([await list(rep), await list(admin, `?lead_id=${leadId}`)]).toEqual([[], []]);
    await admin.client.post(`/v1/leads/${leadId}/restore`);
    expect(await list(rep)).toEqual(before);
  });
});
