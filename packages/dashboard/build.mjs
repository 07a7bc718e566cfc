import { readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
// Whoever calls this (a test run, say) must not turn it into a development build.
process.env.NODE_ENV = 'production';
const limits = { initial: 111 * 1024, route: 40 * 1024 };

await build({ configFile: `${root}vite.config.ts`, logLevel: 'warn' });
const manifest = JSON.parse(await readFile(`${root}dist/.vite/manifest.json`, 'utf8'));
// Only this table reads it; it is not for visitors.
await rm(`${root}dist/.vite`, { recursive: true });

/** The files a chunk needs before it can run: itself and what it imports, not what it loads later. */
function filesOf(key, seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const imported of chunk.imports ?? []) filesOf(imported, seen);
  return seen;
}

async function brotliBytes(files) {
  const sizes = await Promise.all(
    [...files].map(async (file) => brotliCompressSync(await readFile(`${root}dist/${file}`)).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

const [entry] = Object.entries(manifest).find(([, chunk]) => chunk.isEntry);
const initial = filesOf(entry);
const rows = [{ what: 'initial JS', bytes: await brotliBytes(initial), limit: limits.initial }];
for (const [key, chunk] of Object.entries(manifest)) {
  if (!chunk.isDynamicEntry || !key.endsWith('.svelte')) continue;
  const files = [...filesOf(key)].filter((file) => !initial.has(file));
  rows.push({ what: key.replace('src/', ''), bytes: await brotliBytes(files), limit: limits.route });
}

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`.padStart(9);
console.log(`${'dashboard, brotli'.padEnd(30)}     size     limit`);
for (const { what, bytes, limit } of rows) {
  console.log(`${what.padEnd(30)}${kilobytes(bytes)} ${kilobytes(limit)}${bytes > limit ? '  over' : ''}`);
}
if (rows.some(({ bytes, limit }) => bytes > limit)) process.exitCode = 1;
