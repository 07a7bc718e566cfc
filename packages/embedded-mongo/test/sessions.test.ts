import { Binary, Long } from 'mongodb';
import { expect, it } from 'vitest';
import { start } from '../src/index.ts';
import { RawClient } from './raw-client.ts';
import { withServer } from './with-server.ts';

const context = withServer();

it('commits and aborts transactions, which read a snapshot with their own changes', async () => {
  const c = context.db.collection<{ _id: string; n: number }>('accounts');
  await c.createIndex({ n: 1 });
  await c.insertMany([
    { _id: 'a', n: 1 },
    { _id: 'b', n: 2 },
  ]);
  const session = context.client.startSession();
  session.startTransaction();
  await c.updateOne({ _id: 'a' }, { $inc: { n: 10 } }, { session });
  await c.insertOne({ _id: 'c', n: 5 }, { session });
  await c.deleteOne({ _id: 'b' }, { session });
  expect(await c.find({}, { session }).sort({ n: 1 }).toArray()).toEqual([
    { _id: 'c', n: 5 },
    { _id: 'a', n: 11 },
  ]);
  expect(await c.countDocuments({ n: { $gte: 5 } }, { session })).toBe(2);
  expect(await c.find().sort({ n: 1 }).toArray()).toEqual([
    { _id: 'a', n: 1 },
    { _id: 'b', n: 2 },
  ]);
  await session.commitTransaction();
  expect(await c.find().sort({ n: 1 }).toArray()).toEqual([
    { _id: 'c', n: 5 },
    { _id: 'a', n: 11 },
  ]);
  session.startTransaction();
  await c.deleteMany({}, { session });
  await session.abortTransaction();
  expect(await c.countDocuments()).toBe(2);
  expect(await context.db.command({ validate: 'accounts' })).toMatchObject({ valid: true });
  await session.endSession();
});

it('answers a write conflict with the label that lets the driver try again', async () => {
  const c = context.db.collection<{ _id: string; n: number }>('conflicts');
  await c.insertOne({ _id: 'x', n: 0 });
  const [one, two] = [context.client.startSession(), context.client.startSession()];
  one.startTransaction();
  two.startTransaction();
  await c.updateOne({ _id: 'x' }, { $inc: { n: 1 } }, { session: one });
  const failure = c.updateOne({ _id: 'x' }, { $inc: { n: 1 } }, { session: two });
  await expect(failure).rejects.toMatchObject({
    code: 112,
    errorLabels: expect.arrayContaining(['TransientTransactionError']),
  });
  await expect(c.findOne({}, { session: two })).rejects.toMatchObject({ code: 251 });
  let waited = false;
  const outside = c.updateOne({ _id: 'x' }, { $inc: { n: 100 } }).then(() => {
    waited = true;
  });
  await c.findOne({ _id: 'x' });
  expect(waited).toBe(false);
  await one.commitTransaction();
  await outside;
  expect(await c.findOne()).toEqual({ _id: 'x', n: 101 });
  await Promise.all([one.endSession(), two.endSession()]);
});

it('runs concurrent withTransaction bodies as if one after another', async () => {
  const c = context.db.collection<{ _id: string; n: number }>('counter');
  await c.insertOne({ _id: 'x', n: 0 });
  await Promise.all(
    Array.from({ length: 8 }, () =>
      context.client.withSession((session) =>
        session.withTransaction(async () => {
          const doc = await c.findOne({ _id: 'x' }, { session });
          await c.updateOne({ _id: 'x' }, { $set: { n: (doc?.n ?? 0) + 1 } }, { session });
        }),
      ),
    ),
  );
  expect(await c.findOne()).toEqual({ _id: 'x', n: 8 });
});

it('lets documents exchange unique values in one transaction', async () => {
  const c = context.db.collection<{ _id: number; place: number }>('places');
  await c.createIndex({ place: 1 }, { unique: true });
  await c.insertMany([
    { _id: 1, place: 1 },
    { _id: 2, place: 2 },
  ]);
  await context.client.withSession((session) =>
    session.withTransaction(async () => {
      await c.updateOne({ _id: 1 }, { $set: { place: 0 } }, { session });
      await c.updateOne({ _id: 2 }, { $set: { place: 1 } }, { session });
      await c.updateOne({ _id: 1 }, { $set: { place: 2 } }, { session });
    }),
  );
  expect(await c.find().sort({ _id: 1 }).toArray()).toEqual([
    { _id: 1, place: 2 },
    { _id: 2, place: 1 },
  ]);
  expect(await context.db.command({ validate: 'places' })).toMatchObject({ valid: true });
});

it('refuses duplicates inside and between transactions', async () => {
  const c = context.db.collection<{ email: string }>('emails');
  await c.createIndex({ email: 1 }, { unique: true });
  await c.insertOne({ email: 'a' });
  const [one, two] = [context.client.startSession(), context.client.startSession()];
  one.startTransaction();
  await expect(c.insertOne({ email: 'a' }, { session: one })).rejects.toMatchObject({ code: 11000 });
  await one.abortTransaction();
  one.startTransaction();
  two.startTransaction();
  await c.insertOne({ email: 'b' }, { session: one });
  await expect(c.insertOne({ email: 'b' }, { session: two })).rejects.toMatchObject({ code: 112 });
  await one.commitTransaction();
  expect(await c.countDocuments()).toBe(2);
  await Promise.all([one.endSession(), two.endSession()]);
});

it('answers a write sent twice the same, also after a restart', async () => {
  const lsid = { id: new Binary(Buffer.alloc(16, 7), 4) };
  const command = {
    update: 'retried',
    updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } }, upsert: true }],
    lsid,
    txnNumber: Long.fromNumber(5),
  };
  let client = new RawClient(context.server.port);
  const first = await client.command(command);
  expect(first).toMatchObject({ ok: 1, n: 1 });
  expect(await client.command(command)).toEqual(first);
  client.close();
  const { port } = context.server;
  await context.server.stop();
  context.server = await start({ dbPath: context.folder, port });
  client = new RawClient(port);
  expect(await client.command(command)).toEqual(first);
  expect(await context.db.collection('retried').find().toArray()).toEqual([{ _id: 1, n: 1 }]);
  expect(await client.command({ ...command, txnNumber: Long.fromNumber(4) })).toMatchObject({ ok: 0, code: 225 });
  const modify = {
    findAndModify: 'retried',
    query: { _id: 1 },
    update: { $inc: { n: 1 } },
    new: true,
    lsid,
    txnNumber: Long.fromNumber(6),
  };
  expect(await client.command(modify)).toMatchObject({ value: { n: 2 } });
  expect(await client.command(modify)).toMatchObject({ value: { n: 2 } });
  client.close();
});

it('refuses a second process on the same folder', async () => {
  await expect(start({ dbPath: context.folder, port: 0 })).rejects.toThrow(/already served/);
});
