import path from 'node:path';

/** The root of the repository. */
export const root = path.resolve(import.meta.dirname, '../..');

/** What the scripts remember between runs; thrown away together with what is installed. */
export const cacheFolder = path.join(root, 'node_modules/.cache/norvalt');
