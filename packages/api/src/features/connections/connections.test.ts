import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Write, withFaults } from '../../../test/faults.ts';
import { connectNumber, connectPage, GraphStub, leadgenPost, pageToken, postMeta } from '../../../test/graph-stub.ts';
import { type Person, startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import { roomyEnv, settle, stillSignedIn } from '../../../test/work.ts';
import type { components } from '../../generated/openapi.ts';
import { sweepArrivals } from '../../intake/work-on-arrival.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../lib/clock.ts';
import { asOperator } from '../../tenancy/context.ts';
import { Arrival } from '../arrivals/model.ts';
import { Lead } from '../leads/model.ts';
import { Message } from '../messages/model.ts';
import { leadKey } from '../meta/read-meta-changes.ts';
import { ConnectionAddress } from './address-model.ts';
import { lookAfterConnections } from './look-after-connections.ts';
import { Connection, type ConnectionRecord } from './model.ts';
import { resealTokens } from './reseal-tokens.ts';

type Schemas = components['schemas'];
type Problem = Schemas['Problem'];

let app: TestApp;
let graph: GraphStub;
let admin: Person;
let pages = 600_000;
let ids = 990_000;

beforeAll(async () => {
  graph = await GraphStub.start();
  app = await startTestApp({ env: { ...roomyEnv, ...graph.env } });
  admin = await app.signUp({ dealership_name: 'Fjord Bil' });
});
afterEach(() => {
  graph.refuse = () => null;
  graph.hold = () => null;
  graph.expired.clear();
  graph.tokenEndsAt = null;
});
afterAll(async () => {
  await app.close();
  graph.close();
});

const client = () => stillSignedIn(app, admin);

/** Does the work, and something else before each of its writes. */
async function whileWriting<T>(before: (write: Write) => Promise<void>, work: () => Promise<T>): Promise<T | null> {
  let done: T | null = null;
  await withFaults(
    async (write) => {
      await before(write);
      return 'done' as const;
    },
    async () => {
      done = await work();
    },
  );
  return done;
}

function newPage(): string {
  pages += 1;
  return String(pages);
}

function newId(): string {
  ids += 1;
  return String(ids);
}

function leadOf(page: string, age = 0): string {
  const id = newId();
  graph.addLead(page, { id, created_time: new Date(app.clock.now().getTime() - age).toISOString() });
  return id;
}

async function read(id: string): Promise<Schemas['Connection']> {
  return (await client().get<Schemas['Connection']>(`/v1/connections/${id}`)).body;
}

async function record(id: string): Promise<ConnectionRecord> {
  const found = await asOperator(() => Connection.findById(id).lean<ConnectionRecord>());
  if (!found) throw new Error(`no connection ${id}`);
  return found;
}

const madeOf = (leadgenId: string) =>
  asOperator(() => Lead.countDocuments({ 'submissions.metadata.leadgen_id': leadgenId }));
const mailsAbout = (id: string) =>
  asOperator(() =>
    Message.find({ purpose: 'alert', send_key: new RegExp(`^connection:${id}:`) }, { recipient: 1, subject: 1 }).lean(),
  );

async function sweep(waitMs = 0): Promise<void> {
  app.clock.advance(waitMs);
  await sweepArrivals(app.services);
  await settle(app);
}

async function round(waitMs = 16 * MINUTE_MS): Promise<void> {
  app.clock.advance(waitMs);
  await lookAfterConnections(app.services);
  await settle(app);
}

it('connects a number wherever it stands in the list of its account', async () => {
  graph.otherNumbers.push({ id: '1' }, { id: '2' }, { id: '3' });
  const number = newPage();
  expect(await read((await connectNumber(client(), number)).id)).toMatchObject({ external_id: number });
  graph.otherNumbers.length = 0;
});

it('chooses a template with the token that comes along, where the old one is over', async () => {
  const number = newPage();
  const { id } = await connectNumber(client(), number);
  graph.templates.push({
    name: 'hei',
    language: 'nb',
    status: 'APPROVED',
    components: [{ type: 'BODY', text: 'Hei' }],
  });
  graph.expired.add(pageToken(number));
  const token = `${pageToken(number)}-renewed`;
  const template = { name: 'hei', language: 'nb', parameters: [] };
  const answer = await client().patch<Schemas['Connection']>(`/v1/connections/${id}`, { token, template });
  expect([answer.status, answer.body.state, answer.body.template]).toMatchObject([200, 'connected', { name: 'hei' }]);
});

describe('connecting a page', () => {
  it('tries the token, subscribes the page and gives the token out nowhere', async () => {
    const page = newPage();
    const { id } = await connectPage(client(), page);
    expect(await read(id)).toMatchObject({ name: `Page ${page}`, external_id: page, state: 'connected', waiting: 0 });
    const subscribed = graph.ledger.find((entry) => entry.path === `${page}/subscribed_apps`);
    expect([subscribed?.method, subscribed?.query.get('subscribed_fields')]).toEqual(['POST', 'leadgen']);
    const everywhere = await Promise.all(
      ['/v1/connections', `/v1/connections/${id}`].map((path) => client().get(path)),
    );
    for (const { text } of everywhere) expect(text).not.toMatch(/token-of-page|sealed|v1\./);
    expect(JSON.stringify(await record(id))).not.toContain(pageToken(page));
    expect(app.logger.text()).not.toContain('token-of-page');
  });

  it.each<[string, object, number, string | undefined]>([
    ['a token of another page', { external_id: '123456789', token: pageToken('987654321') }, 422, '#/external_id'],
    ['a token that nobody knows', { external_id: '123456789', token: 'x'.repeat(30) }, 422, '#/token'],
    ['an id that is none', { external_id: 'fjordbil', token: pageToken('1') }, 400, '#/external_id'],
    ['a token of two lines', { external_id: '123456789', token: `${'x'.repeat(30)}\nx` }, 400, '#/token'],
  ])('is refused with %s', async (_, change, status, pointer) => {
    const answer = await client().post<Problem>('/v1/connections', { provider: 'facebook', ...change });
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([status, pointer]);
    expect(answer.text).not.toContain(pageToken('1'));
  });

  it('is asked for again while Meta does not answer, and with the page not subscribed it is none', async () => {
    const page = newPage();
    const body = { provider: 'facebook', external_id: page, token: pageToken(page) };
    graph.refuse = () => ({ status: 503 });
    const busy = await client().post<Problem>('/v1/connections', body);
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '30']);
    graph.refuse = (path) => (path.endsWith('subscribed_apps') ? { status: 403, error: { code: 200 } } : null);
    expect((await client().post<Problem>('/v1/connections', body)).status).toBe(422);
    expect(await ConnectionAddress.findById(`facebook ${page}`)).toBeNull();
  });

  it('works once for one dealership, and for no other', async () => {
    const page = newPage();
    await connectPage(client(), page);
    const other = await app.signUp();
    const body = { provider: 'facebook', external_id: page, token: pageToken(page) };
    for (const who of [client(), stillSignedIn(app, other)]) {
      const answer = await who.post<Problem>('/v1/connections', body);
      expect([answer.status, answer.body.code]).toEqual([409, 'already_exists']);
    }
  });

  it('answers the same for the same Idempotency-Key, also after a crash before the answer', async () => {
    const page = newPage();
    const body = { provider: 'facebook', external_id: page, token: pageToken(page) };
    const headers = { 'idempotency-key': `page ${page}` };
    const first = await client().post<{ id: string }>('/v1/connections', body, headers);
    const again = await client().post<{ id: string }>('/v1/connections', body, headers);
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
  });

  it('takes over a claim whose connection was never written', async () => {
    const page = newPage();
    await ConnectionAddress.create({
      _id: `facebook ${page}`,
      dealership_id: 'dlr_gone',
      connection_id: 'con_gone',
      claimed_at: app.clock.now(),
    });
    const lead = leadOf(page);
    // Whoever may never have proved that the page is theirs gets nothing that is posted for it.
    expect((await postMeta(app, leadgenPost({ page, lead }))).status).toBe(200);
    await connectPage(client(), page);
    expect((await ConnectionAddress.findById(`facebook ${page}`).lean())?.dealership_id).toBe(admin.dealership.id);
    await settle(app);
    expect(await madeOf(lead)).toBe(1);
  });

  it('keeps the connection where the answer of the last write is lost, and takes in what is posted', async () => {
    const page = newPage();
    const address = `facebook ${page}`;
    let lost = false;
    await withFaults(
      async ({ collection, method }) => {
        if (lost || collection !== 'connection_addresses' || method !== 'updateOne') return 'done';
        lost = true;
        await ConnectionAddress.updateOne({ _id: address }, { $set: { confirmed: true } });
        return 'lost';
      },
      async () => {
        const body = { provider: 'facebook', external_id: page, token: pageToken(page) };
        expect((await client().post('/v1/connections', body)).status).toBe(503);
      },
    );
    expect(lost).toBe(true);
    const lead = leadOf(page);
    await postMeta(app, leadgenPost({ page, lead }));
    await settle(app);
    expect(await madeOf(lead)).toBe(1);
  });

  it('gets what is posted also where its claim was never confirmed', async () => {
    const page = newPage();
    const address = `facebook ${page}`;
    await connectPage(client(), page);
    await ConnectionAddress.updateOne({ _id: address }, { $unset: { confirmed: 1 } });
    const lead = leadOf(page);
    await postMeta(app, leadgenPost({ page, lead }));
    await settle(app);
    expect(await madeOf(lead)).toBe(1);
    expect((await ConnectionAddress.findById(address).lean())?.confirmed).toBe(true);
  });

  describe('two at the same time', () => {
    const connect = async (page: string, who: Person) => {
      const body = { provider: 'facebook', external_id: page, token: pageToken(page) };
      return (await stillSignedIn(app, who).post('/v1/connections', body)).status;
    };
    const ownersOf = async (page: string) => {
      const connections = await asOperator(() => Connection.find({ external_id: page }).lean());
      const address = await ConnectionAddress.findById(`facebook ${page}`).lean();
      return [connections.map(({ dealership_id: id }) => id), address?.dealership_id];
    };

    it('works for the one who was through before the other wrote', async () => {
      const page = newPage();
      const other = await app.signUp();
      let second: number | null = null;
      const first = await whileWriting(
        async ({ collection, method }) => {
          if (second !== null || collection !== 'connections' || method !== 'insertOne') return;
          second = 0;
          second = await connect(page, other);
        },
        () => connect(page, admin),
      );
      expect([first, second]).toEqual([409, 201]);
      expect(await ownersOf(page)).toEqual([[other.dealership.id], other.dealership.id]);
    });

    it('works for the one who wrote before the other took the claim', async () => {
      const page = newPage();
      const other = await app.signUp();
      let second: Promise<number> | null = null;
      let reached = (): void => undefined;
      const atTakeover = new Promise<void>((resolve) => {
        reached = resolve;
      });
      let firstIsThrough = (): void => undefined;
      const through = new Promise<void>((resolve) => {
        firstIsThrough = resolve;
      });
      let takeovers = 0;
      const statuses = await whileWriting(
        async ({ collection, method }) => {
          if (second === null && collection === 'connections' && method === 'insertOne') {
            second = connect(page, other);
            await atTakeover;
          } else if (collection === 'connection_addresses' && method === 'updateOne' && takeovers === 0) {
            takeovers += 1;
            reached();
            await through;
          }
        },
        async () => {
          const first = await connect(page, admin);
          firstIsThrough();
          return [first, await second];
        },
      );
      expect(statuses).toEqual([201, 409]);
      expect(await ownersOf(page)).toEqual([[admin.dealership.id], admin.dealership.id]);
    });
  });
});

