import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { createApp } from './app.ts';
import { createServices } from './create-services.ts';
import { connectDatabase, disconnectDatabase, ensureIndexes } from './database/connect.ts';
import { DatabaseClock } from './database/database-clock.ts';
import { DatabaseWatch, pingAsSomebodyNew, pingAsUs } from './database/database-watch.ts';
import { demoLogin, demoPublishableKey, seedDemo } from './demo/seed-demo.ts';
import { type Env, InvalidEnvironment, loadEnv } from './env.ts';
import { EventFeed } from './events/event-feed.ts';
import { loadContract } from './http/contract.ts';
import { Worker } from './jobs/worker.ts';
import { describeError } from './lib/describe-error.ts';
import { armFailpoints, hearFailpoints } from './lib/failpoints.ts';
import { createLogger } from './lib/logger.ts';
import { mountSite } from './site/mount-site.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** Longest a shutdown waits for requests and messages that are under way. */
const SHUTDOWN_MS = 25_000;

function listen(server: Server, env: Env): Promise<void> {
  server.headersTimeout = 10_000;
  server.requestTimeout = 60_000;
  server.keepAliveTimeout = 65_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(env.port, env.host, resolve);
  });
}

async function main(): Promise<void> {
  const env = loadEnv(process.env);
  armFailpoints(env.failpoints);
  if (env.nodeEnv !== 'production') hearFailpoints();
  const folders = {
    widget: path.join(root, 'packages/widget/dist'),
    dashboard: path.join(root, 'packages/dashboard/dist'),
    demo: env.serveDemo ? path.join(root, 'examples/dealership-site') : null,
    contractFile: path.join(root, 'openapi.yaml'),
  };
  await connectDatabase(env.mongodbUri, { appName: `norvalt-${env.role}` });
  await ensureIndexes();
  const logger = createLogger(env.logLevel);
  const clock = new DatabaseClock(logger, env.testClock);
  await clock.start();
  const watch = new DatabaseWatch({
    logger,
    asUs: pingAsUs,
    asSomebodyNew: () => pingAsSomebodyNew(env.mongodbUri),
    // Better a restart than a half-alive process: no question of it would ever be answered again.
    onCutOff: () => process.exit(1),
  });
  watch.start();
  const services = createServices(env, { logger, clock });
  const worker = env.role === 'web' ? null : new Worker(services);
  if (worker) services.wake = () => worker.wake();
  if (env.serveDemo) await seedDemo(services, path.join(root, 'examples/dealership-site/stock.json'));

  const feed = new EventFeed(services.live, services.logger);
  let server: Server | null = null;
  if (env.role !== 'worker') {
    const app = createApp({
      contract: loadContract(folders.contractFile),
      services,
      site: (express) =>
        mountSite(express, { services, folders, demoKey: env.serveDemo ? demoPublishableKey(env) : null }),
    });
    server = createServer(app);
    await listen(server, env);
    feed.start();
  }
  // Last: a port that is taken must not stop a message half-way.
  await worker?.start();
  services.logger.info(
    { role: env.role, url: env.publicUrl, demo_login: env.serveDemo ? demoLogin.email : undefined },
    'ready',
  );
  process.send?.({ ready: true, demoLogin: env.serveDemo ? demoLogin : null });

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
    feed.stop();
    const closed = server === null ? Promise.resolve() : new Promise<void>((resolve) => server?.close(() => resolve()));
    // Live streams never end by themselves: requests get two seconds, streams reconnect elsewhere.
    setTimeout(() => server?.closeAllConnections(), 2_000).unref();
    server?.closeIdleConnections();
    await closed;
    await services.background.idle();
    await worker?.stop();
    clock.stop();
    watch.stop();
    await disconnectDatabase();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

// A promise nobody handles means that something is not as the code believes: better a restart than a half-alive process.
process.on('unhandledRejection', (error) => {
  process.stderr.write(`${JSON.stringify(describeError(error))}\n`);
  process.exit(1);
});

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof InvalidEnvironment ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
});
