import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import * as sdk from './index.ts';

const root = path.resolve(import.meta.dirname, '..');
const readme = await readFile(path.join(root, 'README.md'), 'utf8');
const section = (title: string) => readme.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';

const repository = path.resolve(root, '../..');

/** What examples that go on with something take for granted. */
const BEFORE = `import type { Norvalt } from '@norvalt/sdk';
declare global {
  const norvalt: Norvalt;
  const id: string;
  const arrivalId: string;
}`;

/** The TypeScript of every page that shows how the SDK is used, by a file name that tells where it stands. */
async function examplesOf(): Promise<Map<string, string>> {
  const folders = await Promise.all(
    ['docs/channels', 'docs/guides'].map(async (folder) =>
      (await readdir(path.join(repository, folder))).map((name) => `${folder}/${name}`),
    ),
  );
  const pages = ['README.md', 'packages/sdk/README.md', ...folders.flat().filter((name) => name.endsWith('.md'))];
  const examples = new Map<string, string>();
  for (const page of pages) {
    const blocks = (await readFile(path.join(repository, page), 'utf8')).matchAll(/```ts\n([\s\S]*?)```/g);
    for (const [index, [, code = '']] of [...blocks].entries())
      examples.set(path.join(root, `${page.replaceAll('/', '_')}.${index + 1}.ts`), `${code}\nexport {};`);
  }
  return examples;
}

it('every example compiles, here and in the guides', async () => {
  const examples = await examplesOf();
  expect(examples.size).toBeGreaterThan(14);
  examples.set(path.join(root, 'before.ts'), BEFORE);
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    root,
  );
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (name) => examples.has(name) || fileExists(name);
  host.getSourceFile = (name, ...rest) => {
    const example = examples.get(name);
    return example === undefined
      ? getSourceFile(name, ...rest)
      : ts.createSourceFile(name, example, ts.ScriptTarget.ES2023);
  };
  const program = ts.createProgram(
    Array.from(examples.keys()),
    { ...options, noUnusedLocals: false, paths: { '@norvalt/sdk': [path.join(root, 'src/index.ts')] } },
    host,
  );
  const problems = ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => [
      path.basename(file?.fileName ?? ''),
      ts.flattenDiagnosticMessageText(messageText, '\n'),
    ]);
  expect(problems).toEqual([]);
}, 30_000);

it('the table of errors names every error class there is', () => {
  const named = Array.from(section('Errors').matchAll(/^\| `(\w+)` +\|/gm), ([, name]) => name);
  const exported = Object.keys(sdk).filter((name) => name.endsWith('Error') && name !== 'NorvaltError');
  expect(named.sort()).toEqual(exported.sort());
});

it('the table of methods names every method there is', () => {
  const norvalt = new sdk.Norvalt({ baseUrl: 'https://norvalt.example' });
  for (const [, name = '', methods = ''] of section('Everything it can do').matchAll(
    /^\| `norvalt\.([\w.]+)` +\| (.*) \|$/gm,
  )) {
    const resource: unknown = name
      .split('.')
      .reduce((parent: unknown, key) => Reflect.get(Object(parent), key), norvalt);
    const written = Object.getOwnPropertyNames(Object.getPrototypeOf(resource)).filter((key) => key !== 'constructor');
    const fromTable = Object.entries(Object(resource)).flatMap(([key, value]) =>
      typeof value === 'function' ? key : [],
    );
    const own = [...written, ...fromTable];
    expect({ [name]: Array.from(methods.matchAll(/`(\w+)`/g), ([, method]) => method).sort() }).toEqual({
      [name]: own.sort(),
    });
  }
  const resources = Object.keys(norvalt).filter((name) => !readme.includes(`| \`norvalt.${name}\` `));
  expect(resources).toEqual([]);
});
