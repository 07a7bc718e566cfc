import { existsSync } from 'node:fs';
import path from 'node:path';

function findRoot(from: string): string {
  if (existsSync(path.join(from, 'openapi.yaml'))) return from;
  const above = path.dirname(from);
  if (above === from) throw new Error('not inside of the repository');
  return findRoot(above);
}

/** The folder of the repository, wherever this file was bundled to. */
export const root = findRoot(import.meta.dirname);
