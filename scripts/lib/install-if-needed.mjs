import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './paths.mjs';
import { runCommand } from './run-command.mjs';

async function packagesOf(file) {
  const text = await readFile(path.join(root, file), 'utf8').catch(() => null);
  return text === null ? null : JSON.parse(text).packages;
}

/** Compares what npm says it has put into node_modules with what the lockfile asks for. */
async function isInstalled() {
  const wanted = await packagesOf('package-lock.json');
  const present = await packagesOf('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([place, entry]) => {
    const found = present[place];
    if (place === '' || (entry.optional && !found)) return true;
    return found?.version === entry.version && found.integrity === entry.integrity;
  });
}

/**
 * Installs what the lockfile asks for where it is missing or has changed.
 * @throws Error with npm's own words when that fails
 */
export async function installIfNeeded() {
  if (await isInstalled()) return;
  process.stdout.write('Installing packages … ');
  const { code, output, seconds } = await runCommand('npm', ['ci', '--loglevel=error']);
  if (code !== 0) throw new Error(`npm ci failed:\n${output.trim()}`);
  process.stdout.write(`done in ${seconds.toFixed(0)} s\n`);
}
