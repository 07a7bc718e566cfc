import mongoose from 'mongoose';

type Method = (...args: unknown[]) => Promise<unknown>;
const WRITES = [
  'insertOne',
  'insertMany',
  'updateOne',
  'updateMany',
  'findOneAndUpdate',
  'deleteOne',
  'deleteMany',
] as const;

/** A write the code under test makes. */
export interface Write {
  /** Which one it is, from 1. */
  number: number;
  collection: string;
  method: (typeof WRITES)[number];
}

/** What becomes of a write: it happens, the database is gone before it, or after a part of it. */
type Fate = 'done' | 'lost' | 'partly';

/** The error of a database that went away. */
export function connectionLost(): Error {
  return Object.assign(new Error('connection closed'), { name: 'MongoNetworkError' });
}

async function carryOut(write: Method, args: unknown[], fate: Fate, method: string): Promise<unknown> {
  if (fate === 'done') return write(...args);
  const [documents, ...rest] = args;
  if (fate === 'partly' && method === 'insertMany' && Array.isArray(documents))
    await write(documents.slice(0, 1), ...rest);
  throw connectionLost();
}

/**
 * Runs `work` with a database whose writes fare as `decide` says; tells the writes there were and how it ended. What
 * `decide` does before it answers comes between the write and all that was read for it.
 */
export async function withFaults(
  decide: (write: Write) => Fate | Promise<Fate>,
  work: () => Promise<unknown>,
): Promise<{ writes: Write[]; failed: boolean }> {
  const prototype = mongoose.mongo.Collection.prototype as unknown as Record<string, Method>;
  const originals = new Map(WRITES.map((method) => [method, prototype[method] as Method]));
  const writes: Write[] = [];
  for (const [method, original] of originals) {
    prototype[method] = async function (this: { collectionName: string }, ...args: unknown[]) {
      const write = { number: writes.length + 1, collection: this.collectionName, method };
      writes.push(write);
      return carryOut(original.bind(this), args, await decide(write), method);
    };
  }
  try {
    await work();
    return { writes, failed: false };
  } catch {
    return { writes, failed: true };
  } finally {
    for (const [method, original] of originals) prototype[method] = original;
  }
}

/** A process that dies at its nth write: that one and all later ones are lost, whatever its error handlers try. */
export function diesAt(number: number, how: 'lost' | 'partly' = 'lost'): (write: Write) => Fate {
  return (write) => (write.number < number ? 'done' : write.number === number ? how : 'lost');
}

/** A process that dies at its first write to a collection: that one and all later ones are lost. */
export function diesWriting(collection: string): (write: Write) => Fate {
  let dead = false;
  return (write) => {
    dead ||= write.collection === collection;
    return dead ? 'lost' : 'done';
  };
}

/** A single write to a collection that fails. */
export function losesOne(collection: string): (write: Write) => Fate {
  let spent = false;
  return (write) => {
    if (spent || write.collection !== collection) return 'done';
    spent = true;
    return 'lost';
  };
}
