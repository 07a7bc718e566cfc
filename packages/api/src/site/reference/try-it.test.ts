import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type express from 'express';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTRACT, type Person, startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import { createApp } from '../../app.ts';
import { mountReference } from './mount-reference.ts';

let app: TestApp;
let admin: Person;
let server: Server;
let origin: string;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  app = await startTestApp();
  admin = await app.signUp();
  const pagePolicy: express.RequestHandler = (_request, response, next) => {
    response.set('Content-Security-Policy', "default-src 'self'");
    next();
  };
  const site = (served: express.Express) =>
    mountReference(served, { contractFile: CONTRACT, publicUrl: app.services.env.publicUrl, pagePolicy });
  server = createServer(createApp({ contract: app.contract, services: app.services, site })).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  page = await browser.newPage();
  await page.goto(`${origin}/docs`);
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
  await app.close();
});

describe('the API reference', () => {
  it('makes a call with a test key and shows the answer', async () => {
    const call = page.locator('#createLead');
    await call.getByText('Try it with a test key').click();
    await call.getByRole('button', { name: 'Send' }).click();
    await call.getByText('Put a test key').waitFor();
    await page
      .getByLabel('Test key, to try calls from this page')
      .fill(await app.secretKey(admin, ['leads:write'], 'test'));
    await call.getByLabel('Body').fill('{ "customer": { "name": "Kari", "email": "kari@example.com" } }');
    await call.getByRole('button', { name: 'Send' }).click();
    await call.getByText(/^201 req_/).waitFor();
    expect(await call.getByRole('status').textContent()).toContain('"test": true');
  });

  it('shows what is refused, as it is refused', async () => {
    const call = page.locator('#getLead');
    await call.getByText('Try it with a test key').click();
    await call.getByLabel('lead_id').fill('../../v1/users');
    await call.getByRole('button', { name: 'Send' }).click();
    await call.getByText(/^403 req_/).waitFor();
  });
});

describe('a secret key from a browser', () => {
  const refused = async (mode: 'live' | 'test', from: string): Promise<unknown[]> => {
    const key = await app.secretKey(admin, ['leads:read'], mode);
    const answer = await fetch(`${origin}/v1/leads`, { headers: { authorization: `Bearer ${key}`, origin: from } });
    return [answer.status, ((await answer.json()) as { code: string }).code];
  };

  it('is refused when it is live, on the page of the reference too', async () => {
    expect(await refused('live', origin)).toEqual([403, 'secret_key_in_browser']);
  });

  it('is refused on any other page, a test key too', async () => {
    expect(await refused('test', 'https://dealer.example')).toEqual([403, 'secret_key_in_browser']);
    expect(await refused('test', 'null')).toEqual([403, 'secret_key_in_browser']);
  });
});
