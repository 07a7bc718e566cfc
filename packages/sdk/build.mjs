// Builds dist: one ESM file for every runtime and the type declarations. Fails when the SDK outgrows its budget.
import { execFileSync } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';

const BUDGET_BYTES = 6 * 1024;

const root = import.meta.dirname;
const shared = {
  absWorkingDir: root,
  entryPoints: ['src/index.ts'],
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
};

await rm(path.join(root, 'dist'), { recursive: true, force: true });
await build({ ...shared, outfile: 'dist/index.js', legalComments: 'none' });
const tsc = path.join(path.dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
execFileSync(process.execPath, [tsc, '-p', path.join(root, 'tsconfig.build.json')], { stdio: 'inherit' });
await nameDeclarationsAsShipped();

// The size as a web page would load it: minified by the page's bundler, compressed by its server.
const minified = await build({ ...shared, minify: true, write: false });
const bytes = minified.outputFiles[0].contents;
const compressed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
console.log(`@norvalt/sdk  ${bytes.length} bytes minified, ${compressed} bytes brotli (budget ${BUDGET_BYTES})`);
if (compressed > BUDGET_BYTES) {
  console.error('The SDK is larger than its budget.');
  process.exitCode = 1;
}

/** The compiler rewrites `./x.ts` in JavaScript but not in declarations, where it would point at a file not shipped. */
async function nameDeclarationsAsShipped() {
  const dist = path.join(root, 'dist');
  for (const name of await readdir(dist, { recursive: true })) {
    if (!name.endsWith('.d.ts')) continue;
    const file = path.join(dist, name);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/(from '\.{1,2}\/[^']+)\.ts';/g, "$1.js';"));
  }
}
