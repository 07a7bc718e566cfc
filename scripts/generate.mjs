// Writes the TypeScript types of openapi.yaml into the packages that use them; `--check` only compares.
import { readFile, writeFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';

const root = path.resolve(import.meta.dirname, '..');
const targets = ['packages/api/src/generated/openapi.ts', 'packages/sdk/src/generated/openapi.ts'];
const check = process.argv.includes('--check');

const tree = await openapiTS(new URL('../openapi.yaml', import.meta.url), { defaultNonNullable: false });
const source = `// Generated from openapi.yaml by \`npm run generate\`. Do not edit.\n${astToString(tree)}`;

let stale = 0;
for (const target of targets) {
  const file = path.join(root, target);
  const before = await readFile(file, 'utf8').catch(() => '');
  if (before === source) continue;
  if (check) {
    stale += 1;
    console.error(`${target} does not match openapi.yaml: run \`npm run generate\``);
  } else {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, source);
    console.log(`wrote ${target}`);
  }
}
process.exitCode = stale > 0 ? 1 : 0;
