import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { EventReader } from '../../../test/event-reader.ts';
import { startDealership } from '../../../test/start-dealership.ts';
import type { Person } from '../../../test/start-test-app.ts';
import { postForm, roomyEnv, settle } from '../../../test/work.ts';
import { createApp } from '../../app.ts';
import { EventFeed, eventIdAt } from '../../events/event-feed.ts';
import { LiveHub } from '../../events/live-hub.ts';
import { DomainEvent } from '../../events/model.ts';
import { recordEvents } from '../../events/record-events.ts';
import type { components } from '../../generated/openapi.ts';
import { after, DAY_MS } from '../../lib/clock.ts';
import { newId } from '../../lib/ids.ts';
import type { Services } from '../../services.ts';
import { runAsTenant } from '../../tenancy/context.ts';

type Schemas = components['schemas'];

let other: Person;
let dealer: string;
const { app, admin } = await startDealership({ env: roomyEnv });
beforeAll(async () => {
  other = await app.signUp();
  dealer = admin.dealership.id;
});

const open: EventReader[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const reader of open.splice(0)) reader.close();
});
async function listen(token: string, lastEventId?: string, url = app.url): Promise<EventReader> {
  const reader = await EventReader.open(url, token, lastEventId);
  open.push(reader);
  return reader;
}
/** Makes something happen of which the id tells which it was. */
const happen = (leadId: string, services: Pick<Services, 'clock' | 'live'> = app.services, at = dealer, test = false) =>
  runAsTenant(at, () => recordEvents(services, at, test, [{ type: 'lead.updated', data: { lead_id: leadId } }]));
const leadsOf = (reader: EventReader) => reader.events.map(({ data }) => (data as { lead_id?: string }).lead_id);

describe('a stream of events', () => {
  it('tells of a new lead and its answer as they happen', async () => {
    const reader = await listen(admin.token);
    const { body } = await postForm(app, dealer);
    await settle(app);
    await reader.until(() => reader.events.some(({ type }) => type === 'follow_up.updated'));
    const created = reader.events.find(({ type }) => type === 'lead.created');
    expect(created).toMatchObject({ id: expect.stringMatching(/^evt_/), data: { lead_id: body.lead_id } });
    await reader.until(() => reader.events.filter(({ type }) => type === 'message.updated').length > 0);
    expect(new Set(leadsOf(reader))).toEqual(new Set([body.lead_id]));
  });

  it('never tells of another dealership', async () => {
    const [mine, theirs] = [await listen(admin.token), await listen(other.token)];
    await happen('lead_mine');
    await happen('lead_theirs', app.services, other.dealership.id);
    await Promise.all([mine.until(() => mine.events.length > 0), theirs.until(() => theirs.events.length > 0)]);
    await happen('lead_mine_2');
    await mine.until(() => mine.events.length > 1);
    expect(leadsOf(mine)).toEqual(['lead_mine', 'lead_mine_2']);
    expect(leadsOf(theirs)).toEqual(['lead_theirs']);
    const replay = await listen(other.token, mine.events[0]?.id);
    await happen('lead_theirs_2', app.services, other.dealership.id);
    await replay.until(() => leadsOf(replay).includes('lead_theirs_2'));
    expect(leadsOf(replay)).not.toContain('lead_mine_2');
  });

  it('tells a key of its own mode only, and a key without the scope nothing', async () => {
    const key = await app.secretKey(admin, ['events:read'], 'test');
    const reader = await listen(key);
    await happen('lead_live');
    await happen('lead_test', app.services, dealer, true);
    await reader.until(() => reader.events.length > 0);
    expect(leadsOf(reader)).toEqual(['lead_test']);
    const blind = await app.secretKey(admin, ['leads:read']);
    await expect(listen(blind)).rejects.toThrow('403');
  });

  it('is not opened for a session that has ended, nor for nobody', async () => {
    const leaver = await app.signUp();
    await leaver.client.post('/v1/auth/logout', undefined, { cookie: leaver.cookie });
    await expect(listen(leaver.token)).rejects.toThrow('401');
    expect((await app.as(null).get('/v1/events')).status).toBe(401);
  });

  it('gives a sign of life every 15 seconds', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    const reader = await listen(admin.token);
    expect(reader.comments).toEqual(['connected']);
    vi.advanceTimersByTime(15_000);
    await reader.until(() => reader.comments.length > 1);
    vi.advanceTimersByTime(15_000);
    await reader.until(() => reader.comments.length > 2);
    expect(reader.comments).toEqual(['connected', 'still here', 'still here']);
  });
});

