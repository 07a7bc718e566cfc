import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** What a proxy does to what goes through it; all of it can be changed while it runs. */
export interface Weather {
  /** Every piece of data waits this long. */
  delayMs: number;
  /** New connections are reset at once. */
  refuses: boolean;
  /** What the server says is thrown away, though it has heard everything. */
  swallowsAnswers: boolean;
  /** The next piece that the server says is lost, and the connection with it. */
  cutsNextAnswer: boolean;
}

const FAIR: Weather = { delayMs: 0, refuses: false, swallowsAnswers: false, cutsNextAnswer: false };

/** What becomes of a piece that a client says: it is lost with its connection, or only the answer to it is. */
export type Fate = 'lost' | 'unanswered' | undefined;

/** Hears what one client says before it goes on, and may decide what becomes of it. */
export type Tap = (data: Buffer) => Fate;

interface Pair {
  client: Socket;
  server: Socket;
}

/** A wire between two programs that can be slow, silent or cut. */
export class TcpProxy {
  weather: Weather = { ...FAIR };
  /** How many connections and pieces of data met with bad weather. */
  felt = 0;
  readonly #target: { host: string; port: number };
  readonly #pairs = new Set<Pair>();
  readonly #server: Server;
  /** Made for each connection. */
  readonly #tap: (() => Tap) | null;

  constructor(target: { host?: string; port: number }, tap: (() => Tap) | null = null) {
    this.#target = { host: target.host ?? '127.0.0.1', port: target.port };
    this.#tap = tap;
    this.#server = createServer({ allowHalfOpen: true }, (client) => this.#join(client));
  }

  async listen(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  #join(client: Socket): void {
    client.on('error', () => undefined);
    if (this.weather.refuses) {
      this.felt += 1;
      client.resetAndDestroy();
      return;
    }
    const server = connect({ ...this.#target, allowHalfOpen: true });
    server.on('error', () => client.resetAndDestroy());
    const pair = { client, server };
    this.#pairs.add(pair);
    for (const socket of [client, server]) {
      socket.setNoDelay(true);
      socket.once('close', () => {
        this.#pairs.delete(pair);
        pair.client.destroy();
        pair.server.destroy();
      });
    }
    const line = { losesAnswer: false };
    this.#pipe(client, server, line, this.#tap?.() ?? (() => undefined));
    this.#pipe(server, client, line, null);
  }

  /** Hands on what `from` says, in order, each piece as the weather is when it comes. */
  #pipe(from: Socket, to: Socket, line: { losesAnswer: boolean }, heard: Tap | null): void {
    const isAnswer = heard === null;
    let last = Promise.resolve();
    const later = (work: () => void): void => {
      const { delayMs } = this.weather;
      if (delayMs > 0) this.felt += 1;
      last = last
        .then(() => (delayMs === 0 ? undefined : new Promise((resolve) => setTimeout(resolve, delayMs))))
        .then(work);
    };
    const cut = () => {
      from.resetAndDestroy();
      to.resetAndDestroy();
    };
    from.on('data', (data) => {
      const fate = heard?.(data);
      if (fate === 'lost') return cut();
      if (fate === 'unanswered') line.losesAnswer = true;
      if (isAnswer && this.weather.swallowsAnswers) {
        this.felt += 1;
        return;
      }
      if (isAnswer && line.losesAnswer) return cut();
      if (isAnswer && this.weather.cutsNextAnswer) {
        this.weather.cutsNextAnswer = false;
        return cut();
      }
      later(() => !to.destroyed && to.writable && to.write(data));
    });
    from.on('end', () => later(() => !to.destroyed && to.writable && to.end()));
  }

  /** Resets every connection there is. */
  cut(): void {
    for (const { client, server } of this.#pairs) {
      client.resetAndDestroy();
      server.resetAndDestroy();
    }
  }

  /** Says goodbye to every client for the server, which goes on hearing them. */
  halfClose(): void {
    for (const { client } of this.#pairs) client.end();
  }

  /** Everything as it should be. */
  clearUp(): void {
    this.weather = { ...FAIR };
  }

  async close(): Promise<void> {
    this.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
