import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { build } from 'esbuild';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compiler, type Packed, pack } from './packed.ts';

let packed: Packed;
beforeAll(async () => {
  packed = await pack();
}, 60_000);
afterAll(() => packed.remove());

const use = `const norvalt = new Norvalt({ baseUrl: 'https://norvalt.example', apiKey: 'sk_test_1' });
console.log(typeof norvalt.leads.list, typeof webhooks.verify, new UserAbortError('x') instanceof NorvaltError);`;
const works = 'function function true';

const typed = `
const norvalt = new Norvalt({ baseUrl: 'https://norvalt.example', apiKey: 'sk_test_1', fetch: async () => Response.json(
  { data: [{ id: 'lead_1', status: 'new' }], has_more: false, next_cursor: null },
) });
async function main(): Promise<void> {
  for await (const lead of norvalt.leads.list({ status: ['new'] })) {
    const id: string = lead.id;
    console.log(id);
  }
  // @ts-expect-error There is no such status.
  norvalt.leads.list({ status: ['neww'] });
}
void main();`;

const config = (options: object) =>
  JSON.stringify({
    compilerOptions: {
      strict: true,
      types: ['node'],
      lib: ['ES2023', 'DOM'],
      target: 'ES2022',
      outDir: 'out',
      ...options,
    },
    include: ['*.ts', '*.mts', '*.cts'],
  });

describe('the package, as npm would publish it', () => {
  it('is imported by an ESM project', async () => {
    const file = `import { Norvalt, NorvaltError, UserAbortError, webhooks } from '@norvalt/sdk';\n${use}`;
    expect(await packed.runIn('esm', { 'main.mjs': file }, ['main.mjs'])).toBe(works);
  });

  it('is required by a CommonJS project', async () => {
    const file = `const { Norvalt, NorvaltError, UserAbortError, webhooks } = require('@norvalt/sdk');\n${use}`;
    expect(await packed.runIn('cjs', { 'main.cjs': file }, ['main.cjs'])).toBe(works);
  });

  it('is compiled and run in a TypeScript project, ESM or CommonJS', async () => {
    const source = `import { Norvalt } from '@norvalt/sdk';${typed}`;
    const files = { 'esm.mts': source, 'cjs.cts': source, 'tsconfig.json': config({ module: 'nodenext' }) };
    const printed = await packed.runIn('ts', files, [compiler], ['out/esm.mjs'], ['out/cjs.cjs']);
    expect(printed).toBe('lead_1\nlead_1');
  }, 120_000);

  it('is compiled and run in a TypeScript project for a bundler', async () => {
    const options = { module: 'esnext', moduleResolution: 'bundler', skipLibCheck: true };
    const files = { 'main.mts': `import { Norvalt } from '@norvalt/sdk';${typed}`, 'tsconfig.json': config(options) };
    expect(await packed.runIn('ts-bundler', files, [compiler], ['out/main.mjs'])).toBe('lead_1');
  }, 120_000);

  it('passes publint', async () => {
    const { messages } = await publint({ pkgDir: path.join(packed.folder, 'node_modules/@norvalt/sdk'), pack: false });
    expect(messages).toEqual([]);
  });

  it('passes "are the types wrong", as a package that is ESM alone', async () => {
    const result = await checkPackage(createPackageFromTarballData(packed.tarball));
    const problems = 'problems' in result ? result.problems : [{ kind: 'no types' }];
    // Node 20.19 requires ESM, which this check does not know of yet.
    expect(problems.filter(({ kind }) => kind !== 'CJSResolvesToESM')).toEqual([]);
  });

  it('has no dependencies, and leaves out what is not imported', async () => {
    const size = async (contents: string) => {
      const { outputFiles } = await build({
        stdin: { contents, resolveDir: packed.folder },
        bundle: true,
        minify: true,
        format: 'esm',
        write: false,
      });
      return brotliCompressSync(outputFiles[0]?.contents ?? '').length;
    };
    const whole = await size(`export * from '@norvalt/sdk'`);
    expect(whole).toBeLessThanOrEqual(6 * 1024);
    expect(await size(`export { webhooks } from '@norvalt/sdk'`)).toBeLessThan(1200);
  });
});
