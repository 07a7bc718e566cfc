import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { cacheFolder, root } from './paths.mjs';
import { inParallel, runCommand } from './run-command.mjs';
import { withLock } from './with-lock.mjs';

const bundler = 'scripts/lib/bundle-server.mjs';

/** What is built, the slowest first, from which files, and one file that each must leave behind. */
export const parts = [
  {
    name: 'dashboard',
    command: ['packages/dashboard/build.mjs'],
    inputs: ['packages/dashboard', 'packages/sdk/src'],
    output: 'packages/dashboard/dist/index.html',
  },
  {
    name: 'widget',
    command: ['packages/widget/build.mjs'],
    inputs: ['packages/widget'],
    output: 'packages/widget/dist/v1.js',
  },
  { name: 'sdk', command: ['packages/sdk/build.mjs'], inputs: ['packages/sdk'], output: 'packages/sdk/dist/index.js' },
  {
    name: 'api',
    command: [bundler, 'packages/api/src/server.ts', 'packages/api/dist/server.js'],
    inputs: ['packages/api/src', 'packages/api/package.json', bundler],
    output: 'packages/api/dist/server.js',
  },
  {
    name: 'embedded-mongo',
    command: [bundler, 'packages/embedded-mongo/src/cli.ts', 'packages/embedded-mongo/dist/cli.js'],
    inputs: ['packages/embedded-mongo/src', 'packages/embedded-mongo/package.json', bundler],
    output: 'packages/embedded-mongo/dist/cli.js',
  },
];

const skippedFolders = new Set(['dist', 'node_modules', 'test', 'bench']);
const isInput = (name) => !/\.test\.ts$|\.md$|^vitest\.config/.test(name);

async function filesBelow(place) {
  const entries = await readdir(path.join(root, place), { withFileTypes: true }).catch(() => null);
  if (entries === null) return existsSync(path.join(root, place)) ? [place] : [];
  const found = await Promise.all(
    entries.map((entry) => {
      const child = `${place}/${entry.name}`;
      if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : filesBelow(child);
      return isInput(entry.name) ? [child] : [];
    }),
  );
  return found.flat();
}

/** A digest of everything that a part is built from, the lockfile and the versions of the tools included. */
async function digestOf(part) {
  const files = [...(await Promise.all(part.inputs.map(filesBelow))).flat(), 'package-lock.json'].sort();
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of files) hash.update(`\0${file}\0`).update(await readFile(path.join(root, file)));
  return hash.digest('hex');
}

const stampOf = (part) => path.join(cacheFolder, `${part.name}.built`);

async function isStale(part, digest) {
  if (!existsSync(path.join(root, part.output))) return true;
  return (await readFile(stampOf(part), 'utf8').catch(() => '')) !== digest;
}

async function build(part, digest) {
  const result = await runCommand(process.execPath, part.command);
  if (result.code === 0) {
    await mkdir(cacheFolder, { recursive: true });
    await writeFile(stampOf(part), digest);
  }
  return { name: part.name, ...result };
}

/**
 * Builds the parts that have changed since they were built.
 * @param force build them all
 * @param only names of the parts to look at; all when left out
 * @returns what each build printed: `{name, code, output, seconds}`, nothing for what was up to date
 */
export function buildParts(options = {}) {
  return withLock('build', () => buildStale(options));
}

async function buildStale({ force = false, only = null }) {
  const asked = parts.filter((part) => only === null || only.includes(part.name));
  const checked = await Promise.all(
    asked.map(async (part) => {
      const digest = await digestOf(part);
      return { part, digest, stale: force || (await isStale(part, digest)) };
    }),
  );
  const stale = checked.filter((item) => item.stale);
  return inParallel(
    Math.min(2, availableParallelism()),
    stale.map(
      ({ part, digest }) =>
        () =>
          build(part, digest),
    ),
  );
}

/**
 * Builds what is stale, in one line of output.
 * @throws Error with what the failed builds printed
 */
export async function buildQuietly(options) {
  const startedAt = performance.now();
  const results = await buildParts(options);
  const failed = results.filter((result) => result.code !== 0);
  if (failed.length > 0) {
    throw new Error(failed.map(({ name, output }) => `The build of ${name} failed:\n${output.trim()}`).join('\n\n'));
  }
  if (results.length === 0) return;
  const names = results.map((result) => result.name).join(', ');
  process.stdout.write(`Built ${names} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
}
