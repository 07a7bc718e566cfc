import { decode } from '../bson/decode.ts';
import type { Row } from '../plan/run-plan.ts';
import { compileFilter } from '../query/match.ts';
import type { Collection } from '../storage/catalog.ts';
import { prepare, type Query } from './query.ts';
import type { Writer } from './writer.ts';

const portionSize = 500;

/**
 * Hands the rows of a statement to a write some hundred at a time. Only the numbers of the others are kept, so memory
 * stays bounded, and a document that its own update moves within an index is not met twice.
 */
export class Portions {
  readonly #waiting = new Map<number, number[]>();

  /** Whether nothing of a statement is left. */
  isDone(statement: number): boolean {
    return !this.#waiting.has(statement);
  }

  /** Hands over the next rows, once they may be changed, and gives their number. */
  take(writer: Writer, collection: Collection, query: Query, statement: number, act: (rows: Row[]) => void): number {
    const known = this.#waiting.get(statement);
    const { rows, rest } = known ? again(writer, collection, query, known) : first(writer, collection, query);
    writer.claim(collection, rows);
    // An error ends the statement: what is left of it is not asked for again.
    this.#waiting.delete(statement);
    act(rows);
    if (rest.length > 0) this.#waiting.set(statement, rest);
    return known ? Math.max(rows.length, 1) : rows.length;
  }
}

interface Portion {
  rows: Row[];
  rest: number[];
}

function first(writer: Writer, collection: Collection, query: Query): Portion {
  const portion: Portion = { rows: [], rest: [] };
  for (const row of prepare(writer.view, collection, query).rows) {
    if (row && portion.rows.length < portionSize) portion.rows.push(row);
    else if (row) portion.rest.push(row.record);
  }
  return portion;
}

/** Rows found earlier, as they are now; those that match no longer are left out. */
function again(writer: Writer, collection: Collection, query: Query, known: readonly number[]): Portion {
  const { test, fields } = compileFilter(query.filter, query.variables);
  const rows: Row[] = [];
  for (const record of known.slice(0, portionSize)) {
    const bytes = writer.view.bytesOf(collection, record);
    if (bytes && test(decode(bytes, 0, fields))) rows.push({ record, bytes });
  }
  return { rows, rest: known.slice(portionSize) };
}
