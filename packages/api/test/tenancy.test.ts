import mongoose, { type Model } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defineTenantModel, schemaOptions } from '../src/database/define-model.ts';
import { asOperator, currentTenant, runAsTenant, TenantMissing } from '../src/tenancy/context.ts';
import { startTestApp, type TestApp } from './start-test-app.ts';

interface Probe {
  _id: string;
  dealership_id: string;
  word: string;
}

const probeSchema = () => new mongoose.Schema<Probe>({ _id: String, word: String }, schemaOptions);
const Guarded = defineTenantModel<Probe>('Probe', 'probes', probeSchema());
/** What a model looks like when somebody forgets the plugin: the checks below have to notice. */
const Forgotten = mongoose.model<Probe>(
  'ForgottenProbe',
  probeSchema().add({ dealership_id: String }) as mongoose.Schema<Probe>,
  'probes',
);

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());
beforeEach(async () => {
  await Guarded.collection.deleteMany({});
  await Guarded.collection.insertMany([
    { _id: 'a1', dealership_id: 'dlr_a', word: 'ours' },
    { _id: 'b1', dealership_id: 'dlr_b', word: 'theirs' },
  ] as never);
});

type Operation = (model: Model<Probe>) => PromiseLike<unknown>;

/** Every way to read: what it gives has to be free of the other dealership's word. */
const reads: Record<string, Operation> = {
  find: (model) => model.find().lean(),
  'find by word': (model) => model.find({ word: 'theirs' }).lean(),
  'find with $or': (model) => model.find({ $or: [{ word: 'theirs' }, { word: 'ours' }] }).lean(),
  findOne: (model) => model.findOne({ word: 'theirs' }).lean(),
  findById: (model) => model.findById('b1').lean(),
  exists: (model) => model.exists({ word: 'theirs' }),
  countDocuments: async (model) => ({ theirs: await model.countDocuments({ word: 'theirs' }) }),
  distinct: (model) => model.distinct('word'),
  aggregate: (model) => model.aggregate([{ $group: { _id: '$word' } }]),
  'aggregate with $facet': (model) => model.aggregate([{ $facet: { all: [{ $match: {} }] } }]),
  cursor: async (model) => {
    const found = [];
    for await (const document of model.find().lean().cursor()) found.push(document);
    return found;
  },
  'aggregate cursor': async (model) => {
    const found = [];
    for await (const document of model.aggregate([{ $match: {} }]).cursor()) found.push(document);
    return found;
  },
};

/** Every way to write: the other dealership's document has to stay as it is. */
const writes: Record<string, Operation> = {
  updateOne: (model) => model.updateOne({ _id: 'b1' }, { word: 'stolen' }),
  updateMany: (model) => model.updateMany({}, { word: 'stolen' }),
  findOneAndUpdate: (model) => model.findOneAndUpdate({ _id: 'b1' }, { word: 'stolen' }),
  findByIdAndUpdate: (model) => model.findByIdAndUpdate('b1', { word: 'stolen' }),
  replaceOne: (model) => model.replaceOne({ _id: 'b1' }, { word: 'stolen' }),
  findOneAndReplace: (model) => model.findOneAndReplace({ _id: 'b1' }, { word: 'stolen' }),
  deleteOne: (model) => model.deleteOne({ _id: 'b1' }),
  deleteMany: (model) => model.deleteMany({}),
  findOneAndDelete: (model) => model.findOneAndDelete({ _id: 'b1' }),
  findByIdAndDelete: (model) => model.findByIdAndDelete('b1'),
};

async function leaks(model: Model<Probe>, read: Operation): Promise<boolean> {
  const seen = JSON.stringify(await runAsTenant('dlr_a', () => read(model)));
  return (
    seen.includes('b1') || seen.includes('"theirs"]') || /"theirs":[1-9]/.test(seen) || seen.includes('"_id":"theirs"')
  );
}

async function harms(model: Model<Probe>, write: Operation): Promise<boolean> {
  await runAsTenant('dlr_a', () => write(model));
  const theirs = await Guarded.collection.findOne({ _id: 'b1' as never });
  return theirs?.word !== 'theirs';
}

describe.each(Object.entries(reads))('reading by %s', (_name, read) => {
  it('throws without a dealership', async () => {
    await expect(Promise.resolve().then(() => read(Guarded))).rejects.toThrow(TenantMissing);
  });
  it('sees nothing of another dealership', async () => {
    expect(await leaks(Guarded, read)).toBe(false);
  });
});

describe.each(Object.entries(writes))('writing by %s', (_name, write) => {
  it('throws without a dealership', async () => {
    await expect(Promise.resolve().then(() => write(Guarded))).rejects.toThrow(TenantMissing);
  });
  it('does nothing to another dealership', async () => {
    expect(await harms(Guarded, write)).toBe(false);
  });
});

describe('these checks', () => {
  it('catch a model whose plugin was forgotten', async () => {
    const leaking = await Promise.all(Object.values(reads).map((read) => leaks(Forgotten, read)));
    expect(leaking.every(Boolean)).toBe(true);
    expect(await harms(Forgotten, (model) => model.updateOne({ _id: 'b1' }, { word: 'stolen' }))).toBe(true);
  });
});

