import type { Row } from '../plan/run-plan.ts';
import type { Collection } from '../storage/catalog.ts';
import { insertDocument, removeDocument, replaceDocument } from '../storage/write-document.ts';
import { Blocked } from '../transactions/locks.ts';
import { checkNames, type Server } from './request.ts';
import { committedView, type View } from './view.ts';

/** Where the changes of a command go: to the store, or to the transaction it belongs to. */
export interface Writer {
  view: View;
  /** The collection, or undefined when there is none. */
  find(db: string, name: string): Collection | undefined;
  /** The collection, made when there is none. */
  need(db: string, name: string): Collection;
  /** Makes sure that these rows may be changed now. @throws Blocked or MongoError 112 before anything is written. */
  claim(collection: Collection, rows: readonly Row[]): void;
  insert(collection: Collection, bytes: Buffer): void;
  replace(collection: Collection, row: Row, bytes: Buffer): void;
  remove(collection: Collection, row: Row): void;
}

/** Writes straight to the store; use it inside `store.write` only. */
export function directWriter({ store, catalog, locks }: Server): Writer {
  return {
    view: committedView(store),
    find: (db, name) => catalog.find(db, name),
    need: (db, name) => {
      checkNames(db, name);
      return catalog.find(db, name) ?? catalog.create(db, name);
    },
    claim: (collection, rows) => {
      for (const { record } of rows) {
        const holder = locks.ofRecord(collection.id, record);
        if (holder) throw new Blocked(holder);
      }
    },
    insert: (collection, bytes) => void insertDocument({ store, catalog, collection, locks }, bytes),
    replace: (collection, row, bytes) =>
      replaceDocument({ store, catalog, collection, locks }, row.record, row.bytes, bytes),
    remove: (collection, row) => removeDocument({ store, catalog, collection }, row.record, row.bytes),
  };
}
