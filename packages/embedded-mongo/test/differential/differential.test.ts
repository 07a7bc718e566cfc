import { randomUUID } from 'node:crypto';
import { EJSON } from 'bson';
import fc from 'fast-check';
import { type Db, type Document, MongoClient, MongoServerError } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withServer } from '../with-server.ts';
import { type Answer, isKnown } from './known-differences.ts';
import { documents, type Operation, operations } from './operations.ts';

const uri = process.env.REALDB_URI;
const isLong = process.env.EMBEDDED_MONGO_LONG === '1';
const seed = Number(process.env.EMBEDDED_MONGO_SEED ?? 20261);
const rounds = Number(process.env.EMBEDDED_MONGO_ROUNDS ?? (isLong ? 150 : 8));
const perRound = 25;
const indexSets: Document[] = [{}, { a: 1 }, { b: -1, a: 1 }, { 'a.b': 1 }, { c: 1, b: 1 }];

if (!uri) console.log('SKIPPED: the differential test against a real engine, because REALDB_URI is not set');

/** An answer in a form that shows every type and can be compared. */
async function answer(db: Db, operation: Operation): Promise<Answer> {
  try {
    const reply = await db.command({ ...operation }, { promoteValues: false, bsonRegExp: true });
    const cursor = reply.cursor as { firstBatch: Document[] } | undefined;
    const values = Array.isArray(reply.values)
      ? (reply.values as unknown[]).map((value) => EJSON.stringify(value, { relaxed: false })).sort()
      : undefined;
    const errors = (reply.writeErrors as Document[] | undefined)?.map(({ code }) => Number(code));
    const { n, nModified, value } = reply;
    return normalize({
      batch: orderOf(operation, cursor?.firstBatch),
      values,
      errors,
      n: n === undefined ? undefined : Number(n),
      nModified: nModified === undefined ? undefined : Number(nModified),
      value,
    });
  } catch (error) {
    if (error instanceof MongoServerError) return { code: Number(error.code) };
    throw error;
  }
}

/** Puts what has no order of its own into one: groups that nothing sorts, and what a `$lookup` joins. */
function orderOf(operation: Operation, batch: Document[] | undefined): Document[] | undefined {
  const stages: Document[] = operation.pipeline ?? [];
  const byText = (a: unknown, b: unknown) => (EJSON.stringify(a) < EJSON.stringify(b) ? -1 : 1);
  if (stages.some((stage) => '$lookup' in stage)) for (const doc of batch ?? []) doc.joined?.sort(byText);
  const last = stages[stages.length - 1] ?? {};
  return '$group' in last || '$bucket' in last ? batch?.sort(byText) : batch;
}

function normalize(value: Document): Answer {
  return JSON.parse(EJSON.stringify(value, { relaxed: false }));
}

function describeDifference(parts: Record<string, unknown>): string {
  return Object.entries(parts)
    .map(([name, value]) => `${name.padEnd(9)} ${EJSON.stringify(value)}`)
    .join('\n');
}

describe.skipIf(!uri)('the same operations on a real engine', () => {
  const context = withServer();
  const name = `differential_${randomUUID().slice(0, 8)}`;
  let real: MongoClient;
  beforeAll(async () => {
    real = await MongoClient.connect(uri ?? '');
  });
  afterAll(async () => {
    await real?.db(name).dropDatabase();
    await real?.close();
  });

  async function reset(docs: Document[], index: Document): Promise<void> {
    for (const db of [context.client.db(name), real.db(name)]) {
      await db.collection('things').drop();
      await db.collection('things').insertMany(docs.map((doc) => ({ ...doc })) as never);
      if (Object.keys(index).length > 0)
        await db
          .collection('things')
          .createIndex(index as never)
          .catch(() => undefined);
    }
  }

  it(
    'gives the same answers and leaves the same documents',
    async () => {
      const differences: string[] = [];
      const [mineDb, realDb] = [context.client.db(name), real.db(name)];
      const everything = { find: 'things', sort: { _id: 1 } };
      const docSets = fc.sample(fc.array(documents, { minLength: 8, maxLength: 8 }), { seed, numRuns: rounds });
      const lists = fc.sample(fc.array(operations, { minLength: perRound, maxLength: perRound }), {
        seed: seed + 1,
        numRuns: rounds,
      });
      for (const [round, list] of lists.entries()) {
        const docs = (docSets[round] ?? []).map((doc, i) => ({ _id: i as never, ...doc }));
        const index = indexSets[round % indexSets.length] ?? {};
        await reset(docs, index);
        for (const operation of list) {
          const [mine, theirs] = [await answer(mineDb, operation), await answer(realDb, operation)];
          const changes = ['update', 'insert', 'delete', 'findAndModify'].some((command) => command in operation);
          const [left, right] = changes
            ? [await answer(mineDb, everything), await answer(realDb, everything)]
            : [null, null];
          const isLeftSame = JSON.stringify(left) === JSON.stringify(right);
          if (!isLeftSame || JSON.stringify(mine) !== JSON.stringify(theirs)) {
            if (!isKnown(operation, mine, theirs, { left, right }))
              differences.push(
                describeDifference({ index, operation, mine, theirs, ...(isLeftSame ? {} : { left, right }) }),
              );
          }
          if (!isLeftSame) await reset(docs, index);
        }
      }
      if (differences.length > 0)
        console.log(differences.slice(0, Number(process.env.EMBEDDED_MONGO_SHOW ?? 5)).join('\n\n'));
      expect(differences.length).toBe(0);
    },
    isLong ? 1800000 : 60000,
  );
});
