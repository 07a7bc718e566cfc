// Writes what follows from other files: the types of openapi.yaml and .env.example. `--check` only compares.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import openapiTS, { astToString } from 'openapi-typescript';
import { cacheFolder, root } from './lib/paths.mjs';

const check = process.argv.includes('--check');

async function contractTypes() {
  const tree = await openapiTS(pathToFileURL(path.join(root, 'openapi.yaml')), { defaultNonNullable: false });
  return `// Generated from openapi.yaml by \`npm run generate\`. Do not edit.\n${astToString(tree)}`;
}

async function envExample() {
  const outfile = path.join(cacheFolder, 'env.mjs');
  const entry = path.join(root, 'packages/api/src/env-variables.ts');
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external' });
  const { renderEnvExample } = await import(pathToFileURL(outfile).href);
  return renderEnvExample();
}

const types = contractTypes();
const targets = [
  { file: 'packages/api/src/generated/openapi.ts', from: 'openapi.yaml', text: types },
  { file: 'packages/sdk/src/generated/openapi.ts', from: 'openapi.yaml', text: types },
  { file: '.env.example', from: 'packages/api/src/env-variables.ts', text: envExample() },
];

for (const { file, from, text } of targets) {
  const place = path.join(root, file);
  const before = await readFile(place, 'utf8').catch(() => '');
  const wanted = await text;
  if (before === wanted) continue;
  if (check) {
    console.error(`${file} does not match ${from}: run \`npm run generate\``);
    process.exitCode = 1;
  } else {
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, wanted);
    console.log(`wrote ${file}`);
  }
}
