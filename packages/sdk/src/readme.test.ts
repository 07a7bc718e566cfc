import { readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import * as sdk from './index.ts';

const root = path.resolve(import.meta.dirname, '..');
const readme = await readFile(path.join(root, 'README.md'), 'utf8');
const section = (title: string) => readme.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';

it('every example compiles', () => {
  const examples = new Map(
    Array.from(readme.matchAll(/```ts\n([\s\S]*?)```/g), ([, code = ''], index) => [
      path.join(root, `example${index}.ts`),
      code,
    ]),
  );
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
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  expect(examples.size).toBeGreaterThan(5);
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
