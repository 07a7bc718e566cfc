// Measures retrieval over a large knowledge: building the index, asking it, and what it takes in memory.
import path from 'node:path';
import { checkNodeVersion } from './lib/check-node-version.mjs';
import { installIfNeeded } from './lib/install-if-needed.mjs';
import { root } from './lib/paths.mjs';
import { runCommand } from './lib/run-command.mjs';

checkNodeVersion();
await installIfNeeded();
const program = path.join(root, 'packages/api/dist/bench-knowledge.mjs');
const bundle = ['scripts/lib/bundle-server.mjs', 'packages/api/evals/retrieval/bench.ts', program];
const bundled = await runCommand(process.execPath, bundle, { inherit: true });
const folder = path.join(root, 'packages/api/evals');
const { code } =
  bundled.code === 0
    ? await runCommand(process.execPath, ['--expose-gc', program, folder], { inherit: true })
    : bundled;
process.exitCode = code;
