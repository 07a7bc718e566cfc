import type { Server } from './commands/request.ts';
import { removeExpired } from './remove-expired.ts';
import { forgetOldWrites } from './transactions/sessions.ts';

/** Work that goes on beside the commands. */
export interface Background {
  /** Starts removing what has been dropped, unless it is being done. */
  purge(): void;
  /** Waits for what is under way and starts nothing more. */
  stop(): Promise<void>;
}

/** Removes expired documents every so often and dropped collections little by little. */
export function startBackground(server: Server, ttlEveryMs: number): Background {
  let stopped = false;
  let purging: Promise<void> | undefined;
  let expiring: Promise<void> | undefined;
  const purgeAll = async (): Promise<void> => {
    while (!stopped && (await server.store.write(() => server.catalog.purge(1000)))) {
      // Each turn is a small transaction of its own, so that clients' writes come between.
    }
  };
  const report = (error: unknown): void => {
    if (!stopped) console.error(`embedded-mongo: ${error instanceof Error ? error.message : String(error)}`);
  };
  const purge = (): void => {
    purging = (purging ?? Promise.resolve()).then(purgeAll).catch(report);
  };
  const expire = (): void => {
    server.sessions.expire();
    server.cursors.expire();
    expiring ??= server.store
      .write(() => forgetOldWrites(server.store))
      .then(() => removeExpired(server, () => stopped))
      .catch(report)
      .finally(() => {
        expiring = undefined;
      });
  };
  const timer = setInterval(expire, ttlEveryMs);
  timer.unref();
  purge();
  return {
    purge,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      server.sessions.expire(true);
      await Promise.all([purging, expiring]);
    },
  };
}
