import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebhookSender } from '../src/events/webhooks/webhook-sender.ts';
import type { components } from '../src/generated/openapi.ts';
import { type Person, startTestApp, type TestApp } from './start-test-app.ts';
import { postForm, roomyEnv, settle } from './work.ts';

type Schemas = components['schemas'];

const examples = path.resolve(import.meta.dirname, '../../../examples');

let app: TestApp;
let admin: Person;
let folder: string;
let running: ChildProcess | null = null;
beforeAll(async () => {
  app = await startTestApp({ env: { ...roomyEnv, ALLOW_LOOPBACK_URLS: 'true' } });
});
afterAll(() => app.close());
beforeEach(async () => {
  admin = await app.signUp();
  folder = await mkdtemp(path.join(tmpdir(), 'norvalt-example-'));
});
afterEach(async () => {
  running?.kill();
  running = null;
  await rm(folder, { recursive: true, force: true });
});

interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs an example's program to its end. */
function run(file: string, args: string[], env: Record<string, string>): Promise<Ran> {
  return new Promise((resolve) => {
    const all = { PATH: process.env.PATH, NORVALT_URL: app.url, ...env };
    const done = (error: { code?: number | string | null } | null, stdout: string, stderr: string) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr });
    execFile(process.execPath, [path.join(examples, file), ...args], { env: all }, done);
  });
}

/** Starts an example's server on a free port; gives its address. */
async function serve(file: string, args: string[], env: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, [path.join(examples, file), ...args], {
    env: { PATH: process.env.PATH, PORT: '0', NORVALT_URL: app.url, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running = child;
  const [printed] = (await once(child.stdout, 'data')) as [Buffer];
  return `http://127.0.0.1:${/port (\d+)/.exec(String(printed))?.[1]}`;
}

const leadsOf = async () => (await admin.client.get<Schemas['LeadList']>('/v1/leads?test=true')).body.data;

describe('partner-node', () => {
  it('imports every entry of the feed once, however often it runs, and says which it could not', async () => {
    const NORVALT_API_KEY = await app.secretKey(admin, ['leads:write'], 'test');
    const feed = path.join(folder, 'feed.json');
    await cp(path.join(examples, 'partner-node/feed.json'), feed);
    const first = await run('partner-node/import-leads.mjs', [feed], { NORVALT_API_KEY });
    expect(first).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^torget-1001 lead_\w+\ntorget-1002 lead_\w+\n$/),
    });
    expect(first.stderr).toMatch(/^torget-1003 refused: #\/customer\/email /);
    const again = await run('partner-node/import-leads.mjs', [feed], { NORVALT_API_KEY });
    expect(again).toMatchObject({ code: 1, stdout: '', stderr: first.stderr });
    // Posted, and dead before it was noted.
    await rm(`${feed}.${new URL(app.url).host.replace(':', '-')}.test.imported`);
    const afterCrash = await run('partner-node/import-leads.mjs', [feed], { NORVALT_API_KEY });
    expect(afterCrash.stdout).toBe(first.stdout);
    const leads = await leadsOf();
    expect(leads.map(({ customer }) => customer.name).sort()).toEqual(['Kari Hansen', 'Ola Nordmann']);
    expect(leads.every(({ submissions }) => submissions.length === 1)).toBe(true);
    // What was tried with a test key is still to be imported for good.
    const live = await app.secretKey(admin, ['leads:write'], 'live');
    const forGood = await run('partner-node/import-leads.mjs', [feed], { NORVALT_API_KEY: live });
    expect(forGood.stdout).toMatch(/^torget-1001 lead_\w+\ntorget-1002 lead_\w+\n$/);
  });

  it('stops where it cannot read what it has imported', async () => {
    const NORVALT_API_KEY = await app.secretKey(admin, ['leads:write'], 'test');
    const feed = path.join(folder, 'feed.json');
    await cp(path.join(examples, 'partner-node/feed.json'), feed);
    await mkdir(`${feed}.${new URL(app.url).host.replace(':', '-')}.test.imported`);
    const ran = await run('partner-node/import-leads.mjs', [feed], { NORVALT_API_KEY });
    expect(ran).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('EISDIR') });
    expect(await leadsOf()).toEqual([]);
  });
});

