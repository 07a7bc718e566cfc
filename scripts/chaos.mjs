// Lets people write to two dealerships while web, workers, database, wires and providers fail, and judges what became
// of it. The last line is `acked N lost N duplicates N cross-tenant N after-stop N`.   --seconds N --seed S --rate N
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildQuietly } from './lib/build-parts.mjs';
import { checkNodeVersion } from './lib/check-node-version.mjs';
import { installIfNeeded } from './lib/install-if-needed.mjs';
import { cacheFolder } from './lib/paths.mjs';
import { runCommand } from './lib/run-command.mjs';

checkNodeVersion();
await installIfNeeded();
await buildQuietly({ only: ['api', 'embedded-mongo', 'sdk'] });
await mkdir(cacheFolder, { recursive: true });
const program = path.join(cacheFolder, 'chaos.mjs');
const { code, output } = await runCommand(process.execPath, [
  'scripts/lib/bundle-server.mjs',
  'test/faults/chaos.ts',
  program,
]);
if (code !== 0) {
  console.error(output);
  process.exit(1);
}
await import(pathToFileURL(program).href);
