// Builds dist: one ESM file for every runtime and the type declarations. Fails when the SDK outgrows its budget.
import { execFileSync } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

const BUDGET_BYTES = 6 * 1024;

const root = import.meta.dirname;
const dist = path.join(root, 'dist');

await rm(dist, { recursive: true, force: true });
await bundle();
compileDeclarations();
await nameDeclarationsAsShipped();
await checkSize();

/** Names stay as they are written, so that stack traces and error classes can be read; the map has the rest. */
async function bundle() {
  await build({
    absWorkingDir: root,
    entryPoints: ['src/index.ts'],
    outfile: 'dist/index.js',
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: true,
  });
}

function compileDeclarations() {
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', path.join(root, 'tsconfig.build.json')], { stdio: 'inherit' });
}

/** The compiler rewrites `./x.ts` in JavaScript but not in declarations, where it would point at a file not shipped. */
async function nameDeclarationsAsShipped() {
  for (const name of await readdir(dist, { recursive: true })) {
    if (!name.endsWith('.d.ts')) continue;
    const file = path.join(dist, name);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/(from '\.{1,2}\/[^']+)\.ts';/g, "$1.js';"));
  }
}

/** The whole SDK as it is shipped; a page that bundles it loads less. */
async function checkSize() {
  const source = await readFile(path.join(dist, 'index.js'));
  const bytes = brotliCompressSync(source).length;
  console.log(`@norvalt/sdk  ${source.length} bytes, ${bytes} bytes brotli (budget ${BUDGET_BYTES})`);
  if (bytes > BUDGET_BYTES) throw new Error('The SDK is larger than its budget.');
}
