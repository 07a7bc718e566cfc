import { describe, expect, it } from 'vitest';
import { startDealership } from '../../../test/start-dealership.ts';
import { outboxOf, postForm, postMail, roomyEnv, SIGNING_KEY, settle, signedMail } from '../../../test/work.ts';
import type { components } from '../../generated/openapi.ts';
import { DAY_MS } from '../../lib/clock.ts';

type Schemas = components['schemas'];

const ROUTE_TOKEN = 'r'.repeat(32);
const TEXT = 'Er Volvo XC60 fortsatt til salgs?';

const { app, admin, dealer, client } = await startDealership(
  { env: { ...roomyEnv, MAILGUN_ROUTE_TOKEN: ROUTE_TOKEN } },
  { dealership_name: 'Fjord Bil' },
);

const mailbox = async () => (await client().get<Schemas['Mailbox']>('/v1/mailbox')).body;
const rotate = async (body = {}) => (await client().post<Schemas['Mailbox']>('/v1/mailbox/rotate', body)).body;
const change = (body: object) => client().patch<Schemas['Mailbox']>('/v1/mailbox', body);

async function mailTo(recipient: string, headers: [string, string][] = []) {
  const mail = { from: `kunde-${Math.random()}@example.com`, recipient, text: TEXT, headers };
  const { status, body } = await postMail(app, dealer, signedMail(mail, app.clock.now()));
  return [status, body.code ?? body.status];
}

/** A conversation of the web site, and the address and id that an answer to it goes by. */
async function conversation() {
  const { body } = await postForm(app, dealer);
  await settle(app);
  const mail = (await outboxOf(client(), body.lead_id)).find(({ audience }) => audience === 'customer');
  return { replyTo: mail?.headers['Reply-To'] ?? '', messageId: mail?.headers['Message-ID'] ?? '' };
}

const UNKNOWN = [406, 'unknown_mailbox'];
const STORED = [200, 'stored'];

describe('the address', () => {
  it('is the dealership’s own, and mail to no other of ours is taken in', async () => {
    const { address, enabled, last_mail_at: before } = await mailbox();
    expect([address, enabled, before]).toEqual(['fjord-bil@mail.norvalt.localhost', true, null]);
    const sentAt = app.clock.now().toISOString();
    expect(await mailTo(address.toUpperCase())).toEqual(STORED);
    expect(await mailTo('somebody@mail.norvalt.localhost')).toEqual(UNKNOWN);
    const other = await app.signUp({ dealership_name: 'Berg Bil' });
    const theirs = (await other.client.get<Schemas['Mailbox']>('/v1/mailbox')).body.address;
    expect(await mailTo(theirs)).toEqual(UNKNOWN);
    expect((await mailbox()).last_mail_at ?? '').toSatisfy((at: string) => at >= sentAt);
  });

  it('of a domain of the dealership’s own is theirs to route here', async () => {
    expect(await mailTo('salg@fjordbil.example')).toEqual(STORED);
  });
});

describe('a mailbox that is turned off', () => {
  it('refuses mail for good, takes answers in conversations, and takes all again when it is on', async () => {
    const { address } = await mailbox();
    const { replyTo, messageId } = await conversation();
    expect((await change({ enabled: false })).body.enabled).toBe(false);
    expect(await mailTo(address)).toEqual(UNKNOWN);
    expect(await mailTo('salg@fjordbil.example')).toEqual(UNKNOWN);
    expect(await mailTo(replyTo)).toEqual(STORED);
    expect(await mailTo(address, [['In-Reply-To', messageId]])).toEqual(STORED);
    expect(await mailTo(replyTo.replace(/-[0-9a-f]{10}@/, '-0000000000@'))).toEqual(UNKNOWN);
    await change({ enabled: true });
    expect(await mailTo(address)).toEqual(STORED);
  });
});

