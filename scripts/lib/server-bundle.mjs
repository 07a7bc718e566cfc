import { root } from './paths.mjs';

/** How esbuild makes a program for Node of a package's source: one file, with its dependencies beside it. */
export const serverBundle = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  packages: 'external',
  logLevel: 'warning',
};
