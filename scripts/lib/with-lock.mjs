import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cacheFolder } from './paths.mjs';

const pollMs = 100;

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Runs `work` while no other process does the same in this clone; a lock whose process is gone does not count. */
export async function withLock(name, work) {
  await mkdir(cacheFolder, { recursive: true });
  const file = path.join(cacheFolder, `${name}.lock`);
  for (;;) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = Number(await readFile(file, 'utf8').catch(() => '0'));
    // Empty for the moment between the file and its content; then it is looked at again.
    if (owner > 0 && !isAlive(owner)) await rm(file, { force: true });
    await wait(pollMs);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}
