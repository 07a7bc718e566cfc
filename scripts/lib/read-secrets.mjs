import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

const names = ['JWT_SECRET', 'ENCRYPTION_KEY', 'MAILGUN_SIGNING_KEY'];

/**
 * The secrets a development deployment needs: made once, then kept in `secrets.json` of the data folder, for its
 * owner only. What the settings give is used instead.
 */
export async function readSecrets(dataFolder, settings) {
  const file = path.join(dataFolder, 'secrets.json');
  const kept = await readFile(file, 'utf8').then(JSON.parse, (error) => {
    if (error.code === 'ENOENT') return {};
    throw error;
  });
  const missing = names.filter((name) => !kept[name]);
  if (missing.length > 0) {
    for (const name of missing) kept[name] = randomBytes(32).toString('base64url');
    await mkdir(dataFolder, { recursive: true, mode: 0o700 });
    await writeFile(`${file}.new`, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
    await rename(`${file}.new`, file);
  }
  return Object.fromEntries(names.map((name) => [name, settings[name] || kept[name]]));
}
