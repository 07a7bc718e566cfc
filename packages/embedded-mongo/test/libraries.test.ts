import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import mongoose from 'mongoose';
import { afterAll, expect, it, vi } from 'vitest';
import { withServer } from './with-server.ts';

const context = withServer();

afterAll(() => mongoose.disconnect());

it('carries mongoose: schemas, unique fields, populate, sessions, bulk writes', async () => {
  await mongoose.connect(`${context.server.uri}/moose`);
  const dealerSchema = new mongoose.Schema({ name: { type: String, required: true, unique: true } });
  const leadSchema = new mongoose.Schema(
    {
      name: { type: String, index: true },
      tags: [String],
      dealer: { type: mongoose.Schema.Types.ObjectId, ref: 'Dealer' },
      history: [{ what: String, at: Date }],
      price: mongoose.Schema.Types.Decimal128,
      extra: mongoose.Schema.Types.Mixed,
    },
    { timestamps: true, optimisticConcurrency: true },
  );
  const Dealer = mongoose.model('Dealer', dealerSchema);
  const Lead = mongoose.model('Lead', leadSchema);
  await Promise.all([Dealer.init(), Lead.init()]);
  const dealer = await Dealer.create({ name: 'Bilhuset' });
  await expect(Dealer.create({ name: 'Bilhuset' })).rejects.toMatchObject({
    code: 11000,
    keyValue: { name: 'Bilhuset' },
  });
  const lead = await Lead.create({ name: 'Ola', tags: ['new'], dealer: dealer._id, price: '199900.50' });
  lead.tags.push('hot');
  lead.history.push({ what: 'called', at: new Date(1) });
  await lead.save();
  const stale = await Lead.findById(lead._id).orFail();
  await Lead.updateOne(
    { _id: lead._id, 'history.what': 'called' },
    { $set: { 'history.$.what': 'mailed' }, $inc: { __v: 1 } },
  );
  stale.name = 'Kari';
  await expect(stale.save()).rejects.toThrow(mongoose.Error.VersionError);
  const found = await Lead.findOne({ tags: { $all: ['new', 'hot'] } })
    .populate('dealer')
    .lean();
  expect(found).toMatchObject({ name: 'Ola', dealer: { name: 'Bilhuset' }, history: [{ what: 'mailed' }] });
  await Lead.bulkWrite([
    { insertOne: { document: { name: 'Per' } } },
    { updateOne: { filter: { name: 'Per' }, update: { $addToSet: { tags: 'x' } } } },
    { deleteOne: { filter: { name: 'nobody' } } },
  ]);
  expect(await Lead.countDocuments({ tags: 'x' })).toBe(1);
  await mongoose.connection.transaction(async (session) => {
    await Lead.create([{ name: 'inside' }], { session });
    expect(await Lead.countDocuments({ name: 'inside' }).session(session)).toBe(1);
  });
  expect(await Lead.countDocuments({ name: 'inside' })).toBe(1);
  expect(await Lead.find().cursor({ batchSize: 1 }).next()).toBeTruthy();
});

it('carries Agenda: jobs run once, repeated ones again, failed ones with a reason', async () => {
  const backend = new MongoBackend({ address: `${context.server.uri}/agenda`, collection: 'jobs' });
  const agenda = new Agenda({ backend, processEvery: 50 });
  const ran: string[] = [];
  agenda.define('once', async (job) => {
    await job.touch();
    ran.push((job.attrs.data as { id: string }).id);
  });
  agenda.define('fails', () => Promise.reject(new Error('no luck')));
  agenda.define('often', async () => void ran.push('often'));
  await agenda.start();
  await Promise.all(Array.from({ length: 10 }, (_, i) => agenda.now('once', { id: `job ${i}` })));
  await agenda.every('1 second', 'often');
  await agenda.now('fails', {});
  const jobs = context.client.db('agenda').collection('jobs');
  await vi.waitFor(
    () => expect(ran.filter((id) => id !== 'often').sort()).toEqual(Array.from({ length: 10 }, (_, i) => `job ${i}`)),
    { timeout: 10000 },
  );
  await vi.waitFor(
    async () => expect(await jobs.findOne({ name: 'fails' })).toMatchObject({ failReason: 'no luck', failCount: 1 }),
    { timeout: 10000 },
  );
  await vi.waitFor(() => expect(ran.filter((id) => id === 'often').length).toBeGreaterThan(1), { timeout: 10000 });
  await agenda.stop();
  expect(await jobs.countDocuments({ lockedAt: { $ne: null } })).toBe(0);
}, 30000);
