import { describe, expect, it } from 'vitest';
import { startDealership } from '../../../test/start-dealership.ts';
import type { Person } from '../../../test/start-test-app.ts';
import {
  enquiry,
  mailRoute,
  postForm,
  postMail,
  roomyEnv,
  settle,
  signedMail,
  stillSignedIn,
} from '../../../test/work.ts';
import type { components } from '../../generated/openapi.ts';
import { MINUTE_MS } from '../../lib/clock.ts';

type Schemas = components['schemas'];

const list = async (query = ''): Promise<Schemas['InboundRequest'][]> => {
  await settle(app);
  return (await client().get<Schemas['InboundRequestList']>(`/v1/inbound-requests${query}`)).body.data;
};

const { app, dealer, client } = await startDealership({ env: roomyEnv });

describe('the log of what is posted from outside', () => {
  it('shows an accepted form with the arrival it became', async () => {
    const posted = await postForm(app, dealer, enquiry({ name: 'Kari Logg' }));
    const [latest] = await list();
    expect(latest).toMatchObject({ route: '/webhooks/form', verdict: 'accepted', status: 200, code: null });
    const details = await client().get<Schemas['InboundRequestDetails']>(`/v1/inbound-requests/${latest?.id}`);
    expect(details.body.arrival).toMatchObject({ outcome: 'lead_created', lead_id: posted.body.lead_id });
    expect(JSON.stringify(details.body.payload)).toContain('Kari Logg');
  });

  it('shows a form that was refused, with the reason and without its words', async () => {
    await app.as(null).post(`/webhooks/form/${dealer}`, { name: 'Hemmelig Navn' });
    const [latest] = await list('?verdict=refused');
    expect(latest).toMatchObject({ verdict: 'refused', status: 400, code: 'invalid_request', arrival_id: null });
    expect(JSON.stringify(latest)).not.toContain('Hemmelig');
  });

  it('shows a mail with a wrong signature to the dealership whose address it was sent to', async () => {
    const route = await mailRoute(dealer);
    await app.as(null).post(route, { timestamp: '1', token: 'x', signature: 'y' });
    const [latest] = await list('?verdict=refused&route=%2Fwebhooks%2Fmailgun');
    expect(latest).toMatchObject({ route: '/webhooks/mailgun', verdict: 'refused' });
    expect(JSON.stringify(latest)).not.toContain(route.split('/').at(-1));
  });

  it('keeps to itself what was posted to nobody', async () => {
    const before = (await list('?limit=100')).length;
    await app.as(null).post('/webhooks/form/dlr_00000000000000000000000000', enquiry());
    expect(await list('?limit=100')).toHaveLength(before);
  });

  it('is not seen by another dealership', async () => {
    const other = await app.signUp();
    const [latest] = await list();
    const foreign = stillSignedIn(app, other);
    expect((await foreign.get<Schemas['InboundRequestList']>('/v1/inbound-requests')).body.data).toEqual([]);
    expect((await foreign.get(`/v1/inbound-requests/${latest?.id}`)).status).toBe(404);
    expect((await foreign.post(`/v1/inbound-requests/${latest?.id}/replay`)).status).toBe(404);
  });

  it('shows of a flood sixty a minute, and what others post to the same address all the same', async () => {
    const [flooding, other] = await Promise.all([app.signUp(), app.signUp()]);
    const keyOf = (person: Person) => app.secretKey(person, ['leads:write']);
    const [floodingKey, otherKey] = await Promise.all([keyOf(flooding), keyOf(other)]);
    const post = (key: string) => app.as(key).post('/v1/adf', 'x');
    // At the beginning of a minute: they are counted by it.
    app.clock.advance(MINUTE_MS - (app.clock.now().getTime() % MINUTE_MS));
    const answers = await Promise.all(Array.from({ length: 62 }, () => post(floodingKey)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 62 }, () => 400));
    await post(otherKey);
    await app.services.background.idle();
    const shown = async (person: Person) =>
      (await person.client.get<Schemas['InboundRequestList']>('/v1/inbound-requests?limit=100')).body.data.length;
    expect(await shown(flooding)).toBe(60);
    expect(await shown(other)).toBe(1);
  });
});

describe('a replay', () => {
  it('of what is a lead already changes nothing', async () => {
    const posted = await postForm(app, dealer);
    const [latest] = await list();
    const again = await client().post<Schemas['InboundRequestDetails']>(`/v1/inbound-requests/${latest?.id}/replay`);
    expect(again.body.arrival).toMatchObject({ lead_id: posted.body.lead_id, outcome: 'lead_created', attempts: 1 });
    await settle(app);
    const lead = await client().get<Schemas['Lead']>(`/v1/leads/${posted.body.lead_id}`);
    expect(lead.body.submissions).toHaveLength(1);
  });

  it('of a mail that was put aside reads it once more', async () => {
    const mail = {
      from: 'Reklame <ads@example.com>',
      subject: 'SEO',
      text: 'Buy backlinks and guest posts, cheap SEO!',
    };
    await postMail(app, dealer, signedMail(mail, app.clock.now()));
    const [latest] = await list('?verdict=accepted');
    const again = await client().post<Schemas['InboundRequestDetails']>(`/v1/inbound-requests/${latest?.id}/replay`);
    expect(again.status).toBe(200);
    expect(again.body.arrival).toMatchObject({ outcome: 'not_a_lead', lead_id: null });
  });

  it('of what was refused says that nothing was kept', async () => {
    const [latest] = await list('?verdict=refused');
    const again = await client().post(`/v1/inbound-requests/${latest?.id}/replay`);
    expect(again.status).toBe(422);
  });
});