describe('a token that is over', () => {
  it('keeps what comes, tells the admins once, and with a new token everything is taken in', async () => {
    const page = newPage();
    const { id } = await connectPage(client(), page);
    const colleague = await app.addColleague({ ...admin, client: client() }, 'admin');
    graph.expired.add(pageToken(page));
    const leads = [leadOf(page), leadOf(page), leadOf(page)];
    expect((await postMeta(app, leadgenPost(...leads.map((lead) => ({ page, lead }))))).status).toBe(200);
    await settle(app);
    await sweep(10 * SECOND_MS);
    expect(await read(id)).toMatchObject({
      state: 'expired',
      waiting: 3,
      last_error: expect.stringContaining('(#190)'),
    });
    const waiting = await client().get<Schemas['ArrivalList']>('/v1/arrivals?outcome=waiting');
    expect(waiting.body.data).toHaveLength(3);
    expect((await mailsAbout(id)).map((mail) => mail.recipient).sort()).toEqual([admin.email, colleague.email].sort());

    const asked = () => graph.ledger.filter((entry) => entry.token === pageToken(page)).length;
    const before = asked();
    await round();
    await sweep(HOUR_MS);
    expect(asked()).toBe(before);
    expect(await mailsAbout(id)).toHaveLength(2);

    const renewed = await client().patch<Schemas['Connection']>(`/v1/connections/${id}`, {
      token: `${pageToken(page)}-renewed`,
    });
    expect([renewed.status, renewed.body.state, renewed.body.waiting]).toEqual([200, 'connected', 0]);
    await sweep();
    for (const lead of leads) expect(await madeOf(lead)).toBe(1);
  });

  it('is noticed by a test, and its end is told a week before', async () => {
    const page = newPage();
    graph.tokenEndsAt = new Date(app.clock.now().getTime() + 10 * DAY_MS);
    const { id } = await connectPage(client(), page);
    expect(Date.parse((await read(id)).token_expires_at ?? '')).toBe(
      Math.floor(graph.tokenEndsAt.getTime() / 1000) * 1000,
    );
    await round();
    expect(await mailsAbout(id)).toEqual([]);
    await round(4 * DAY_MS);
    await round();
    expect((await mailsAbout(id)).length).toBeGreaterThan(0);
    expect(new Set((await mailsAbout(id)).map((mail) => mail.recipient)).size).toBe((await mailsAbout(id)).length);

    const works = await client().post<Schemas['ConnectionTest']>(`/v1/connections/${id}/test`);
    expect(works.body).toMatchObject({ ok: true, detail: null, connection: { state: 'connected' } });
    graph.expired.add(pageToken(page));
    const over = await client().post<Schemas['ConnectionTest']>(`/v1/connections/${id}/test`);
    expect(over.body).toMatchObject({ ok: false, connection: { state: 'expired' } });
    expect(over.body.detail).toContain('Session has expired');
    graph.expired.clear();
    const back = await client().post<Schemas['ConnectionTest']>(`/v1/connections/${id}/test`);
    expect(back.body.connection.state).toBe('connected');
  });

  it('does not take down the token that came after it', async () => {
    const page = newPage();
    const { id } = await connectPage(client(), page);
    const old = await record(id);
    app.clock.advance(SECOND_MS);
    await client().patch(`/v1/connections/${id}`, { token: `${pageToken(page)}-renewed` });
    const { noteRefused } = await import('./connection-health.ts');
    const { runAsTenant } = await import('../../tenancy/context.ts');
    await runAsTenant(admin.dealership.id, () => noteRefused(app.services, old, 'expired', 'late news'));
    expect(await read(id)).toMatchObject({ state: 'connected', last_error: null });
  });
});