describe('inserting', () => {
  it('stamps the dealership of the context', async () => {
    await runAsTenant('dlr_a', () => Guarded.create({ _id: 'a2', word: 'created' } as Probe));
    await runAsTenant('dlr_a', () => Guarded.insertMany([{ _id: 'a3', word: 'inserted' }], { lean: true }));
    await runAsTenant('dlr_a', () => Guarded.updateOne({ _id: 'a4' }, { word: 'upserted' }, { upsert: true }));
    const mine = await runAsTenant('dlr_a', () => Guarded.find({}, { dealership_id: 1 }).lean());
    expect(mine.map((probe) => [probe._id, probe.dealership_id])).toEqual(
      ['a1', 'a2', 'a3', 'a4'].map((id) => [id, 'dlr_a']),
    );
  });

  it.each([
    ['create', () => Guarded.create({ _id: 'x', dealership_id: 'dlr_b', word: '' })],
    ['insertMany', () => Guarded.insertMany([{ _id: 'x', dealership_id: 'dlr_b', word: '' }])],
    ['insertMany lean', () => Guarded.insertMany([{ _id: 'x', dealership_id: 'dlr_b', word: '' }], { lean: true })],
    [
      'an upsert',
      () => Guarded.updateOne({ _id: 'x' }, { $setOnInsert: { dealership_id: 'dlr_b' } }, { upsert: true }),
    ],
  ])('into another dealership by %s is refused', async (_name, insert) => {
    await expect(runAsTenant('dlr_a', () => insert())).rejects.toThrow(TenantMissing);
    expect(await Guarded.collection.countDocuments({})).toBe(2);
  });

  it('as operator has to name a dealership', async () => {
    await expect(asOperator(() => Guarded.create({ _id: 'x', word: '' } as Probe))).rejects.toThrow(TenantMissing);
    await asOperator(() => Guarded.create({ _id: 'x', dealership_id: 'dlr_b', word: '' }));
    expect(await Guarded.collection.countDocuments({ dealership_id: 'dlr_b' })).toBe(2);
  });
});

describe('a document', () => {
  it.each([
    ['$set', { $set: { dealership_id: 'dlr_b' } }],
    ['a plain update', { dealership_id: 'dlr_b' }],
    ['$unset', { $unset: { dealership_id: 1 } }],
  ])('cannot be moved to another dealership by %s', async (_name, update) => {
    await expect(runAsTenant('dlr_a', () => Guarded.updateOne({ _id: 'a1' }, update))).rejects.toThrow(TenantMissing);
    expect((await Guarded.collection.findOne({ _id: 'a1' as never }))?.dealership_id).toBe('dlr_a');
  });

  it('may hold the words "dealership_id"', async () => {
    await runAsTenant('dlr_a', () => Guarded.updateOne({ _id: 'a1' }, { word: '{"dealership_id":"dlr_b"}' }));
    expect((await Guarded.collection.findOne({ _id: 'a1' as never }))?.word).toContain('dlr_b');
  });
});

describe('what cannot be filtered', () => {
  it.each([
    ['a filter that names another dealership', () => Guarded.find({ dealership_id: 'dlr_b' }).lean()],
    ['estimatedDocumentCount', () => Guarded.estimatedDocumentCount()],
    ['bulkWrite', () => Guarded.bulkWrite([{ deleteMany: { filter: {} } }])],
  ])('is refused: %s', async (_name, work) => {
    await expect(runAsTenant('dlr_a', () => work())).rejects.toThrow(TenantMissing);
  });

  it('is refused: a path nobody declared, which would otherwise be dropped from the filter', async () => {
    await expect(runAsTenant('dlr_a', () => Guarded.find({ dealershipId: 'dlr_b' } as never).lean())).rejects.toThrow(
      /strict/i,
    );
  });
});

describe('the context', () => {
  it('belongs to one flow of work, however many run at once', async () => {
    const seen = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        runAsTenant(index % 2 === 0 ? 'dlr_a' : 'dlr_b', async () => {
          await new Promise((resolve) => setImmediate(resolve));
          const probes = await Guarded.find().lean();
          return [currentTenant('a test'), ...probes.map((probe) => probe.dealership_id)];
        }),
      ),
    );
    for (const [index, tenants] of seen.entries()) {
      expect(new Set(tenants)).toEqual(new Set([index % 2 === 0 ? 'dlr_a' : 'dlr_b']));
    }
  });

  it('holds for a query that is awaited outside the function that made it', async () => {
    const found = await runAsTenant('dlr_a', () => Guarded.find().lean());
    expect(found.map((probe) => probe._id)).toEqual(['a1']);
  });

  it('is never an empty id', async () => {
    await expect(runAsTenant('', () => Guarded.find().lean())).rejects.toThrow(TenantMissing);
  });
});

it('is asked for by every model but those of people, sessions, limits, SMS, what is not yet anybody’s and dealerships themselves', () => {
  const withoutTenant = Object.values(mongoose.models)
    .filter((model) => model.schema.path('dealership_id')?.options.immutable !== true)
    .map((model) => model.modelName);
  expect(withoutTenant.sort()).toEqual([
    'ConnectionAddress',
    'Dealership',
    'ForgottenProbe',
    'MailgunReceipt',
    'RateLimit',
    'Session',
    'SmsId',
    'Unclaimed',
    'User',
  ]);
});
