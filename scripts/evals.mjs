// Measures how well messages are understood and answered, by rules and, with ANTHROPIC_API_KEY, by the model.
// `--only understanding,language` runs a part, `--without-model` leaves the model out. Fails below a gate.
import path from 'node:path';
import { checkNodeVersion } from './lib/check-node-version.mjs';
import { installIfNeeded } from './lib/install-if-needed.mjs';
import { root } from './lib/paths.mjs';
import { runCommand } from './lib/run-command.mjs';

checkNodeVersion();
await installIfNeeded();
const program = path.join(root, 'packages/api/dist/evals.mjs');
const bundled = await runCommand(
  process.execPath,
  ['scripts/lib/bundle-server.mjs', 'packages/api/evals/main.ts', program],
  {
    inherit: true,
  },
);
const folder = path.join(root, 'packages/api/evals');
const { code } =
  bundled.code === 0
    ? await runCommand(
        process.execPath,
        ['--enable-source-maps', program, '--folder', folder, ...process.argv.slice(2)],
        {
          inherit: true,
        },
      )
    : bundled;
process.exitCode = code;