describe('a provider out of order', () => {
  it('is called failing after two minutes, asked once a minute, and found to work again', async () => {
    const page = newPage();
    const { id } = await connectPage(client(), page);
    const lead = leadOf(page);
    graph.refuse = () => ({ status: 500 });
    await postMeta(app, leadgenPost({ page, lead }));
    await settle(app);
    for (let waited = 0; waited < 20; waited += 1) await sweep(10 * SECOND_MS);
    expect((await read(id)).state).toBe('failing');
    const told = (await mailsAbout(id)).map((mail) => mail.recipient);
    expect(told.length).toBeGreaterThan(0);
    const leads = [lead, ...Array.from({ length: 3 }, () => leadOf(page))];
    for (const more of leads.slice(1)) await postMeta(app, leadgenPost({ page, lead: more }));
    await settle(app);
    const asked = () => leads.reduce((sum, each) => sum + graph.asked(each), 0);
    const before = asked();
    for (let waited = 0; waited < 36; waited += 1) await sweep(5 * SECOND_MS);
    // Three minutes, four leads, one question for all of them each minute.
    expect(asked() - before).toBe(3);
    // One mail each for the whole outage.
    expect((await mailsAbout(id)).map((mail) => mail.recipient)).toEqual(told);
    expect(new Set(told).size).toBe(told.length);
    graph.refuse = () => null;
    await round();
    expect((await read(id)).state).toBe('connected');
    await sweep(5 * MINUTE_MS);
    for (const each of leads) expect(await madeOf(each)).toBe(1);
  });
});

