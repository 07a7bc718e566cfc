import type { Socket } from 'node:net';
import { Double } from 'bson';
import { maxMessageBytes } from '../commands/diagnostics.ts';
import type { Connection, Reply, Server } from '../commands/request.ts';
import { run, sessionOf } from '../commands/run.ts';
import { type MongoError, toMongoError } from '../errors.ts';
import { type Message, ProtocolError, readMessage, writeReply } from './message.ts';

const okay = new Double(1);

function failure(error: MongoError): Reply {
  return { ok: new Double(0), errmsg: error.message, code: error.code, codeName: error.codeName, ...error.extra };
}

async function answer(server: Server, connection: Connection, message: Message): Promise<Reply> {
  const { command, sequences } = message;
  const [name = ''] = command.keys();
  const db = command.get('$db');
  try {
    const request = {
      server,
      connection,
      name,
      db: typeof db === 'string' ? db : 'admin',
      command,
      sequences,
      session: sessionOf(command),
    };
    return { ...(await run(request)), ok: okay };
  } catch (error) {
    return failure(toMongoError(error));
  }
}

/** A message, or why what is in its frame cannot be read. @throws ProtocolError when the frame itself makes no sense. */
function readOrRefuse(
  bytes: Buffer,
): Message | (Pick<Message, 'requestId' | 'legacy' | 'wantsReply'> & { refusal: MongoError }) {
  try {
    return readMessage(bytes);
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    return { requestId: bytes.readInt32LE(4), legacy: false, wantsReply: true, refusal: toMongoError(error) };
  }
}

/** Takes whole messages out of what has arrived; undefined while one is incomplete. */
class Inbox {
  #chunks: Buffer[] = [];
  #size = 0;
  add(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
  }
  take(): Buffer | undefined {
    if (this.#size < 16) return undefined;
    const [first] = this.#chunks;
    if (first && first.length < 4) this.#chunks = [Buffer.concat(this.#chunks)];
    const length = this.#chunks[0]?.readInt32LE(0) ?? 0;
    if (length < 16 || length > maxMessageBytes) throw new Error(`message of ${length} bytes`);
    if (this.#size < length) return undefined;
    const all = this.#chunks.length === 1 ? this.#chunks[0] : Buffer.concat(this.#chunks);
    if (!all) return undefined;
    this.#chunks = all.length > length ? [all.subarray(length)] : [];
    this.#size -= length;
    return all.subarray(0, length);
  }
}

function send(socket: Socket, bytes: Buffer): Promise<void> {
  if (socket.write(bytes) || socket.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done).off('close', done);
      resolve();
    };
    socket.on('drain', done).on('close', done);
  });
}

/** Answers one client's messages one after another; what makes no sense ends its connection and nobody else's. */
export function serveConnection(server: Server, socket: Socket, connection: Connection): void {
  const inbox = new Inbox();
  let working = false;
  const work = async (): Promise<void> => {
    if (working) return;
    working = true;
    try {
      for (let bytes = inbox.take(); bytes && !socket.destroyed; bytes = inbox.take()) {
        socket.pause();
        const message = readOrRefuse(bytes);
        const reply = 'refusal' in message ? failure(message.refusal) : await answer(server, connection, message);
        if (message.wantsReply) await send(socket, writeReply(message, reply));
      }
      socket.resume();
    } catch {
      socket.destroy();
    } finally {
      working = false;
    }
  };
  socket.setNoDelay(true);
  socket.on('data', (chunk) => {
    inbox.add(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    void work();
  });
  socket.on('error', () => socket.destroy());
}
