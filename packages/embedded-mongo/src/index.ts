import { type AddressInfo, createServer, type Server as NetServer, type Socket } from 'node:net';
import { startBackground } from './background.ts';
import { Cursors } from './commands/cursors.ts';
import type { Server } from './commands/request.ts';
import { Catalog } from './storage/catalog.ts';
import { lockFolder } from './storage/lock-folder.ts';
import { Store } from './storage/store.ts';
import { Locks } from './transactions/locks.ts';
import { Sessions } from './transactions/sessions.ts';
import { serveConnection } from './wire/serve-connection.ts';

/** How to start a server. */
export interface StartOptions {
  /** The folder the data live in; made when there is none. */
  dbPath: string;
  /** The TCP port, or 0 for any that is free. */
  port: number;
  /** The address to listen on; loopback unless told otherwise. */
  bind?: string;
  /** How often expired documents are removed, in milliseconds. */
  ttlEveryMs?: number;
}

/** A running server. */
export interface RunningServer {
  port: number;
  /** How to reach it, without a database name. */
  uri: string;
  /** Answers what is under way, closes all connections and the files. */
  stop(): Promise<void>;
}

function listen(net: NetServer, port: number, bind: string): Promise<number> {
  return new Promise((resolve, reject) => {
    net.once('error', reject);
    net.listen(port, bind, () => {
      net.off('error', reject);
      resolve((net.address() as AddressInfo).port);
    });
  });
}

function addressOf(socket: Socket): string {
  const host = (socket.localAddress ?? '127.0.0.1').replace(/^::ffff:/, '');
  return `${host.includes(':') ? `[${host}]` : host}:${socket.localPort}`;
}

function makeServer(store: Store, port: number, hooks: Pick<Server, 'connections' | 'purge'>): Server {
  return {
    store,
    catalog: new Catalog(store),
    cursors: new Cursors(),
    locks: new Locks(),
    sessions: new Sessions(),
    startedAt: new Date(),
    port,
    ...hooks,
  };
}

/**
 * Starts a server on a folder of its own.
 * @throws Error when another process serves the folder or the port is taken.
 */
export async function start({
  dbPath,
  port,
  bind = '127.0.0.1',
  ttlEveryMs = 30000,
}: StartOptions): Promise<RunningServer> {
  const unlock = lockFolder(dbPath);
  const store = new Store(dbPath);
  const sockets = new Set<Socket>();
  const server = makeServer(store, port, { connections: () => sockets.size, purge: () => background.purge() });
  const background = startBackground(server, ttlEveryMs);
  let connections = 0;
  const net = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serveConnection(server, socket, { id: ++connections, address: addressOf(socket) });
  });
  const close = async (): Promise<void> => {
    await background.stop();
    await store.close();
    unlock();
  };
  try {
    server.port = await listen(net, port, bind);
  } catch (error) {
    await close();
    throw error;
  }
  const stop = async (): Promise<void> => {
    const closed = new Promise((resolve) => net.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
    await close();
  };
  const host = bind === '0.0.0.0' || bind === '::' ? '127.0.0.1' : bind;
  return { port: server.port, uri: `mongodb://${host}:${server.port}`, stop };
}
