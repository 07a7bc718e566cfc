import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

/** What the compiler says about a program of one file. */
function problemsOf(code: string): string[] {
  const file = path.join(root, 'test/example.ts');
  const { config } = ts.readConfigFile(path.join(root, 'test/tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, path.join(root, 'test'));
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, code, ts.ScriptTarget.ES2023) : getSourceFile(name, ...rest);
  return ts
    .getPreEmitDiagnostics(ts.createProgram([file], { ...options, noUnusedLocals: false }, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

it('the SDK example of the README compiles, and is ten lines', async () => {
  const readme = await readFile(path.join(root, 'README.md'), 'utf8');
  const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  expect(problemsOf(example)).toEqual([]);
  expect(example.trimEnd().split('\n')).toHaveLength(10);
});

/** The page is the API's own; only its text is of interest here, so its types stay out of this program. */
async function renderReference(): Promise<string> {
  const [reference, contract] = ['site/reference/render-reference.ts', 'http/contract.ts'].map((file) =>
    path.join(root, 'packages/api/src', file),
  ) as [string, string];
  const { renderReference: render } = (await import(reference)) as {
    renderReference(document: object, options: { publicUrl: string }): string;
  };
  const { loadContract } = (await import(contract)) as { loadContract(file: string): { document: object } };
  return render(loadContract(path.join(root, 'openapi.yaml')).document, { publicUrl: 'https://norvalt.example' });
}

it('every SDK call of the API reference compiles', async () => {
  const page = await renderReference();
  const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
  const samples = Array.from(page.matchAll(/aria-label="@norvalt\/sdk"><code>([\s\S]*?)<\/code>/g), ([, code = '']) =>
    code.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity),
  ).filter((code) => !code.startsWith('npm install'));
  expect(samples.length).toBeGreaterThan(40);
  const program = samples.map((code) => `{\n${code}\n}`).join('\n');
  const head = "import type { Norvalt } from '@norvalt/sdk';\ndeclare const norvalt: Norvalt;\n";
  expect(problemsOf(head + program)).toEqual([]);
});

it('a mistake in it would be found', () => {
  const wrong = "import { Norvalt } from '@norvalt/sdk';\nnew Norvalt({ baseUrl: '/' }).leads.lst();";
  expect(problemsOf(wrong)).toHaveLength(1);
});

async function readTexts(): Promise<string> {
  const decisions = (await readdir(path.join(root, 'docs/decisions'))).map((name) => `docs/decisions/${name}`);
  const files = ['README.md', 'CONTRIBUTING.md', 'docs/production.md', ...decisions];
  return (await Promise.all(files.map((file) => readFile(path.join(root, file), 'utf8')))).join('\n');
}

async function filesOfRepository(): Promise<string[]> {
  const top = await readdir(root);
  const folders = ['docs', 'examples', 'packages', 'scripts', 'test'];
  const below = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(path.join(root, folder), { recursive: true })).map((name) => `${folder}/${name}`),
    ),
  );
  return [...top, ...below.flat()];
}

it('the texts name only commands that there are', async () => {
  const { scripts } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { scripts: object };
  const named = Array.from((await readTexts()).matchAll(/npm run ([\w:]+)/g), ([, name = '']) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

it('the texts name only files that there are', async () => {
  const texts = await readTexts();
  const files = await filesOfRepository();
  const named = Array.from(texts.matchAll(/`([\w./-]+\.(?:ts|svelte|mjs|yaml|md))`/g), ([, name = '']) => name);
  const linked = Array.from(texts.matchAll(/\]\((?!http)([^)#]+)\)/g), ([, name = '']) => name.replace(/^\.\.\//, ''));
  const exists = (name: string) => files.some((file) => file === name || file.endsWith(`/${name}`));
  expect([...named, ...linked].filter((name) => !exists(name))).toEqual([]);
});
