// Measures what answering costs beside the model's own time, and what it keeps of a dealership that has nothing to do.
import path from 'node:path';
import { checkNodeVersion } from './lib/check-node-version.mjs';
import { installIfNeeded } from './lib/install-if-needed.mjs';
import { root } from './lib/paths.mjs';
import { runCommand } from './lib/run-command.mjs';

checkNodeVersion();
await installIfNeeded();
const program = path.join(root, 'packages/api/dist/bench-answering.mjs');
const bundling = ['scripts/lib/bundle-server.mjs', 'packages/api/bench/bench-answering.ts', program];
const bundled = await runCommand(process.execPath, bundling, { inherit: true });
const { code } =
  bundled.code === 0 ? await runCommand(process.execPath, ['--expose-gc', program], { inherit: true }) : bundled;
process.exitCode = code;
