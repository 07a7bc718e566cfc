import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import { roomyEnv } from '../../../test/work.ts';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../../../../..');

let app: TestApp;
let folder: string;
beforeAll(async () => {
  app = await startTestApp({ env: roomyEnv });
  // Inside the repository, so that the SDK is found as in any project that has installed it.
  folder = await mkdtemp(path.join(root, 'node_modules/.tutorial-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await app.close();
});

it('the tutorial, run from its first line to its last, prints what it says it prints', async () => {
  const text = await readFile(path.join(root, 'docs/guides/sandbox.md'), 'utf8');
  const blocks = (kind: string) =>
    Array.from(text.matchAll(new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``, 'g')), ([, code = '']) => code);
  const file = path.join(folder, 'tutorial.mjs');
  await writeFile(file, blocks('js').join('\n'));
  const admin = await app.signUp();
  const apiKey = await app.secretKey(admin, ['sandbox:write'], 'test');
  const env = { PATH: process.env.PATH, NORVALT_URL: app.url, NORVALT_API_KEY: apiKey };
  const { stdout } = await run(process.execPath, [file], { env });
  expect(stdout).toBe(blocks('text').join(''));
});
