import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { startDealership } from '../../../test/start-dealership.ts';
import { leadRecord, messageRecords, outboxOf, roomyEnv, settle } from '../../../test/work.ts';
import type { components } from '../../generated/openapi.ts';
import { runAsTenant } from '../../tenancy/context.ts';
import { Arrival } from '../arrivals/model.ts';

type Schemas = components['schemas'];
type Receipt = Schemas['SubmissionReceipt'] & { arrival_id?: string };

const SITE = 'https://dealer.example';

let publishable: string;
let secret: string;
const { app, admin, dealer } = await startDealership({ env: roomyEnv });
beforeAll(async () => {
  publishable = await app.publishableKey(admin, [SITE]);
  secret = await app.secretKey(admin, ['forms:submit', 'leads:read', 'leads:write']);
});

const submission = (fields: Record<string, unknown> = {}) => ({
  name: 'Kari Hansen',
  email: `kari-${randomUUID().slice(0, 8)}@example.com`,
  message: 'Kan jeg prøvekjøre Tesla Model Y på lørdag?',
  elapsed_ms: 18_400,
  ...fields,
});
const submit = (key: string, body: unknown, headers: Record<string, string> = {}, form = 'default') =>
  app.as(key).post<Receipt>(`/v1/forms/${form}/submissions`, body, headers);
const arrivals = () => runAsTenant(dealer, () => Arrival.find({}).sort({ received_at: 1, _id: 1 }).lean());

describe('a submission of the widget', () => {
  it('is received without telling the browser of the lead', async () => {
    const answer = await submit(publishable, submission(), { origin: SITE });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      submission_id: expect.stringMatching(/^sub_/),
      status: 'received',
      proof: expect.any(String),
    });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('tells a secret key of the lead, and keeps all it came with', async () => {
    const answer = await submit(
      secret,
      submission({
        language: 'en',
        vehicle_interest: 'Tesla Model Y',
        referrer: 'https://search.example/',
        source_url: `${SITE}/tesla`,
        utm: { source: 'ads', campaign: 'spring' },
        consents: [{ version: '2026-01', granted: true }],
      }),
    );
    await settle(app);
    const lead = await leadRecord(dealer, answer.body.lead_id ?? '');
    expect(lead).toMatchObject({
      utm: { source: 'ads', campaign: 'spring' },
      consents: [{ version: '2026-01', granted: true, source_url: `${SITE}/tesla` }],
      submissions: [{ id: answer.body.submission_id, metadata: { referrer: 'https://search.example/' } }],
    });
  });

  it.each(['https://evil.example', `${SITE}.evil.example`, 'http://dealer.example', 'null'])(
    'is refused from %s',
    async (origin) => {
      const before = (await arrivals()).length;
      const answer = await app
        .as(publishable)
        .post<Schemas['Problem']>('/v1/forms/default/submissions', submission(), { origin });
      expect(answer).toMatchObject({ status: 403, body: { code: 'origin_not_allowed' } });
      expect((await arrivals()).length).toBe(before);
    },
  );

  it('is refused with a secret key in a browser, a key of nobody, and without a key', async () => {
    const code = async (key: string | null, origin?: string) =>
      (
        await app
          .as(key)
          .post<Schemas['Problem']>('/v1/forms/default/submissions', submission(), origin ? { origin } : {})
      ).body.code;
    expect(await code(secret, SITE)).toBe('secret_key_in_browser');
    expect(await code('pk_live_00000000000000000000000000000000000000')).toBe('unauthorized');
    expect(await code(null)).toBe('unauthorized');
    expect(await code(admin.token)).toBe('forbidden');
  });

  it('needs a way to answer, a form of this dealership and no unknown fields', async () => {
    const other = await app.signUp();
    const theirs = (await other.client.get<Schemas['FormList']>('/v1/forms')).body.data[0]?.id ?? '';
    expect((await submit(publishable, submission(), {}, theirs)).status).toBe(404);
    expect((await submit(publishable, submission({ email: undefined }))).status).toBe(422);
    expect((await submit(publishable, submission({ extra: 'x' }))).status).toBe(400);
  });

  it('ignores the id of a car of somebody else', async () => {
    const answer = await submit(secret, submission({ vehicle_id: 'veh_01JD8Y3M5T9Q4W7Z2X6C1V8B0N' }));
    expect((await leadRecord(dealer, answer.body.lead_id ?? '')).vehicle_id).toBeNull();
  });

  it('with a phone alone is answered by SMS', async () => {
    const answer = await submit(secret, submission({ email: undefined, phone: '93 45 67 89' }));
    await settle(app);
    const sent = await outboxOf(admin.client, answer.body.lead_id ?? '');
    expect(sent.filter((message) => message.audience === 'customer')).toMatchObject([
      { channel: 'sms', to: '+4793456789' },
    ]);
  });

  it('of a test key is a test lead, which a live key does not see', async () => {
    const testKey = await app.secretKey(admin, ['forms:submit', 'leads:read'], 'test');
    const answer = await submit(testKey, submission());
    const id = answer.body.lead_id ?? '';
    expect((await app.as(testKey).get(`/v1/leads/${id}`)).status).toBe(200);
    expect((await app.as(secret).get(`/v1/leads/${id}`)).status).toBe(404);
    expect((await app.as(secret).post(`/v1/leads/${id}/messages`, { channel: 'email', text: 'Hei' })).status).toBe(404);
  });
});

