// Writes what follows from other files: the types of openapi.yaml, .env.example, what the widget's elements offer.
// `--check` only compares.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import openapiTS, { astToString } from 'openapi-typescript';
import { fillIn, readManifest } from './lib/element-manifest.mjs';
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

const widget = path.join(root, 'packages/widget');
const sources = (await readdir(path.join(widget, 'src'))).filter((file) => file.endsWith('-element.ts')).sort();
const elements = await readManifest(
  widget,
  sources.map((file) => `src/${file}`),
);

const types = contractTypes();
const targets = [
  { file: 'packages/api/src/generated/openapi.ts', from: 'openapi.yaml', text: types },
  { file: 'packages/sdk/src/generated/openapi.ts', from: 'openapi.yaml', text: types },
  { file: '.env.example', from: 'packages/api/src/env-variables.ts', text: envExample() },
  {
    file: 'packages/widget/custom-elements.json',
    from: 'its elements',
    text: `${JSON.stringify(elements, null, 2)}\n`,
  },
  {
    file: 'packages/widget/README.md',
    from: 'its elements',
    text: readFile(path.join(widget, 'README.md'), 'utf8').then((text) => fillIn(text, elements)),
  },
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
