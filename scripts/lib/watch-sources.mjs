import { watch } from 'node:fs';
import path from 'node:path';
import { buildParts } from './build-parts.mjs';
import { root } from './paths.mjs';
import { runCommand } from './run-command.mjs';

const folders = ['packages/api/src', 'packages/dashboard/src', 'packages/sdk/src', 'packages/widget/src'];
const contract = 'openapi.yaml';
const quietMs = 150;

/** Prints what failed and tells whether all went well. */
function report(results) {
  for (const { name, code, output, seconds } of results) {
    if (code === 0) console.log(`Built ${name} in ${seconds.toFixed(1)} s`);
    else console.error(`The build of ${name} failed:\n${output.trim()}`);
  }
  return results.every((result) => result.code === 0);
}

/**
 * Rebuilds what a change makes stale, and calls `onServerChange` when the API has to start again.
 * Changes during a build are taken up after it.
 */
export function watchSources(onServerChange) {
  const changed = new Set();
  let busy = false;
  let timer;

  const rebuild = async () => {
    if (busy || changed.size === 0) return;
    busy = true;
    const contractChanged = changed.has(contract);
    changed.clear();
    const generated = contractChanged ? await runCommand(process.execPath, ['scripts/generate.mjs']) : null;
    const results = [...(generated ? [{ name: 'types', ...generated }] : []), ...(await buildParts())];
    if (report(results) && (contractChanged || results.some((result) => result.name === 'api'))) await onServerChange();
    busy = false;
    await rebuild();
  };
  const noticed = (name) => {
    changed.add(name);
    clearTimeout(timer);
    timer = setTimeout(rebuild, quietMs);
  };

  for (const folder of folders) watch(path.join(root, folder), { recursive: true }, () => noticed(folder));
  watch(root, (_type, name) => name === contract && noticed(contract));
}
