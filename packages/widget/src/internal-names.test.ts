import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { internalNames } from '../build/internal-names.mjs';

/** Every name of the DOM that terser knows, which it does not export. */
const domNames = path.resolve(import.meta.dirname, '../../../node_modules/terser/tools/domprops.js');

type Node = Record<string, unknown>;

const contract = parse(await readFile(path.resolve(import.meta.dirname, '../../../openapi.yaml'), 'utf8')) as Node;

function resolve(reference: string): unknown {
  return reference
    .slice(2)
    .split('/')
    .reduce<unknown>((node, key) => (node as Node)[key], contract);
}

/** The names of all properties below a part of the contract. */
function propertiesOf(part: unknown, seen = new Set<unknown>()): string[] {
  if (typeof part !== 'object' || part === null || seen.has(part)) return [];
  seen.add(part);
  const node = part as Node;
  const own = typeof node.properties === 'object' && node.properties !== null ? Object.keys(node.properties) : [];
  const below = typeof node.$ref === 'string' ? [resolve(node.$ref)] : Object.values(node);
  return [...own, ...below.flatMap((child) => propertiesOf(child, seen))];
}

it('no name that the build shortens is one that the widget and the API tell each other', () => {
  const operations = Object.values(contract.paths as Node)
    .flatMap((item) => Object.values(item as Node) as Node[])
    .filter(({ security }) => /publishableKey|visitorToken/.test(JSON.stringify(security ?? [])));
  const names = new Set(operations.flatMap((operation) => propertiesOf(operation)));
  expect([...names]).toEqual(expect.arrayContaining(['greeting', 'consents', 'client_id']));
  expect([...names].filter((name) => internalNames.properties.regex.test(name))).toEqual([]);
});

it('no name that the build shortens is one of the DOM, which terser would leave as it is', async () => {
  const { domprops } = (await import(domNames)) as { domprops: string[] };
  expect(domprops).toEqual(expect.arrayContaining(['summary', 'flush', 'labels']));
  const ours = domprops.filter((name) => !name.startsWith('_'));
  expect(ours.filter((name) => internalNames.properties.regex.test(name))).toEqual([]);
});

it('every name that the build shortens is one of ours', async () => {
  const files = await readdir(import.meta.dirname, { withFileTypes: true, recursive: true });
  const sources = files.filter(({ name }) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const texts = sources.map(({ parentPath, name }) => readFile(path.join(parentPath, name), 'utf8'));
  const code = (await Promise.all(texts)).join('\n').replace(/\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'/g, '');
  const words = new Set(code.match(/\w+/g));
  const { source } = internalNames.properties.regex;
  const names = source.replace(/[^A-Za-z|]/g, '').split('|');
  expect(names).toContain('draft');
  expect(names.filter((name) => !words.has(name))).toEqual([]);
});