describe('what fills in forms by itself', () => {
  it.each([
    ['the field that people do not see', { website: 'http://spam.example' }],
    ['a link faster than anybody can type it', { elapsed_ms: 120, message: 'Cheap leads at https://spam.example' }],
  ])('and fills %s is kept, is no lead, and can be made one', async (_what, fields) => {
    const answer = await submit(publishable, submission(fields));
    await settle(app);
    expect(answer.status).toBe(201);
    const kept = (await arrivals()).at(-1);
    expect(kept).toMatchObject({ state: 'done', outcome: 'not_a_lead', label: 'spam', lead_id: null });
    expect(kept?.reasons).toHaveLength(1);

    const promoted = await admin.client.post<Schemas['Lead']>(`/v1/arrivals/${kept?._id}/promote`);
    await settle(app);
    expect(promoted).toMatchObject({ status: 200, body: { handled_by: 'human', source: 'website' } });
    const purposes = (await messageRecords(dealer, promoted.body.id)).filter(
      (message) => message.state !== 'cancelled',
    );
    expect(purposes.map((message) => message.purpose).sort()).toEqual(['alert', 'enquiry']);
    expect((await admin.client.post(`/v1/arrivals/${kept?._id}/promote`)).status).toBe(409);
  });
});

describe('an Idempotency-Key on a submission', () => {
  const withKey = (key: string) => ({ 'idempotency-key': key });

  it('gives the same answer to the same body, and counts no repeat', async () => {
    const body = submission();
    const first = await submit(secret, body, withKey('one'));
    await settle(app);
    const again = await submit(secret, Object.fromEntries(Object.entries(body).reverse()), withKey('one'));
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect((await leadRecord(dealer, first.body.lead_id ?? '')).submissions[0]?.repeated_by).toEqual([]);
  });

  it('is refused for another body, and for another form', async () => {
    const body = submission();
    await submit(secret, body, withKey('two'));
    const other = await app
      .as(secret)
      .post<Schemas['Problem']>('/v1/forms/default/submissions', { ...body, message: 'Noe annet' }, withKey('two'));
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
  });

  it('gives the same answer when what was sent is forgotten', async () => {
    const body = submission();
    const first = await submit(secret, body, withKey('forgotten'));
    await settle(app);
    // What becomes of one that is 30 days old.
    await runAsTenant(dealer, () => Arrival.updateMany({}, { payload: null, from: null, subject: null, excerpt: '' }));
    const again = await submit(secret, body, withKey('forgotten'));
    expect([again.status, again.body.submission_id]).toEqual([first.status, first.body.submission_id]);
  });

  it('belongs to the key it was sent with', async () => {
    const body = submission();
    const mine = await submit(secret, body, withKey('three'));
    const theirs = await submit(publishable, body, withKey('three'));
    expect(theirs.status).toBe(201);
    expect(theirs.body.submission_id).not.toBe(mine.body.submission_id);
  });

  it('sent 20 times at once is one arrival, one lead, one reply', async () => {
    const body = submission();
    const before = (await arrivals()).length;
    const answers = await Promise.all(Array.from({ length: 20 }, () => submit(secret, body, withKey('four'))));
    await settle(app);
    expect((await arrivals()).length).toBe(before + 1);
    expect(answers.every((answer) => answer.status === 201 || answer.status === 202)).toBe(true);
    const final = await submit(secret, body, withKey('four'));
    expect(final.status).toBe(201);
    for (const answer of answers.filter(({ status }) => status === 201)) expect(answer.body).toEqual(final.body);
    const messages = await messageRecords(dealer, final.body.lead_id ?? '');
    expect(messages.map((message) => message.purpose).sort()).toEqual(['alert', 'enquiry', 'reply']);
  });
});

describe('leads that are written down or passed on', () => {
  it('by a colleague are theirs, and nothing is sent', async () => {
    const answer = await admin.client.post<Schemas['Lead']>('/v1/leads', {
      customer: { name: 'Per Olsen', phone: '95 55 12 34' },
      message: 'Kom innom.',
    });
    await settle(app);
    expect(answer).toMatchObject({
      status: 201,
      body: { source: 'manual', unread: false, handled_by: 'human', assigned_to: { name: admin.user.name } },
    });
    expect(await outboxOf(admin.client, answer.body.id)).toEqual([]);
    const history = await admin.client.get<Schemas['HistoryList']>(`/v1/leads/${answer.body.id}/history`);
    expect(history.body.data).toMatchObject([{ type: 'created', actor: { type: 'user', name: admin.user.name } }]);
    expect((await messageRecords(dealer, answer.body.id)).map((message) => message.purpose)).toEqual(['enquiry']);
  });

  it('by another system are answered like any other', async () => {
    const answer = await app
      .as(secret)
      .post<Schemas['Lead']>('/v1/leads', { customer: { email: 'api@example.com' }, message: 'Is it available?' });
    await settle(app);
    expect(answer.body).toMatchObject({ source: 'api', handled_by: 'assistant' });
    const audiences = (await outboxOf(admin.client, answer.body.id)).map((message) => message.audience);
    expect(audiences.sort()).toEqual(['customer', 'staff']);
  });

  it('need somebody behind them', async () => {
    expect((await admin.client.post('/v1/leads', { customer: { language: 'nb' } })).status).toBe(422);
  });

  it('are made once for one Idempotency-Key', async () => {
    const body = { customer: { name: 'Per' }, message: 'Ringte' };
    const headers = { 'idempotency-key': 'lead-1' };
    const first = await admin.client.post<Schemas['Lead']>('/v1/leads', body, headers);
    const again = await admin.client.post<Schemas['Lead']>('/v1/leads', body, headers);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    const other = await admin.client.post('/v1/leads', { ...body, message: 'Annet' }, headers);
    expect(other.status).toBe(422);
  });
});
