import { Binary, BSON, type Document, serialize } from 'bson';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { message, RawClient } from './raw-client.ts';
import { withServer } from './with-server.ts';

const context = withServer();
const runs = process.env.EMBEDDED_MONGO_LONG === '1' ? 2000 : 150;
const open: RawClient[] = [];

function connect(): RawClient {
  const client = new RawClient(context.server.port);
  open.push(client);
  return client;
}

afterEach(async () => {
  for (const client of open.splice(0)) client.close();
  expect(await context.db.command({ ping: 1 })).toMatchObject({ ok: 1 });
});

/** Sends bytes, ends the stream and waits for an answer or the end. */
async function survives(bytes: Buffer): Promise<void> {
  const client = connect();
  client.send(bytes);
  client.socket.end();
  await client.receive();
  client.close();
}

describe('bad input', () => {
  it('random bytes end their own connection only', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), (bytes) => survives(Buffer.from(bytes))),
      { numRuns: runs, seed: 1 },
    );
  }, 120000);

  it('sound messages with some bytes changed are answered or end their connection', async () => {
    const commands: Document[] = [
      { find: 'f', filter: { a: { $gt: 1 }, b: [1, { c: 'x' }] }, sort: { a: 1 }, $db: 'test' },
      {
        insert: 'f',
        documents: [{ _id: 1, a: new Binary(Buffer.from('abc')), b: { c: [1, 2.5, null] } }],
        $db: 'test',
      },
      { update: 'f', updates: [{ q: { a: 1 }, u: { $set: { 'b.c': 1 } }, upsert: true }], $db: 'test' },
      { aggregate: 'f', pipeline: [{ $group: { _id: '$a', n: { $sum: 1 } } }], cursor: {}, $db: 'test' },
      { createIndexes: 'f', indexes: [{ key: { a: 1 }, name: 'a_1' }], $db: 'test' },
    ];
    const change = fc.record({ at: fc.nat(400), byte: fc.nat(255) });
    const property = fc.asyncProperty(
      fc.constantFrom(...commands),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      fc.option(fc.nat(300)),
      (command, changes, cut) => {
        const bytes = message(command);
        for (const { at, byte } of changes) if (at >= 4) bytes[at % bytes.length] = byte;
        if (cut === null) bytes.writeInt32LE(bytes.length, 0);
        return survives(cut === null ? bytes : bytes.subarray(0, Math.min(cut, bytes.length)));
      },
    );
    await fc.assert(property, { numRuns: runs, seed: 2 });
  }, 120000);

  it('commands of any shape are answered', async () => {
    const names = fc.constantFrom(
      'find',
      'insert',
      'update',
      'delete',
      'aggregate',
      'count',
      'distinct',
      'findAndModify',
      'createIndexes',
      'dropIndexes',
      'getMore',
      'killCursors',
      'explain',
      'collMod',
      'hello',
      'nothing',
    );
    const values: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom('x', '$a', '$$ROOT', '', 0, -1, 1.5, null, true, new Date(0)),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom(
            'a',
            '$set',
            '$gt',
            '$or',
            '$in',
            '$group',
            '_id',
            '$sum',
            'q',
            'u',
            'key',
            'name',
            '',
            'a.b',
            '$expr',
            '__proto__',
          ),
          tie('value'),
          { maxKeys: 3, noNullPrototype: true },
        ),
      ),
    })).value;
    const fieldNames = fc.constantFrom(
      'filter',
      'query',
      'update',
      'updates',
      'deletes',
      'documents',
      'pipeline',
      'cursor',
      'key',
      'indexes',
      'index',
      'sort',
      'projection',
      'limit',
      'skip',
      'hint',
      'let',
      'collation',
      'batchSize',
      'lsid',
      'txnNumber',
      'autocommit',
    );
    const client = connect();
    const property = fc.asyncProperty(
      names,
      fc.oneof(fc.constant('shapes'), values),
      fc.dictionary(fieldNames, values, { maxKeys: 4, noNullPrototype: true }),
      async (name, target, rest) => {
        const reply = await client.command({ [name]: target, ...rest });
        expect(reply).toHaveProperty('ok');
        if (reply?.ok === 0)
          expect(reply).toMatchObject({
            code: expect.any(Number),
            codeName: expect.any(String),
            errmsg: expect.any(String),
          });
      },
    );
    await fc.assert(property, { numRuns: runs * 3, seed: 3 });
  }, 120000);

  it('lengths that lie, unknown operations and exhaust are refused', async () => {
    for (const change of [
      (bytes: Buffer) => bytes.writeInt32LE(48000001, 0),
      (bytes: Buffer) => bytes.writeInt32LE(-5, 0),
      (bytes: Buffer) => bytes.writeInt32LE(15, 0),
      (bytes: Buffer) => bytes.writeInt32LE(2012, 12),
      (bytes: Buffer) => bytes.writeUInt32LE(4, 16),
      (bytes: Buffer) => bytes.writeInt32LE(9999, 21),
    ]) {
      const bytes = message({ ping: 1, $db: 'test' });
      change(bytes);
      const client = connect();
      client.send(bytes);
      expect((await client.receive())?.ok ?? 0).toBe(0);
    }
  });

  it('takes a checksum and answers nothing to a message that wants no answer', async () => {
    const client = connect();
    const body = message({ ping: 1, $db: 'test' }, 1);
    const withChecksum = Buffer.concat([body, Buffer.alloc(4)]);
    withChecksum.writeInt32LE(withChecksum.length, 0);
    client.send(withChecksum);
    expect(await client.receive()).toMatchObject({ ok: 1 });
    client.send(message({ insert: 'quiet', documents: [{ _id: 1 }], $db: 'test' }, 2));
    expect(await client.command({ count: 'quiet' })).toMatchObject({ n: 1 });
  });
});