describe('webhook-receiver', () => {
  it('keeps what Norvalt posts, once, and refuses what it did not', async () => {
    // The secret is only known once the endpoint is made, and the endpoint needs the address of the receiver.
    const file = path.join(folder, 'events.jsonl');
    const hook = { url: 'http://127.0.0.1:9/', events: ['lead.created', 'lead.status_changed'] };
    const made = await admin.client.post<Schemas['WebhookEndpointWithSecret']>('/v1/webhook-endpoints', hook);
    const url = await serve('webhook-receiver/receiver.mjs', [file], { NORVALT_WEBHOOK_SECRET: made.body.secret });
    const endpoint = `/v1/webhook-endpoints/${made.body.endpoint.id}`;
    await admin.client.patch(endpoint, { url });
    await postForm(app, admin.dealership.id);
    await settle(app);
    const sender = new WebhookSender(app.services);
    await sender.drain();
    const kept = async () =>
      (await readFile(file, 'utf8'))
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { type: string }).type);
    expect((await kept()).sort()).toEqual(['lead.created', 'lead.status_changed']);
    const since = new Date(Date.now() - 60_000).toISOString();
    await admin.client.post(`${endpoint}/resend`, { since, include_succeeded: true });
    await sender.drain();
    expect(await kept()).toHaveLength(2);
    expect((await fetch(url, { method: 'POST', body: '{"type":"lead.created"}' })).status).toBe(400);
  });
});

describe('adf-bridge', () => {
  it('posts the files of its folder, and keeps what could not be posted', async () => {
    await cp(path.join(examples, 'adf-bridge/inbox'), folder, { recursive: true });
    const away = await run('adf-bridge/bridge.mjs', [folder], { NORVALT_API_KEY: 'sk_test_nobody' });
    expect(away).toMatchObject({ code: 1, stderr: expect.stringContaining('stays where it is: 401') });
    const NORVALT_API_KEY = await app.secretKey(admin, ['leads:write'], 'test');
    expect(await run('adf-bridge/bridge.mjs', [folder], { NORVALT_API_KEY })).toMatchObject({ code: 0, stderr: '' });
    expect(await readdir(path.join(folder, 'done'))).toEqual(['lead-4711.xml']);
    const [lead] = await leadsOf();
    expect(lead).toMatchObject({ source: 'adf', customer: { name: 'Mette Sørensen' } });
  });
});

describe('single-page-app', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    });
  });
  afterAll(() => browser.close());

  it('shows what is wrong, then sends the form once', async () => {
    const url = await serve('single-page-app/serve.mjs', [], { NORVALT_KEY: 'pk_test_later' });
    const key = await app.publishableKey(admin, [url], 'test');
    const page = await browser.newPage();
    await page.route('**/config.json', (route) => route.fulfill({ json: { url: app.url, key } }));
    await page.goto(url);
    await page.getByLabel('Navn').fill('Kari Hansen');
    await page.getByLabel('E-post').fill('ikke en adresse');
    await page.getByLabel('Bil').fill('Volvo XC60');
    await page.getByLabel('Melding').fill('Er den ledig?');
    const consent = page.locator('.consent input');
    await page.locator('.consent').waitFor({ state: 'visible' });
    await consent.check();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Se over feltene').waitFor();
    expect(await page.getByLabel('E-post').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('E-post').fill('kari@example.com');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Takk.').waitFor();
    await page.close();
    const leads = await leadsOf();
    expect(leads.map(({ customer, test }) => [customer.name, test])).toEqual([['Kari Hansen', true]]);
    expect(leads[0]?.consents[0]).toMatchObject({ granted: true });
  });
});
