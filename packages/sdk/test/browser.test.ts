import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type * as Sdk from '../src/index.ts';

declare global {
  interface Window {
    sdk: typeof Sdk;
  }
}

let browser: Browser;
let page: Page;
let server: Server;
let origin: string;
const requests: { method: string; path: string; authorization: string | undefined; key: string | undefined }[] = [];
let failures = 0;

async function serve(): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [path.resolve(import.meta.dirname, '../src/index.ts')],
    bundle: true,
    format: 'esm',
    write: false,
  });
  const script = outputFiles[0]?.text ?? '';
  server = createServer((request, response) => {
    const { url = '', method = '', headers } = request;
    const json = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (url === '/')
      return response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>t</title>');
    if (url === '/sdk.js') return response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    requests.push({
      method,
      path: url,
      authorization: headers.authorization,
      key: headers['idempotency-key'] as string | undefined,
    });
    if (url === '/v1/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      return response.write('id: evt_1\ndata: {"id":"evt_1","type":"lead.created","data":{"lead_id":"lead_1"}}\n\n');
    }
    if (url.startsWith('/v1/forms') && failures > 0) {
      failures -= 1;
      return request.socket.destroy();
    }
    if (url.startsWith('/v1/forms')) return json(201, { lead_id: 'lead_1', status: 'new' });
    if (url.startsWith('/v1/slow')) return undefined;
    const second = url.includes('cursor=2');
    return json(200, { data: [{ id: second ? 'b' : 'a' }], has_more: !second, next_cursor: second ? null : '2' });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  await serve();
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  page = await browser.newPage();
  await page.goto(origin);
  await page.addScriptTag({ type: 'module', content: "import * as sdk from '/sdk.js'; window.sdk = sdk;" });
  await page.waitForFunction(() => window.sdk);
}, 60_000);

afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

it('submits a form with a publishable key, once, over a connection that breaks twice', async () => {
  failures = 2;
  const receipt = await page.evaluate(() =>
    new window.sdk.Norvalt({ baseUrl: '/', apiKey: 'pk_test_1' }).forms.submit('default', {
      name: 'Kari',
      email: 'kari@example.com',
    } as never),
  );
  expect(receipt).toEqual({ lead_id: 'lead_1', status: 'new' });
  const posts = requests.filter((request) => request.path === '/v1/forms/default/submissions');
  expect(posts.length).toBeGreaterThanOrEqual(3);
  expect(new Set(posts.map(({ key }) => key)).size).toBe(1);
  expect(posts[0]).toMatchObject({ method: 'POST', authorization: 'Bearer pk_test_1' });
});

it('refuses a secret key', async () => {
  const message = await page.evaluate(() => {
    try {
      new window.sdk.Norvalt({ baseUrl: '/', apiKey: 'sk_test_1' });
      return 'taken';
    } catch (error) {
      return String(error);
    }
  });
  expect(message).toMatch(/^NorvaltError: A secret key .* was refused/);
});

it('goes through the pages of a list, follows live events, and can be aborted', async () => {
  const seen = await page.evaluate(async () => {
    const norvalt = new window.sdk.Norvalt({ baseUrl: '/', accessToken: 'token' });
    const ids: string[] = [];
    for await (const lead of norvalt.leads.list()) ids.push(lead.id);
    const closing = new AbortController();
    for await (const event of norvalt.live({ signal: closing.signal })) {
      ids.push(event.id);
      closing.abort();
    }
    const aborted = norvalt.leads.get('x', { signal: AbortSignal.abort() }).catch((error: Error) => error.name);
    return [...ids, await aborted];
  });
  expect(seen).toEqual(['a', 'b', 'evt_1', 'UserAbortError']);
});

it('verifies a webhook with the crypto of a browser', async () => {
  const body = '{"type":"lead.created"}';
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', Buffer.alloc(24, 1)).update(`whm_1.${timestamp}.${body}`).digest('base64');
  const headers = { 'webhook-id': 'whm_1', 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
  const secret = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
  const verified = await page.evaluate(
    async ([raw, given, key]) => [
      (await window.sdk.webhooks.verify(raw, given, key)).type,
      await window.sdk.webhooks.verify(`${raw} `, given, key).catch((error: Error) => error.name),
    ],
    [body, headers, secret] as const,
  );
  expect(verified).toEqual(['lead.created', 'WebhookVerificationError']);
});

it('says in its README what it does when nothing is set', async () => {
  const readme = await readFile(path.resolve(import.meta.dirname, '../README.md'), 'utf8');
  const { resolveConfig } = await import('../src/core/config.ts');
  const config = resolveConfig({ baseUrl: 'https://norvalt.example' });
  const said = (option: string) =>
    new RegExp(`\\| \`${option}\` +\\| ([^|]*?) +\\|`).exec(readme)?.[1]?.replace(/\s/g, '');
  expect(said('timeoutMs')).toBe(String(config.timeoutMs));
  expect(said('maxRetries')).toBe(String(config.maxRetries));
  expect([said('defaultHeaders'), config.defaultHeaders]).toEqual(['none', {}]);
  expect([said('credentials'), config.credentials]).toEqual(['what`fetch`does', undefined]);
  expect([said('accessToken'), await config.credential()]).toEqual(['none', null]);
});
