import mongoose from 'mongoose';

/** One call of a model to the database. */
export interface DatabaseCall {
  collection: string;
  method: string;
}

const WRITES = /^(insert|update|replace|delete|bulkWrite|findOneAnd)/;

/** What is asked of the database while some work is done: for what has to cost nothing. */
export async function databaseCalls(work: () => Promise<unknown>): Promise<{
  /** All of them, in their order. */
  all: DatabaseCall[];
  /** The collections that were written to, once for each write. */
  writes: string[];
}> {
  const all: DatabaseCall[] = [];
  mongoose.set('debug', (collection: string, method: string) => all.push({ collection, method }));
  try {
    await work();
  } finally {
    mongoose.set('debug', false);
  }
  return { all, writes: all.filter(({ method }) => WRITES.test(method)).map(({ collection }) => collection) };
}
