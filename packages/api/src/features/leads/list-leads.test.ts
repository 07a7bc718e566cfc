import { beforeAll, describe, expect, it } from 'vitest';
import { startDealership } from '../../../test/start-dealership.ts';
import type { Person } from '../../../test/start-test-app.ts';
import { enquiry, postForm, roomyEnv, settle, stillSignedIn } from '../../../test/work.ts';
import type { components } from '../../generated/openapi.ts';
import { MINUTE_MS, SECOND_MS } from '../../lib/clock.ts';

type Schemas = components['schemas'];
type LeadList = Schemas['LeadList'];

let rep: Person;
let dealer: string;
let middle: string;
const ids: Record<'kari' | 'aase' | 'per' | 'api', string> = { kari: '', aase: '', per: '', api: '' };

const { app, admin, client } = await startDealership({ env: roomyEnv });
beforeAll(async () => {
  rep = await app.addColleague(admin, 'sales_rep');
  dealer = admin.dealership.id;
  const vehicle = { make: 'Polestar', model: '2', price: 359_000, plate: 'EK12345', status: 'available' };
  expect((await admin.client.post('/v1/vehicles', vehicle)).status).toBe(201);
  const post = async (fields: Record<string, unknown>) => {
    app.clock.advance(SECOND_MS);
    const { body } = await postForm(app, dealer, enquiry(fields));
    await settle(app);
    return body.lead_id;
  };
  ids.kari = await post({
    name: 'Kari Hansen',
    email: 'kari@example.com',
    phone: '91234567',
    vehicle_interest: 'Polestar 2',
  });
  ids.aase = await post({ name: 'Åse Østby', email: 'aase@example.com', message: 'Ønsker blåbærgrå stasjonsvogn' });
  middle = app.clock.now().toISOString();
  app.clock.advance(SECOND_MS);
  const manual = { customer: { name: 'Per Olsen', phone: '+46701234567' }, message: 'Innom', tags: ['messe', 'vip'] };
  ids.per = (await stillSignedIn(app, rep).post<Schemas['Lead']>('/v1/leads', manual)).body.id;
  app.clock.advance(SECOND_MS);
  const key = await app.secretKey(admin, ['leads:write']);
  const passedOn = { customer: { email: 'api@example.com' }, message: 'Is it available?' };
  ids.api = (await app.as(key).post<Schemas['Lead']>('/v1/leads', passedOn)).body.id;
  await settle(app);
});

async function list(query: string): Promise<string[]> {
  const answer = await client().get<LeadList>(`/v1/leads?${query}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.data.map((lead) => lead.id);
}

describe('the list of leads', () => {
  it('is newest first, of live leads that are not deleted', async () => {
    expect(await list('')).toEqual([ids.api, ids.per, ids.aase, ids.kari]);
  });

  it('filters by every property, and by several at once', async () => {
    expect(await list('status=new')).toEqual([ids.per]);
    expect(await list('status=new,contacted')).toHaveLength(4);
    expect(await list('source=website')).toEqual([ids.aase, ids.kari]);
    expect(await list('source=api,manual')).toEqual([ids.api, ids.per]);
    expect(await list('tag=vip')).toEqual([ids.per]);
    expect(await list(`assigned_to=${rep.user.id}&source=manual`)).toEqual([ids.per]);
    expect(await list('assigned_to=nobody')).toEqual([]);
    expect(await list('unread=false')).toEqual([ids.per]);
    expect(await list(`created_after=${middle}`)).toEqual([ids.api, ids.per]);
    expect(await list(`created_before=${middle}`)).toEqual([ids.aase, ids.kari]);
    expect(await list(`created_after=${middle}&source=api`)).toEqual([ids.api]);
    const all = (await client().get<LeadList>('/v1/leads')).body.data;
    for (const temperature of ['hot', 'warm', 'cold'])
      expect(await list(`temperature=${temperature}`)).toEqual(
        all.filter((lead) => lead.temperature === temperature).map((lead) => lead.id),
      );
    const kari = all.find((lead) => lead.id === ids.kari);
    expect(await list(`person_id=${kari?.person_id}`)).toEqual([ids.kari]);
    expect(await list('status=won&source=api')).toEqual([]);
  });

  it.each([
    ['kari', 'kari'],
    ['han kar', 'kari'],
    ['kari@example.com', 'kari'],
    ['912 34 567', 'kari'],
    ['91234567', 'kari'],
    ['%2B47 912', 'kari'],
    ['polestar', 'kari'],
    ['EK12345', 'kari'],
    ['åse', 'aase'],
    ['østby blåbær', 'aase'],
    ['stasjonsv', 'aase'],
    ['070 123 45 67', 'per'],
  ] as const)('searches for %s', async (q, who) => {
    expect(await list(`q=${q.replaceAll(' ', '%20')}`)).toEqual([ids[who]]);
  });

  it.each(['ase', 'hansen olsen', 'tand', '%5E', '.*kari'])('does not find %s', async (q) => {
    const found = await list(`q=${encodeURIComponent(decodeURIComponent(q))}`);
    expect(found.length === 0 || q === '%5E' || q === '.*kari').toBe(true);
  });

  it('refuses what it does not know', async () => {
    for (const query of [
      'status=sold',
      'limit=0',
      'limit=101',
      'created_after=yesterday',
      'created_after=2026-12-31T23:59:60Z',
      'created_before=2026-12-31T23:59:60Z',
      'unread=maybe',
      'foo=bar',
      'status[$ne]=new',
    ])
      expect((await client().get(`/v1/leads?${query}`)).status, query).toBe(400);
  });

  it.each(['x', 'bm90IGEgY3Vyc29y', 'e30', Buffer.from('1 lead_$ne').toString('base64url')])(
    'refuses the cursor %s',
    async (cursor) => {
      const answer = await client().get<Schemas['Problem']>(`/v1/leads?cursor=${cursor}`);
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '?cursor' }] } });
    },
  );

  it('pages without gap or repeat while new leads arrive', async () => {
    const before = await list('limit=100');
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { body: LeadList } = await client().get<LeadList>(
        `/v1/leads?limit=1${cursor ? `&cursor=${cursor}` : ''}`,
      );
      seen.push(...page.body.data.map((lead) => lead.id));
      cursor = page.body.next_cursor;
      expect(page.body.has_more).toBe(cursor !== null);
      await postForm(app, dealer, { email: `late-${seen.length}@example.com` });
    } while (cursor);
    expect(seen).toEqual(before);
  });

  it('pages leads of one and the same millisecond', async () => {
    const other = await app.signUp();
    const theirs = stillSignedIn(app, other);
    const frozen = { now: () => new Date('2026-12-01T10:00:00.000Z') };
    const moving = app.services.clock;
    app.services.clock = frozen;
    for (let i = 0; i < 7; i += 1) await postForm(app, other.dealership.id, { email: `same-${i}@example.com` });
    app.services.clock = moving;
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { body: LeadList } = await theirs.get<LeadList>(
        `/v1/leads?limit=3${cursor ? `&cursor=${cursor}` : ''}`,
      );
      seen.push(...page.body.data.map((lead) => lead.id));
      cursor = page.body.next_cursor;
    } while (cursor);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  });

  it('sorts by activity when asked to', async () => {
    app.clock.advance(6 * MINUTE_MS);
    await postForm(app, dealer, enquiry({ email: 'kari@example.com', message: 'Hei igjen' }));
    await settle(app);
    expect((await list('sort=last_activity_at&limit=1'))[0]).toBe(ids.kari);
    expect(await list('q=igjen')).toEqual([ids.kari]);
  });
});