describe('looking for leads that no webhook told of', () => {
  it('finds each once, whichever way it is heard of first, and through every form and page', async () => {
    const page = newPage();
    const { id } = await connectPage(client(), page);
    app.clock.advance(HOUR_MS);
    const missed = Array.from({ length: 5 }, () => leadOf(page, 20 * MINUTE_MS));
    const otherForm = newId();
    graph.addLead(page, {
      id: otherForm,
      form_id: `8${page}`,
      created_time: new Date(app.clock.now().getTime() - 20 * MINUTE_MS).toISOString(),
    });
    const told = leadOf(page, 20 * MINUTE_MS);
    await postMeta(app, leadgenPost({ page, lead: told }));
    await settle(app);
    await round();
    await round();
    for (const lead of [...missed, otherForm, told]) expect(await madeOf(lead)).toBe(1);
    expect((await read(id)).found_by_poll).toBe(6);
    await postMeta(app, leadgenPost({ page, lead: missed[0] ?? '' }));
    await settle(app);
    expect(await madeOf(missed[0] ?? '')).toBe(1);
  });

  it('leaves alone what was there before the page was connected, and looks again at what it could not read', async () => {
    const page = newPage();
    const before = leadOf(page, DAY_MS);
    await connectPage(client(), page);
    await round();
    expect(await madeOf(before)).toBe(0);
    const missed = leadOf(page, 8 * MINUTE_MS);
    graph.refuse = (path) => (path.endsWith('/leads') ? { status: 500 } : null);
    await round();
    graph.refuse = () => null;
    expect(await madeOf(missed)).toBe(0);
    await round(2 * HOUR_MS);
    expect(await madeOf(missed)).toBe(1);
  });

  it('that the token does not allow is said, and is no outage', async () => {
    const page = newPage();
    const { id } = await connectPage(client(), page);
    graph.refuse = (path) =>
      path.endsWith('leadgen_forms') ? { status: 403, error: { code: 10, message: 'No' } } : null;
    await round();
    expect(await read(id)).toMatchObject({
      state: 'connected',
      last_error: expect.stringContaining('cannot be looked for'),
    });
  });
});

