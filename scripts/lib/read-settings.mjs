import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { root } from './paths.mjs';

/** The environment, with the file `.env` of the repository behind it: what is set outside wins. */
export async function readSettings() {
  const file = await readFile(path.join(root, '.env'), 'utf8').catch(() => '');
  const isGiven = ([, value]) => value !== '';
  return Object.fromEntries([parseEnv(file), process.env].flatMap((source) => Object.entries(source).filter(isGiven)));
}
