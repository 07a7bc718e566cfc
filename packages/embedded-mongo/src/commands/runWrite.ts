import type { Request } from './request.ts';
import { directWriter, type Writer } from './writer.ts';

/**
 * Runs a write in turns until `turn` answers true; the state is what it has done so far. Each turn is on disk before
 * the next begins.
 */
export async function runWrite<S extends object>(
  request: Request,
  state: S,
  turn: (writer: Writer, state: S) => boolean,
): Promise<S> {
  const { server } = request;
  const writer = directWriter(server);
  while (!(await server.store.write(() => turn(writer, state)))) {
    // The next turn goes on where this one stopped.
  }
  return state;
}
