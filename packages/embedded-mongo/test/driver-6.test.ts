import { MongoClient, MongoServerError, ObjectId } from 'mongodb-6';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withServer } from './with-server.ts';

const context = withServer();
let client: MongoClient;

beforeAll(async () => {
  client = await MongoClient.connect(`${context.server.uri}/driver6`);
});
afterAll(() => client.close());

interface Car {
  _id: ObjectId;
  make: string;
  price: number;
  tags: string[];
}
const cars = () => client.db().collection<Car>('cars');

describe('the driver before the present one', () => {
  it('writes, reads, sorts and pages', async () => {
    const many = Array.from({ length: 250 }, (_, n) => ({
      _id: new ObjectId(),
      make: n % 2 === 0 ? 'Volvo' : 'BMW',
      price: n,
      tags: [`t${n % 5}`],
    }));
    expect((await cars().insertMany(many)).insertedCount).toBe(250);
    await cars().createIndex({ make: 1, price: -1 });
    const volvos = await cars().find({ make: 'Volvo' }).sort({ price: -1 }).batchSize(20).toArray();
    expect(volvos.map((car) => car.price)).toEqual(Array.from({ length: 125 }, (_, n) => 248 - 2 * n));
    const grouped = cars().aggregate([{ $group: { _id: '$make', total: { $sum: '$price' } } }, { $sort: { _id: 1 } }]);
    expect(await grouped.toArray()).toEqual([
      { _id: 'BMW', total: 15625 },
      { _id: 'Volvo', total: 15500 },
    ]);
  });

  it('tells a duplicate by its key', async () => {
    await cars().createIndex({ price: 1 }, { unique: true });
    const error = await cars()
      .insertOne({ _id: new ObjectId(), make: 'Audi', price: 7, tags: [] })
      .catch((refusal: unknown) => refusal);
    expect(error).toBeInstanceOf(MongoServerError);
    expect(error).toMatchObject({ code: 11000, keyValue: { price: 7 } });
  });

  it('updates with retryable writes, array filters and find-and-modify', async () => {
    const changed = await cars().updateMany(
      { make: 'BMW' },
      { $set: { 'tags.$[tag]': 'seen' } },
      { arrayFilters: [{ tag: 't1' }] },
    );
    expect(changed.modifiedCount).toBe(25);
    const taken = await cars().findOneAndUpdate({ price: 9 }, { $inc: { price: 1000 } }, { returnDocument: 'after' });
    expect(taken?.price).toBe(1009);
  });

  it('commits a transaction, and takes one back', async () => {
    await client.withSession((session) =>
      session.withTransaction(async () => {
        await cars().insertOne({ _id: new ObjectId(), make: 'Saab', price: 5000, tags: [] }, { session });
      }),
    );
    await client.withSession(async (session) => {
      session.startTransaction();
      await cars().insertOne({ _id: new ObjectId(), make: 'Saab', price: 5001, tags: [] }, { session });
      await session.abortTransaction();
    });
    expect(await cars().distinct('price', { make: 'Saab' })).toEqual([5000]);
  });
});
