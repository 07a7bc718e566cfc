import { expect, it } from 'vitest';
import { Norvalt } from '../norvalt.ts';
import { json, problem, type Reply, startServer } from '../testing/start-server.ts';

/** Pages of leads: each inner list is a page, cursors are c1, c2 and so on. */
const inPages = (...pages: string[][]): Reply[] =>
  pages.map((ids, index) => {
    const last = index === pages.length - 1;
    return json({ data: ids.map((id) => ({ id })), has_more: !last, next_cursor: last ? null : `c${index + 1}` });
  });

async function setUp(...replies: Reply[]) {
  const server = await startServer(...replies);
  return {
    norvalt: new Norvalt({ baseUrl: server.baseUrl, maxRetries: 0 }),
    targets: () => server.requests.map((request) => request.target),
  };
}

it('gives every item of every page, fetching a page when it is reached', async () => {
  const { norvalt, targets } = await setUp(...inPages(['a', 'b'], [], ['c']));
  const ids: string[] = [];
  for await (const lead of norvalt.leads.list({ status: ['new', 'won'], limit: 2 })) {
    ids.push(lead.id);
    if (lead.id === 'b') expect(targets()).toHaveLength(1);
  }
  expect(ids).toEqual(['a', 'b', 'c']);
  expect(targets()).toEqual([
    '/v1/leads?status=new,won&limit=2',
    '/v1/leads?status=new,won&limit=2&cursor=c1',
    '/v1/leads?status=new,won&limit=2&cursor=c2',
  ]);
});

it('asks for no further page when the loop is left', async () => {
  const { norvalt, targets } = await setUp(...inPages(['a'], ['b']));
  for await (const _lead of norvalt.leads.list()) break;
  expect(targets()).toEqual(['/v1/leads']);
});

it('gives one page when awaited, and the next from it', async () => {
  const { norvalt } = await setUp(...inPages(['a'], ['b']));
  const first = await norvalt.leads.list();
  expect(first).toMatchObject({ data: [{ id: 'a' }], hasMore: true, nextCursor: 'c1' });
  const second = await first.getNextPage();
  expect(second).toMatchObject({ data: [{ id: 'b' }], hasMore: false, nextCursor: null });
  expect(await second?.getNextPage()).toBeNull();
});

it('gives page after page', async () => {
  const { norvalt } = await setUp(...inPages(['a', 'b'], ['c']));
  const sizes: number[] = [];
  for await (const page of (await norvalt.leads.list()).pages()) sizes.push(page.data.length);
  expect(sizes).toEqual([2, 1]);
});

it('believes has_more, whatever the cursor says', async () => {
  const { norvalt } = await setUp(json({ data: [], has_more: false, next_cursor: 'c1' }));
  expect(await norvalt.leads.list()).toMatchObject({ hasMore: false, nextCursor: null });
});

it('starts at a cursor of before', async () => {
  const { norvalt, targets } = await setUp(...inPages(['a']));
  await norvalt.leads.list({ cursor: 'c9/+' });
  expect(targets()).toEqual(['/v1/leads?cursor=c9%2F%2B']);
});

it('gives what a list has besides its items', async () => {
  const counts = { available: 3, reserved: 1, sold: 0, demo: 0 };
  const { norvalt } = await setUp(json({ data: [], has_more: false, next_cursor: null, counts }));
  const { data: page, requestId } = await norvalt.vehicles.list().withResponse();
  expect(page.body.counts).toEqual(counts);
  expect(requestId).toBe('req_1');
});

it('throws out of the loop when a later page fails', async () => {
  const [first = json({})] = inPages(['a'], ['b']);
  const { norvalt } = await setUp(first, problem(403, 'forbidden'));
  const ids: string[] = [];
  const loop = async () => {
    for await (const lead of norvalt.leads.list()) ids.push(lead.id);
  };
  await expect(loop()).rejects.toMatchObject({ status: 403 });
  expect(ids).toEqual(['a']);
});
