import { type MongoError, toMongoError } from '../errors.ts';
import { Blocked } from '../transactions/locks.ts';
import { MissingCollection } from '../transactions/transaction.ts';
import { isSet, type Reply, type Request } from './request.ts';
import { runWrite } from './run-write.ts';
import type { Writer } from './writer.ts';

/** What the statements of a write command have done so far. */
export interface Progress {
  next: number;
  n: number;
  nModified: number;
  upserted: { index: number; _id: unknown }[];
  writeErrors: Record<string, unknown>[];
}

/** Carries out one statement, or a part of it when it answers false and wants to be called again. */
type Statement = (writer: Writer, index: number, progress: Progress) => boolean;

const turnMs = 15;

/** Errors after which nothing more of the command can succeed. */
function isFatal(error: MongoError): boolean {
  return error.code === 14031 || error.code === 1 || error.code === 112 || error.code === 251 || error.code === 73;
}

function writeError(index: number, error: MongoError): Record<string, unknown> {
  return { index, code: error.code, ...error.extra, errmsg: error.message };
}

/**
 * Runs the statements of a write command in turns of some milliseconds; each turn is one write to disk. An error stops
 * an ordered command and is noted beside the others of an unordered one.
 */
export async function runStatements(request: Request, count: number, statement: Statement): Promise<Reply> {
  const ordered = !request.command.has('ordered') || isSet(request.command.get('ordered'));
  const start: Progress = { next: 0, n: 0, nModified: 0, upserted: [], writeErrors: [] };
  const progress = await runWrite(request, start, (writer, state) => {
    const startedAt = performance.now();
    const first = state.next;
    while (state.next < count && performance.now() - startedAt < turnMs) {
      try {
        if (!statement(writer, state.next, state)) return false;
      } catch (thrown) {
        // What this turn has done already is kept with its state before the statement waits in a turn of its own.
        if (thrown instanceof Blocked && state.next > first) return false;
        if (thrown instanceof Blocked || thrown instanceof MissingCollection) throw thrown;
        const error = toMongoError(thrown);
        if (isFatal(error) || writer.view.inTransaction) throw error;
        state.writeErrors.push(writeError(state.next, error));
        if (ordered) state.next = count;
      }
      state.next++;
    }
    return state.next >= count;
  });
  return {
    n: progress.n,
    ...(request.name === 'update' ? { nModified: progress.nModified } : {}),
    ...(progress.upserted.length > 0 ? { upserted: progress.upserted } : {}),
    ...(progress.writeErrors.length > 0 ? { writeErrors: progress.writeErrors } : {}),
  };
}
