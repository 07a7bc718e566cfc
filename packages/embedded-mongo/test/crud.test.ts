import { MongoClient, ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { withServer } from './with-server.ts';

// biome-ignore lint/suspicious/noExplicitAny: documents of every shape
type Any = { _id: string; [key: string]: any };

const context = withServer();

describe('the Node driver', () => {
  it('connects plainly and directly', async () => {
    for (const query of ['', '?directConnection=true', '?replicaSet=rs0']) {
      const client = await MongoClient.connect(`${context.server.uri}/test${query}`);
      expect(await client.db().command({ ping: 1 })).toMatchObject({ ok: 1 });
      await client.close();
    }
  });

  it('inserts, finds, sorts, pages and counts', async () => {
    const c = context.db.collection<{ _id: number; n: number; tags: string[] }>('basic');
    await c.insertMany(Array.from({ length: 250 }, (_, i) => ({ _id: i, n: i % 10, tags: [`t${i % 3}`, 'all'] })));
    expect(await c.countDocuments()).toBe(250);
    expect(await c.estimatedDocumentCount()).toBe(250);
    expect((await c.find().batchSize(7).toArray()).map(({ _id }) => _id)).toEqual(
      Array.from({ length: 250 }, (_, i) => i),
    );
    const page = await c
      .find({ n: { $gte: 8 } })
      .sort({ n: -1, _id: 1 })
      .skip(1)
      .limit(3)
      .project({ n: 1 })
      .toArray();
    expect(page).toEqual([
      { _id: 19, n: 9 },
      { _id: 29, n: 9 },
      { _id: 39, n: 9 },
    ]);
    await c.createIndex({ tags: 1, n: -1 });
    expect(await c.find({ tags: /^t1/ }).sort({ _id: 1 }).limit(2).toArray()).toMatchObject([{ _id: 1 }, { _id: 4 }]);
    expect(await c.distinct('tags')).toEqual(expect.arrayContaining(['all', 't0', 't1', 't2']));
  });

  it('updates with operators, filters, upserts and pipelines', async () => {
    const c = context.db.collection<Any>('updates');
    await c.insertOne({
      _id: 'a',
      n: 1,
      list: [
        { k: 1, v: 1 },
        { k: 2, v: 2 },
      ],
    });
    await c.updateOne({ _id: 'a' }, { $inc: { n: 2 }, $set: { 'list.$[e].v': 9 } }, { arrayFilters: [{ 'e.k': 2 }] });
    await c.updateOne({ _id: 'a', 'list.k': 1 }, { $set: { 'list.$.v': 5 }, $push: { log: 'x' } as never });
    await c.updateOne({ _id: 'a' }, [{ $set: { double: { $multiply: ['$n', 2] } } }]);
    expect(await c.findOne({ _id: 'a' })).toEqual({
      _id: 'a',
      n: 3,
      list: [
        { k: 1, v: 5 },
        { k: 2, v: 9 },
      ],
      log: ['x'],
      double: 6,
    });
    const made = await c.updateOne(
      { _id: 'b', kind: 'x' },
      { $set: { n: 1 }, $setOnInsert: { at: 7 } },
      { upsert: true },
    );
    expect(made).toMatchObject({ matchedCount: 0, upsertedCount: 1, upsertedId: 'b' });
    expect(await c.findOneAndUpdate({ _id: 'b' }, { $inc: { n: 1 } }, { returnDocument: 'after' })).toEqual({
      _id: 'b',
      kind: 'x',
      at: 7,
      n: 2,
    });
    expect(await c.deleteMany({})).toMatchObject({ deletedCount: 2 });
  });

  it('tells duplicates by keyPattern and keyValue', async () => {
    const c = context.db.collection('unique');
    await c.createIndex({ email: 1 }, { unique: true });
    await c.insertOne({ email: 'a@b.no' });
    await expect(c.insertOne({ email: 'a@b.no' })).rejects.toMatchObject({
      code: 11000,
      keyPattern: { email: 1 },
      keyValue: { email: 'a@b.no' },
    });
    await expect(
      c.insertMany([{ email: 'c' }, { email: 'c' }, { email: 'd' }], { ordered: false }),
    ).rejects.toMatchObject({ code: 11000, insertedCount: 2 });
  });

  it('aggregates', async () => {
    const c = context.db.collection('orders');
    await c.insertMany([
      { who: 'a', n: 1 },
      { who: 'b', n: 2 },
      { who: 'a', n: 3 },
    ]);
    const result = await c
      .aggregate([
        { $match: { n: { $gt: 0 } } },
        { $group: { _id: '$who', total: { $sum: '$n' }, all: { $push: '$n' } } },
        { $lookup: { from: 'orders', localField: '_id', foreignField: 'who', as: 'own' } },
        { $addFields: { count: { $size: '$own' } } },
        { $project: { own: 0 } },
        { $sort: { _id: 1 } },
      ])
      .toArray();
    expect(result).toEqual([
      { _id: 'a', total: 4, all: [1, 3], count: 2 },
      { _id: 'b', total: 2, all: [2], count: 1 },
    ]);
  });

  it('changes many documents, each once, and removes them', async () => {
    const c = context.db.collection<Any>('many');
    await c.createIndex({ n: 1 });
    await c.insertMany(Array.from({ length: 3000 }, (_, i) => ({ _id: String(i), n: i })));
    expect(await c.updateMany({ n: { $gte: 0 } }, { $inc: { n: 10 } })).toMatchObject({
      matchedCount: 3000,
      modifiedCount: 3000,
    });
    expect(await c.aggregate([{ $group: { _id: null, low: { $min: '$n' }, high: { $max: '$n' } } }]).toArray()).toEqual(
      [{ _id: null, low: 10, high: 3009 }],
    );
    expect(await c.deleteMany({ n: { $lt: 2000 } })).toMatchObject({ deletedCount: 1990 });
    await context.client.withSession((session) =>
      session.withTransaction(async () => {
        expect(await c.updateMany({}, { $set: { n: 1 } }, { session })).toMatchObject({ modifiedCount: 1010 });
        expect(await c.deleteMany({ n: 1 }, { session })).toMatchObject({ deletedCount: 1010 });
      }),
    );
    expect(await c.countDocuments()).toBe(0);
    expect(await context.db.command({ validate: 'many' })).toMatchObject({ valid: true });
  });

  it('joins by expressions, merges and replaces collections', async () => {
    const [left, right] = [context.db.collection<Any>('left'), context.db.collection<Any>('right')];
    await left.insertMany([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 2 },
    ]);
    await right.insertMany([
      { _id: 'x', n: 1 },
      { _id: 'y', n: 2 },
      { _id: 'z', n: 2 },
    ]);
    const join = {
      $lookup: {
        from: 'right',
        let: { n: '$n' },
        pipeline: [{ $match: { $expr: { $eq: ['$n', '$$n'] } } }, { $project: { _id: 1 } }],
        as: 'found',
      },
    };
    expect(await left.aggregate([join, { $sort: { _id: 1 } }]).toArray()).toEqual([
      { _id: 'a', n: 1, found: [{ _id: 'x' }] },
      { _id: 'b', n: 2, found: [{ _id: 'y' }, { _id: 'z' }] },
    ]);
    await left
      .aggregate([{ $set: { n: { $add: ['$n', 10] } } }, { $merge: { into: 'right', whenNotMatched: 'insert' } }])
      .toArray();
    expect(await right.countDocuments()).toBe(5);
    await left.aggregate([{ $set: { n: 0 } }, { $merge: { into: 'right', whenMatched: 'replace' } }]).toArray();
    expect(await right.findOne({ _id: 'a' })).toEqual({ _id: 'a', n: 0 });
    await left.aggregate([{ $match: { n: 2 } }, { $out: 'right' }]).toArray();
    expect(await right.find().toArray()).toEqual([{ _id: 'b', n: 2 }]);
    const windows = [
      {
        $setWindowFields: {
          sortBy: { n: 1 },
          output: { total: { $sum: '$n', window: { documents: ['unbounded', 'current'] } } },
        },
      },
      { $sort: { n: 1 } },
    ];
    expect(await left.aggregate(windows).toArray()).toMatchObject([{ total: 1 }, { total: 3 }]);
    const shapes = [
      { $match: { _id: 'a' } },
      {
        $project: {
          _id: 0,
          ids: {
            $map: {
              input: ['65a000000000000000000001'],
              in: { $eq: [{ $toObjectId: '$$this' }, new ObjectId('65a000000000000000000001')] },
            },
          },
          none: { $first: [[]] },
          last: { $last: [[1, 2]] },
          zipped: { $zip: { inputs: [[1, 2], ['a']] } },
          each: { $filter: { input: [1, 5, '7'], cond: { $gt: ['$$this', 4] } } },
        },
      },
    ];
    expect(await left.aggregate(shapes).toArray()).toEqual([
      { ids: [true], last: 2, zipped: [[1, 'a']], each: [5, '7'] },
    ]);
    const union = [{ $unionWith: 'right' }, { $group: { _id: null, n: { $sum: '$n' } } }];
    expect(await left.aggregate(union).toArray()).toEqual([{ _id: null, n: 5 }]);
  });

  it('manages indexes and collections', async () => {
    const c = context.db.collection('managed');
    await c.createIndexes([
      { key: { a: 1, b: -1 } },
      { key: { at: 1 }, expireAfterSeconds: 60 },
      { key: { x: 1 }, partialFilterExpression: { y: true } },
    ]);
    expect((await c.indexes()).map(({ name }) => name)).toEqual(['_id_', 'a_1_b_-1', 'at_1', 'x_1']);
    await c.dropIndex('x_1');
    await expect(c.dropIndex('nope')).rejects.toMatchObject({ code: 27 });
    expect((await context.db.listCollections({ name: 'managed' }).toArray())[0]).toMatchObject({
      name: 'managed',
      type: 'collection',
    });
    expect(await c.drop()).toBe(true);
    await expect(context.db.createCollection('orders')).rejects.toMatchObject({ code: 48 });
    await context.client.db('other').collection('x').insertOne({ _id: new ObjectId() });
    await context.client.db('other').dropDatabase();
    expect(await context.client.db('other').listCollections().toArray()).toEqual([]);
  });
});
