import { EJSON } from 'bson';
import fc from 'fast-check';
import type { Document } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { documents, filters } from './differential/operations.ts';
import { withServer } from './with-server.ts';

const context = withServer();
const runs = process.env.EMBEDDED_MONGO_LONG === '1' ? 3000 : 120;

async function plan(filter: Document, options: Document = {}): Promise<Document> {
  const reply = await context.db.command({
    explain: { find: 'leads', filter, ...options },
    verbosity: 'executionStats',
  });
  const text = JSON.stringify(reply.queryPlanner.winningPlan);
  return {
    index: /"indexName":"([^"]+)"/.exec(text)?.[1],
    sorts: text.includes('"SORT"'),
    scans: text.includes('COLLSCAN'),
    ...reply.executionStats,
  };
}

describe('the planner', () => {
  it('uses indexes for equality, lists, ranges, prefixes and sorts', async () => {
    const leads = context.db.collection<Document & { _id: number }>('leads');
    await leads.createIndexes([
      { key: { dealership: 1, status: 1, at: -1 } },
      { key: { names: 1 } },
      { key: { email: 1 }, unique: true, partialFilterExpression: { email: { $type: 'string' } } },
      { key: { phone: 1 }, sparse: true },
    ]);
    await leads.insertMany(
      Array.from({ length: 500 }, (_, i) => ({
        _id: i,
        dealership: `d${i % 5}`,
        status: i % 2 ? 'open' : 'closed',
        at: new Date(i),
        names: [`ola ${i}`, `nordmann ${i}`],
        email: `e${i}`,
        ...(i % 10 ? {} : { phone: `p${i}` }),
      })),
    );
    expect(await plan({ _id: 7 })).toMatchObject({ index: '_id_', totalKeysExamined: 1, totalDocsExamined: 1 });
    expect(await plan({ dealership: 'd1', status: 'open' }, { sort: { at: -1 }, limit: 25 })).toMatchObject({
      index: 'dealership_1_status_1_at_-1',
      sorts: false,
      nReturned: 25,
    });
    expect(
      await plan(
        { dealership: 'd1', status: 'open', at: { $gte: new Date(100), $lt: new Date(200) } },
        { sort: { at: 1 } },
      ),
    ).toMatchObject({ nReturned: 10, totalKeysExamined: 10, sorts: false });
    expect(await plan({ dealership: { $in: ['d1', 'd2'] }, status: 'open' })).toMatchObject({
      nReturned: 100,
      totalKeysExamined: 100,
    });
    expect(await plan({ names: /^ola 12/ })).toMatchObject({ index: 'names_1', nReturned: 11, totalKeysExamined: 11 });
    expect(await plan({ names: /^ola 12/i })).toMatchObject({ nReturned: 11, scans: true });
    expect(await plan({ email: 'e5' })).toMatchObject({ index: 'email_1', totalKeysExamined: 1 });
    expect(await plan({ dealership: 'd1' }, { sort: { _id: -1 }, limit: 5 })).toMatchObject({
      sorts: false,
      nReturned: 5,
    });
    expect(await plan({ email: null })).toMatchObject({ scans: true });
    expect(await plan({ phone: 'p10' })).toMatchObject({ index: 'phone_1' });
    expect(await plan({ phone: { $exists: false } })).toMatchObject({ scans: true, nReturned: 450 });
    expect(await plan({ $or: [{ email: 'e5' }, { phone: 'p10' }] })).toMatchObject({
      nReturned: 2,
      totalDocsExamined: 2,
      scans: false,
    });
  });

  it('finds the same with indexes as without, in the same order', async () => {
    const things = context.db.collection<Document & { _id: number }>('things');
    const sorts = fc.constantFrom<Document | undefined>(undefined, { a: 1 }, { b: -1 }, { a: 1, b: -1 }, { 'a.b': 1 });
    const keys: Document[] = [{ a: 1 }, { b: -1, a: 1 }, { 'a.b': 1, c: 1 }, { c: 1, b: 1 }, { 'a.0': 1 }];
    for (const key of keys) await things.createIndex(key as never);
    await things.createIndex({ b: 1 }, { sparse: true, name: 'sparse' });
    await things.createIndex({ c: -1 }, { partialFilterExpression: { a: { $gt: 0 } }, name: 'partial' });
    const sample = fc.sample(documents, { seed: 5, numRuns: 400 });
    for (const [i, doc] of sample.entries()) await things.insertOne({ _id: i, ...doc } as never).catch(() => undefined);
    expect(await things.countDocuments()).toBeGreaterThan(300);
    const property = fc.asyncProperty(filters, sorts, fc.integer({ min: 0, max: 9 }), async (filter, sort, limit) => {
      const find = {
        find: 'things',
        filter,
        sort: { ...sort, _id: 1 },
        projection: { _id: 1 },
        batchSize: 1000,
        limit,
      };
      const ids = async (command: Document) =>
        ((await context.db.command(command)).cursor.firstBatch as Document[]).map(({ _id }) => _id);
      const expected = await ids({ ...find, hint: { $natural: 1 } });
      expect(await ids(find), EJSON.stringify(filter)).toEqual(expected);
      if (limit > 0) return;
      const inOrder = sort ? await ids({ ...find, sort, hint: { $natural: 1 } }) : expected;
      expect((await ids({ ...find, sort })).length).toBe(inOrder.length);
      expect((await context.db.command({ count: 'things', query: filter })).n).toBe(expected.length);
    });
    await fc.assert(property, { numRuns: runs, seed: 6 });
    expect(await context.db.command({ validate: 'things' })).toMatchObject({ valid: true, errors: [] });
  }, 120000);
});
