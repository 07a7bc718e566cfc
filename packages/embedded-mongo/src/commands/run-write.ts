import { MongoError } from '../errors.ts';
import { Blocked } from '../transactions/locks.ts';
import { readLastWrite, saveLastWrite } from '../transactions/sessions.ts';
import { MissingCollection } from '../transactions/transaction.ts';
import type { Request } from './request.ts';
import { directWriter, type Writer } from './writer.ts';

type Turn<S> = (writer: Writer, state: S) => boolean;

/**
 * Runs a write in turns until `turn` answers true; the state is what it has done so far. Each turn is on disk before
 * the next begins, together with the state, so that the same write sent again goes on where it stopped.
 * @throws MongoError 225 for a number older than the session's last.
 */
export async function runWrite<S extends object>(request: Request, state: S, turn: Turn<S>): Promise<S> {
  for (;;) {
    try {
      if (request.transaction ? runInTransaction(request, state, turn) : await runDirectly(request, state, turn))
        return state;
    } catch (error) {
      await makeWayFor(error, request);
    }
  }
}

function runInTransaction<S extends object>({ transaction }: Request, state: S, turn: Turn<S>): boolean {
  return transaction !== undefined && turn(transaction.writer(), state);
}

function runDirectly<S extends object>(request: Request, state: S, turn: Turn<S>): Promise<boolean> {
  const { server, session, txnNumber } = request;
  const writer = directWriter(server);
  if (!session || txnNumber === undefined) return server.store.write(() => turn(writer, state));
  return server.store.write(() => {
    const last = readLastWrite(server.store, session);
    if (last && last.txnNumber > txnNumber)
      throw new MongoError(
        225,
        `Retryable write with txnNumber ${txnNumber} is prohibited because a newer one has started`,
      );
    if (last?.txnNumber === txnNumber) {
      const { finished, ...rest } = last.state;
      Object.assign(state, rest);
      if (finished === true) return true;
    }
    const finished = turn(writer, state);
    saveLastWrite(server.store, session, { txnNumber, state: { ...state, finished } });
    return finished;
  });
}

/** Waits for what stands in the way of a write, if that is what stopped it. */
async function makeWayFor(error: unknown, { server }: Request): Promise<void> {
  if (error instanceof Blocked) return error.holder.ended;
  if (!(error instanceof MissingCollection)) throw error;
  await server.store.write(() => {
    if (!server.catalog.find(error.db, error.collection)) server.catalog.create(error.db, error.collection);
  });
}
