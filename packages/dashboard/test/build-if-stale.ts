import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));

async function newestChange(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const times = await Promise.all(files.map(async (file) => (await stat(file)).mtimeMs));
  return Math.max(0, ...times);
}

/** Before the tests: builds the dashboard unless what is built is newer than its sources. */
export default async function buildIfStale(): Promise<void> {
  const built = await stat(join(root, 'dist/index.html')).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
  const changed = Math.max(await newestChange(join(root, 'src')), await newestChange(join(root, '../sdk/src')));
  if (built < changed)
    await promisify(execFile)(process.execPath, [join(root, 'build.mjs')], {
      env: { ...process.env, NODE_ENV: 'production' },
    });
}