describe('documents that cannot be stored', () => {
  it('refuses what is too large, too deep, or has impossible names', async () => {
    const client = connect();
    const deep = Array.from({ length: 200 }).reduce<Document>((inner) => ({ a: inner }), {});
    expect(await client.command({ insert: 'bad', documents: [deep] })).toMatchObject({ writeErrors: [{ code: 15 }] });
    const deeper = Array.from({ length: 300 }).reduce<Document>((inner) => ({ a: inner }), {});
    expect(await client.command({ find: 'bad', filter: deeper })).toMatchObject({ ok: 0, code: 15 });
    expect(await client.command({ insert: 'bad', documents: [{ $a: 1 }] })).toMatchObject({
      writeErrors: [{ code: 52 }],
    });
    expect(await client.command({ insert: 'bad', documents: [{ _id: [1] }] })).toMatchObject({
      writeErrors: [{ code: 53 }],
    });
    BSON.setInternalBufferSize(20 * 1024 * 1024);
    const large = serialize({
      insert: 'bad',
      documents: [{ _id: 1, pad: Buffer.alloc(17 * 1024 * 1024) }],
      $db: 'test',
    });
    const head = message({ ping: 1 }).subarray(0, 21);
    const bytes = Buffer.concat([head, large]);
    bytes.writeInt32LE(bytes.length, 0);
    client.send(bytes);
    expect(await client.receive()).toMatchObject({ writeErrors: [{ code: 10334 }] });
    expect(await client.command({ count: 'bad' })).toMatchObject({ n: 0 });
  });

  it('cannot grow a document past 16 MB', async () => {
    const client = connect();
    await client.command({ insert: 'grow', documents: [{ _id: 1, a: 'x'.repeat(9 * 1024 * 1024) }] });
    const reply = await client.command({
      update: 'grow',
      updates: [{ q: {}, u: { $set: { b: 'x'.repeat(9 * 1024 * 1024) } } }],
    });
    expect(reply).toMatchObject({ writeErrors: [{ code: 17419 }] });
  });

  it('refuses JavaScript and unknown operators by their codes', async () => {
    const client = connect();
    expect(await client.command({ find: 'x', filter: { $where: 'while(true){}' } })).toMatchObject({
      ok: 0,
      code: 115,
    });
    expect(await client.command({ find: 'x', filter: { a: { $foo: 1 } } })).toMatchObject({ ok: 0, code: 2 });
    expect(await client.command({ aggregate: 'x', pipeline: [{ $foo: 1 }], cursor: {} })).toMatchObject({
      ok: 0,
      code: 40324,
    });
    expect(
      await client.command({
        aggregate: 'x',
        pipeline: [{ $project: { a: { $function: { body: 'f', args: [], lang: 'js' } } } }],
        cursor: {},
      }),
    ).toMatchObject({ ok: 0, code: 115 });
    expect(await client.command({ find: 'x', collation: { locale: 'nb' } })).toMatchObject({ ok: 0, code: 115 });
    expect(await client.command({ update: 'x', updates: [{ q: {}, u: { $foo: { a: 1 } } }] })).toMatchObject({
      writeErrors: [{ code: 9 }],
    });
    expect(await client.command({ nothing: 1 })).toMatchObject({ ok: 0, code: 59, codeName: 'CommandNotFound' });
  });

  it('keeps fields that are named like those of every object', async () => {
    const client = connect();
    const doc = JSON.parse('{"_id":1,"__proto__":{"polluted":true},"constructor":2,"1":"one","0":"zero"}');
    await client.command({ insert: 'names', documents: [doc] });
    await client.command({ update: 'names', updates: [{ q: { constructor: 2 }, u: { $set: { toString: 3 } } }] });
    expect(
      await context.db.collection('names').countDocuments({ '__proto__.polluted': true, toString: 3 } as never),
    ).toBe(1);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

it('a client that stops reading holds up nobody and does not fill the memory', async () => {
  const c = context.db.collection<{ _id: number; pad: string }>('large');
  await c.insertMany(Array.from({ length: 30 }, (_, i) => ({ _id: i, pad: 'x'.repeat(1 << 20) })));
  const before = process.memoryUsage().rss;
  const client = connect();
  client.socket.pause();
  for (let i = 0; i < 200; i++) client.send(message({ find: 'large', batchSize: 15, $db: 'test' }));
  for (let i = 0; i < 20; i++) expect(await c.findOne({ _id: i }, { projection: { _id: 1 } })).toEqual({ _id: i });
  expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(400);
});

it('a pattern made to backtrack without end is answered at once', async () => {
  const c = context.db.collection('patterns');
  await c.insertOne({ a: `${'a'.repeat(60)}!` });
  for (const options of ['', 'i', 's']) {
    const startedAt = performance.now();
    expect(await c.countDocuments({ a: { $regex: '^(a+)+$', $options: options } })).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(3000);
  }
});

it('BSON survives a round trip, type by type', async () => {
  const { Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp, UUID, BSONRegExp } = BSON;
  const doc = {
    _id: 1,
    int: new Int32(5),
    whole: new Double(5),
    double: 2.5,
    negativeZero: new Double(-0),
    long: Long.fromString('9007199254740993'),
    decimal: Decimal128.fromString('1.10'),
    id: new ObjectId('65a000000000000000000001'),
    date: new Date(-5),
    binary: new Binary(Buffer.from('x'), 0x80),
    uuid: new UUID('123e4567-e89b-42d3-a456-426614174000').toBinary(),
    regex: new BSONRegExp('^a', 'im'),
    timestamp: new Timestamp({ t: 7, i: 3 }),
    low: new MinKey(),
    high: new MaxKey(),
    nothing: null,
    text: 'æøå 💡',
    nested: { list: [1, [2, { a: null }]] },
  };
  const exact = { promoteValues: false, bsonRegExp: true };
  const c = context.db.collection('fidelity');
  await c.insertOne(doc as never);
  const before = BSON.EJSON.stringify(doc, { relaxed: false });
  expect(BSON.EJSON.stringify(await c.findOne({ _id: 1 } as never, exact), { relaxed: false })).toBe(before);
  await c.updateOne({ _id: 1 } as never, { $set: { changed: 1 } });
  await c.updateOne({ _id: 1 } as never, { $unset: { changed: '' } });
  expect(BSON.EJSON.stringify(await c.findOne({ _id: 1 } as never, exact), { relaxed: false })).toBe(before);
});
