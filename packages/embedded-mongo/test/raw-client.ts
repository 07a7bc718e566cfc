import { connect, type Socket } from 'node:net';
import { type Document, deserialize, serialize } from 'bson';

/** An OP_MSG of one body. */
export function message(body: Document, flags = 0): Buffer {
  const bytes = serialize(body, { ignoreUndefined: true });
  const head = Buffer.alloc(21);
  head.writeInt32LE(21 + bytes.length, 0);
  head.writeInt32LE(1, 4);
  head.writeInt32LE(2013, 12);
  head.writeUInt32LE(flags, 16);
  return Buffer.concat([head, bytes]);
}

/** A client that sends any bytes and reads whole answers; it knows nothing of sessions or pools. */
export class RawClient {
  readonly socket: Socket;
  #inbox = Buffer.alloc(0);
  #wake: () => void = () => undefined;
  closed = false;

  constructor(port: number) {
    this.socket = connect(port, '127.0.0.1');
    this.socket.on('data', (chunk: Buffer) => {
      this.#inbox = Buffer.concat([this.#inbox, chunk]);
      this.#wake();
    });
    this.socket.on('error', () => undefined);
    this.socket.on('close', () => {
      this.closed = true;
      this.#wake();
    });
  }

  /** Sends bytes as they are. */
  send(bytes: Buffer): void {
    this.socket.write(bytes);
  }

  /** The next whole answer, or undefined when the connection has been closed. */
  async receive(): Promise<Document | undefined> {
    for (;;) {
      const length = this.#inbox.length >= 4 ? this.#inbox.readInt32LE(0) : Number.POSITIVE_INFINITY;
      if (this.#inbox.length >= length) {
        const start = this.#inbox.readInt32LE(12) === 1 ? 36 : 21;
        const body = deserialize(this.#inbox.subarray(start, length), { promoteValues: true });
        this.#inbox = this.#inbox.subarray(length);
        return body;
      }
      if (this.closed) return undefined;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Sends a command and gives its answer. */
  async command(body: Document): Promise<Document | undefined> {
    this.send(message({ ...body, $db: body.$db ?? 'test' }));
    return this.receive();
  }

  /** Ends the connection. */
  close(): void {
    this.socket.destroy();
  }
}
