import { mkdirSync, readFileSync, rmSync, statSync, utimes, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** When a process started, as the kernel tells it, so that a number given anew is not taken for the old process. */
function startOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

const beatMs = 2000;
const held = new Set<string>();

/**
 * Makes sure that one process serves a folder; gives what lets go of it.
 * @throws Error that names the other process.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'embedded-mongo.lock');
  const mine = `${process.pid} ${startOf(process.pid)} ${hostname()}\n`;
  if (held.has(path)) throw new Error(`the data folder ${folder} is already served by this process`);
  for (;;) {
    try {
      writeFileSync(path, mine, { flag: 'wx' });
      held.add(path);
      const beat = setInterval(() => utimes(path, new Date(), new Date(), () => undefined), beatMs);
      beat.unref();
      return () => {
        clearInterval(beat);
        held.delete(path);
        rmSync(path, { force: true });
      };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      refuseIfServed(folder, path);
      rmSync(path, { force: true });
    }
  }
}

function refuseIfServed(folder: string, path: string): void {
  const [pid = '', start = '', host = ''] = readFileSync(path, 'utf8').trim().split(' ');
  if (host !== hostname()) {
    // Another machine or container: only the beat of its lock tells whether it lives.
    if (Date.now() - statSync(path).mtimeMs < beatMs * 4)
      throw new Error(`the data folder ${folder} is already served on ${host}`);
    return;
  }
  const isServed =
    Number(pid) !== process.pid && isAlive(Number(pid)) && (start === '' || startOf(Number(pid)) === start);
  if (isServed) throw new Error(`the data folder ${folder} is already served by process ${pid}`);
}
