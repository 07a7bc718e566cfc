// Builds dist: one ESM file for every runtime and the type declarations. Fails when the SDK outgrows its budget.
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { minify } from 'terser';

const BUDGET_BYTES = 6 * 1024;

const root = import.meta.dirname;
const dist = path.join(root, 'dist');

await rm(dist, { recursive: true, force: true });
await bundle();
compileDeclarations();
await nameDeclarationsAsShipped();
await checkSize();

/** Error classes name themselves, so inner names may be short; the map has the long ones for stack traces. */
async function bundle() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/index.ts'],
    outfile: 'dist/index.js',
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    // What resources are made with, and nobody outside can see.
    mangleProps: /^(transport|lists|gets|finds|posts|acts|patches|deletes|runtime|randomKey|anonymous)$/,
    sourcemap: true,
    write: false,
  });
  const [map, source] = outputFiles.map(({ text }) => text);
  const { code, map: shortMap } = await minify(source, {
    module: true,
    ecma: 2020,
    compress: { passes: 3, unsafe_arrows: true, pure_getters: true },
    sourceMap: { content: map, filename: 'index.js', url: 'index.js.map' },
  });
  await mkdir(dist, { recursive: true });
  await writeFile(path.join(dist, 'index.js'), code);
  await writeFile(path.join(dist, 'index.js.map'), String(shortMap));
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