describe('Last-Event-ID', () => {
  it('brings all that was missed, in order, and then what is new', async () => {
    const reader = await listen(admin.token);
    await happen('lead_seen');
    await reader.until(() => reader.events.length > 0);
    reader.close();
    for (const id of ['lead_a', 'lead_b', 'lead_c']) await happen(id);
    const resumed = await listen(admin.token, reader.events.at(-1)?.id);
    await happen('lead_d');
    await resumed.until(() => leadsOf(resumed).includes('lead_d'));
    const missed = leadsOf(resumed).slice(-4);
    expect(missed).toEqual(['lead_a', 'lead_b', 'lead_c', 'lead_d']);
    expect(leadsOf(resumed)).not.toContain('lead_seen');
  });

  it('brings what was missed in a process that also works for a sandbox months ahead', async () => {
    const reader = await listen(admin.token);
    newId('arr', after(new Date(), 90 * DAY_MS));
    await happen('lead_seen_today');
    await reader.until(() => leadsOf(reader).includes('lead_seen_today'));
    reader.close();
    // Another process stored it: its ids know of no sandbox.
    const stored = {
      _id: eventIdAt(Date.now() + 1),
      occurred_at: new Date(),
      data: { lead_id: 'lead_missed_meanwhile' },
    };
    await runAsTenant(dealer, () => DomainEvent.create({ ...stored, type: 'lead.updated', test: false }));
    const resumed = await listen(admin.token, reader.events.at(-1)?.id);
    await resumed.until(() => leadsOf(resumed).includes('lead_missed_meanwhile'));
  });

  it('brings more than a page of them', async () => {
    const reader = await listen(admin.token);
    await happen('lead_before_many');
    await reader.until(() => leadsOf(reader).includes('lead_before_many'));
    reader.close();
    const many = Array.from({ length: 1200 }, (_, i) => ({
      type: 'lead.updated' as const,
      data: { lead_id: `lead_${i}` },
    }));
    await runAsTenant(dealer, () => recordEvents(app.services, dealer, false, many));
    const resumed = await listen(admin.token, reader.events.at(-1)?.id);
    await resumed.until(() => leadsOf(resumed).includes('lead_1199'));
    expect(leadsOf(resumed).slice(-1200)).toEqual(many.map((event) => event.data.lead_id));
  });

  it.each(['not-an-id', 'lead_01JD8Y3M5T9Q4W7Z2X6C1V8B0N', 'evt_ZZZZZZZZZZZZZZZZZZZZZZZZZZ'])(
    'of the form %s is refused',
    async (id) => {
      const answer = await app.as(admin.token).get<Schemas['Problem']>('/v1/events', { 'last-event-id': id });
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    },
  );
});

describe('two processes on one database', () => {
  let server: Server;
  let feed: EventFeed;
  let second: Services;
  beforeAll(async () => {
    const live = new LiveHub();
    second = { ...app.services, live };
    feed = new EventFeed(live, app.logger);
    feed.start();
    server = createServer(createApp({ contract: app.contract, services: second })).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(async () => {
    feed.stop();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  it('tell each other what happened, each event once', async () => {
    const reader = await listen(admin.token, undefined, url());
    await happen('lead_elsewhere');
    await happen('lead_here', second);
    await reader.until(() => leadsOf(reader).includes('lead_elsewhere'));
    await happen('lead_elsewhere_2');
    await reader.until(() => leadsOf(reader).includes('lead_elsewhere_2'));
    for (const id of ['lead_elsewhere', 'lead_here', 'lead_elsewhere_2'])
      expect(leadsOf(reader).filter((item) => item === id)).toHaveLength(1);
  });
});