describe('a new address', () => {
  it('takes mail at once, the old one for as long as was said, and answers find their way for good', async () => {
    const old = (await mailbox()).address;
    const { replyTo } = await conversation();
    const inTenDays = () => new Date(app.clock.now().getTime() + 10 * DAY_MS).toISOString();
    const earliest = inTenDays();
    const rotated = await rotate({ overlap_days: 10 });
    expect(rotated.address).toMatch(/^fjord-bil-[a-z0-9]{4}@mail\.norvalt\.localhost$/);
    expect(rotated.former).toEqual([{ address: old, until: expect.any(String) }]);
    const until = rotated.former[0]?.until ?? '';
    const span = [earliest, until, inTenDays()];
    expect(span).toEqual(span.toSorted());
    expect([await mailTo(rotated.address), await mailTo(old)]).toEqual([STORED, STORED]);
    app.clock.advance(10 * DAY_MS + 1000);
    expect([await mailTo(rotated.address), await mailTo(old)]).toEqual([STORED, UNKNOWN]);
    expect(await mailTo(replyTo)).toEqual(STORED);
    expect((await mailbox()).former).toEqual([]);
    expect((await conversation()).replyTo).toContain(`${rotated.address.split('@')[0]}+`);
  });

  it('ends the old one at once when that is asked for', async () => {
    const old = (await mailbox()).address;
    await rotate({ overlap_days: 0 });
    expect(await mailTo(old)).toEqual(UNKNOWN);
  });

  it('is never one that somebody else had', async () => {
    const other = await app.signUp({ dealership_name: 'Fjord Bil' });
    const theirs = (await other.client.get<Schemas['Mailbox']>('/v1/mailbox')).body.address;
    expect(theirs).toMatch(/^fjord-bil-/);
  });

  it('comes once of a double click', async () => {
    const before = (await mailbox()).former.length;
    const headers = { 'idempotency-key': 'double click' };
    const answers = [];
    for (let press = 0; press < 2; press += 1) answers.push(await client().post('/v1/mailbox/rotate', {}, headers));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await mailbox()).former.length).toBe(before + 1);
  });

  it('is given by who manages, and nobody else sees where a route posts', async () => {
    const rep = await app.addColleague({ ...admin, client: client() }, 'sales_rep');
    expect((await rep.client.post('/v1/mailbox/rotate', {})).status).toBe(403);
    const seen = (await rep.client.get<Schemas['Mailbox']>('/v1/mailbox')).body;
    expect([seen.webhook_path, seen.forwarding_confirmation]).toEqual([null, null]);
  });
});

describe('one route for all dealerships', () => {
  const route = async (recipient: string, key = SIGNING_KEY) => {
    const fields = signedMail({ from: 'ola@example.com', recipient, text: TEXT }, app.clock.now(), key);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = new URLSearchParams(fields).toString();
    const answer = await app
      .as(null)
      .post<{ status: string; code?: string }>(`/webhooks/mailgun/inbound/${ROUTE_TOKEN}`, body, headers);
    await app.services.background.idle();
    return [answer.status, answer.body.code ?? answer.body.status];
  };

  it('tells them apart by the recipient', async () => {
    const other = await app.signUp({ dealership_name: 'Dal Bil' });
    expect(await route('dal-bil+x@mail.norvalt.localhost')).toEqual(STORED);
    const arrivals = await other.client.get<Schemas['ArrivalList']>('/v1/arrivals');
    expect(arrivals.body.data).toMatchObject([{ from: 'ola@example.com' }]);
    expect(await route('nobody@mail.norvalt.localhost')).toEqual(UNKNOWN);
    expect(await route('dal-bil@elsewhere.example')).toEqual(UNKNOWN);
    expect(await route('dal-bil@mail.norvalt.localhost', 'another key')).toEqual([406, 'invalid_signature']);
  });
});

describe('Gmail’s question whether it may forward', () => {
  it('is shown with its code and link, is no lead, and goes away', async () => {
    const url = 'https://mail-settings.google.com/mail/vf-%5BANGjdJ8x2kQ%5D-4f7Hq1Zt';
    const mail = {
      from: 'Gmail Team <forwarding-noreply@google.com>',
      recipient: (await mailbox()).address,
      subject: '(#736893546) Gmail Forwarding Confirmation - Receive Mail from salg@fjordbil.example',
      text: `salg@fjordbil.example has requested to forward.\nConfirmation code: 736893546\n\n${url}`,
    };
    await postMail(app, dealer, signedMail(mail, app.clock.now()));
    const { body } = await client().get<Schemas['ArrivalList']>('/v1/arrivals?limit=1');
    expect(body.data[0]).toMatchObject({ outcome: 'not_a_lead', lead_id: null });
    const question = { requested_by: 'salg@fjordbil.example', code: '736893546', url };
    expect((await mailbox()).forwarding_confirmation).toMatchObject(question);
    expect((await change({ forwarding_confirmation: null })).body.forwarding_confirmation).toBeNull();
    await postMail(app, dealer, signedMail(mail, app.clock.now()));
    expect((await mailbox()).forwarding_confirmation).toMatchObject(question);
    app.clock.advance(15 * DAY_MS);
    expect((await mailbox()).forwarding_confirmation).toBeNull();
  });
});