describe('a connection that works', () => {
  it('has its last success noted once a minute', async () => {
    const { id } = await connectPage(client(), newPage());
    const noted = (await record(id)).last_success_at;
    app.clock.advance(10 * SECOND_MS);
    await client().post(`/v1/connections/${id}/test`);
    expect((await record(id)).last_success_at).toEqual(noted);
    app.clock.advance(MINUTE_MS);
    await client().post(`/v1/connections/${id}/test`);
    expect((await record(id)).last_success_at).not.toEqual(noted);
  });
});

describe('a page that Facebook is slow with', () => {
  it('does not hold up the others', async () => {
    const [slow, quick] = [newPage(), newPage()];
    const { id } = await connectPage(client(), slow);
    const before = (await record(id)).last_success_at;
    app.clock.advance(SECOND_MS);
    await connectPage(client(), quick);
    const quickOneAsked = new Promise<void>((resolve) => {
      graph.hold = (path) => {
        if (path.startsWith(quick)) resolve();
        return path.startsWith(slow) ? quickOneAsked : null;
      };
    });
    await round();
    // It had its answer in time, which came only after the other page had been asked for.
    const looked = await record(id);
    expect(looked.last_error).toBeNull();
    expect(looked.last_success_at).not.toEqual(before);
  });
});

describe('disconnecting', () => {
  it('forgets the token, unsubscribes, and lets the page be connected elsewhere', async () => {
    const page = newPage();
    const { id } = await connectPage(client(), page);
    expect((await client().delete(`/v1/connections/${id}`)).status).toBe(204);
    await settle(app);
    expect(await asOperator(() => Connection.findById(id))).toBeNull();
    expect(graph.ledger.at(-1)).toMatchObject({ method: 'DELETE', path: `${page}/subscribed_apps` });
    expect((await client().delete(`/v1/connections/${id}`)).status).toBe(404);
    const other = await app.signUp();
    await connectPage(stillSignedIn(app, other), page);
  });

  it('keeps what was not fetched yet until the page is connected again', async () => {
    const page = newPage();
    const { id } = await connectPage(client(), page);
    graph.expired.add(pageToken(page));
    const lead = leadOf(page);
    await postMeta(app, leadgenPost({ page, lead }));
    await settle(app);
    await client().delete(`/v1/connections/${id}`);
    graph.expired.clear();
    expect(await asOperator(() => Arrival.findOne({ key: leadKey(lead) }).lean())).toMatchObject({ state: 'waiting' });
    await connectPage(client(), page);
    await sweep();
    expect(await madeOf(lead)).toBe(1);
  });
});

describe('changing the key that tokens are sealed with', () => {
  it('seals every token anew, and each still works', async () => {
    const page = newPage();
    const { id } = await connectPage(client(), page);
    const before = await record(id);
    const { env } = app.services;
    const next = 'n'.repeat(32);
    const changed = {
      ...app.services,
      env: { ...env, encryptionKey: next, encryptionKeys: [next, env.encryptionKey] },
    };
    expect(await resealTokens(changed)).toBe(await asOperator(() => Connection.countDocuments({})));
    expect(await resealTokens(changed)).toBe(0);
    const after = await record(id);
    expect(after.sealed_token).not.toBe(before.sealed_token);
    const { tokenOf } = await import('./connection-token.ts');
    expect(tokenOf({ encryptionKey: next, encryptionKeys: [next] }, after)).toBe(pageToken(page));
    expect(
      tokenOf({ encryptionKey: next, encryptionKeys: [next] }, { ...after, dealership_id: 'dlr_other' }),
    ).toBeNull();
    await asOperator(() =>
      Connection.updateOne({ _id: id }, { sealed_token: before.sealed_token, token_key: before.token_key }),
    );
  });
});
