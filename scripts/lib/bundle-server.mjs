// Bundles one server program for Node; packages stay outside and are loaded from node_modules.   ENTRY OUTFILE
import { build } from 'esbuild';
import { root } from './paths.mjs';

const [entry, outfile] = process.argv.slice(2);

await build({
  absWorkingDir: root,
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
});
