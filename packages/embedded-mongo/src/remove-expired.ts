import { compareStrings } from './bson/compare.ts';
import { decode } from './bson/decode.ts';
import type { Doc } from './bson/value.ts';
import { prepare } from './commands/query.ts';
import type { Server } from './commands/request.ts';
import { directWriter } from './commands/writer.ts';
import { missing, someAtPath } from './query/path.ts';
import type { Collection } from './storage/catalog.ts';
import type { Index } from './storage/indexes.ts';

const turnSize = 200;

/** Whether the earliest of the dates at the index's path is past its time. */
function isExpired(doc: Doc, index: Index, before: Date): boolean {
  const [field] = index.fields;
  return someAtPath(doc, field?.parts ?? [], (found) => {
    if (found === missing) return false;
    return (Array.isArray(found) ? found : [found]).some((item) => item instanceof Date && item <= before);
  });
}

function removeTurn(server: Server, collection: Collection, index: Index, seconds: number): number {
  const [field] = index.fields;
  if (collection.dropped || !field) return 0;
  const before = new Date(Date.now() - seconds * 1000);
  const writer = directWriter(server);
  const filter: Doc = new Map([[field.path, new Map([['$lte', before]])]]);
  const rows = [...prepare(writer.view, collection, { filter, limit: turnSize }).rows].filter((row) => row !== null);
  for (const row of rows) {
    if (server.locks.ofRecord(collection.id, row.record)) continue;
    const doc = decode(row.bytes);
    if (isExpired(doc, index, before) && (!index.partial || index.partial.matcher.test(doc)))
      writer.remove(collection, row);
  }
  return rows.length;
}

/** Removes the documents that TTL indexes say are past their time, some at a turn. */
export async function removeExpired(server: Server, isStopped: () => boolean): Promise<void> {
  const collections = server.catalog.list().sort((a, b) => compareStrings(a.db + a.name, b.db + b.name));
  for (const collection of collections) {
    for (const index of collection.indexes) {
      const seconds = index.expireAfterSeconds;
      if (seconds === undefined || !index.ready) continue;
      let found = turnSize;
      while (found === turnSize && !isStopped())
        found = await server.store.write(() => removeTurn(server, collection, index, seconds));
    }
  }
}
