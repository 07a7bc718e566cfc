// Bundles one server program for Node; packages stay outside and are loaded from node_modules.   ENTRY OUTFILE
import { copyFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from './paths.mjs';
import { serverBundle } from './server-bundle.mjs';

const [entry, outfile] = process.argv.slice(2);

await build({ ...serverBundle, entryPoints: [entry], outfile, sourcemap: true });

// A thread is started from a file of its own, beside the bundle.
const sources = path.join(root, path.dirname(entry));
for (const file of await readdir(sources, { recursive: true })) {
  if (!file.endsWith('.worker.mjs')) continue;
  await copyFile(path.join(sources, file), path.join(root, path.dirname(outfile), path.basename(file)));
}
