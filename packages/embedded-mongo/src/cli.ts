import { parseArgs } from 'node:util';
import { start } from './index.ts';

const usage = 'usage: embedded-mongo --dbpath DIR --port N [--bind ADDR]';

function readArguments(): { dbPath: string; port: number; bind?: string } {
  const { values } = parseArgs({
    options: { dbpath: { type: 'string' }, port: { type: 'string' }, bind: { type: 'string' } },
  });
  const port = Number(values.port ?? 27017);
  if (!values.dbpath || !Number.isInteger(port) || port < 0 || port > 65535) throw new Error(usage);
  return { dbPath: values.dbpath, port, ...(values.bind ? { bind: values.bind } : {}) };
}

try {
  const server = await start(readArguments());
  console.log(`embedded-mongo listening on ${server.uri}`);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
} catch (error) {
  console.error(`embedded-mongo: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
