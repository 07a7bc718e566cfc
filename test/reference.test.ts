import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './support/launch-browser.ts';

const root = path.resolve(import.meta.dirname, '..');
const policy = "default-src 'self'; img-src 'self' data:";

let server: Server;
let browser: Browser;
let url: string;

beforeAll(async () => {
  const { default: express } = await import('express');
  const file = path.join(root, 'packages/api/src/site/reference/mount-reference.ts');
  const { mountReference } = (await import(file)) as { mountReference(app: unknown, options: object): void };
  const app = express();
  const pagePolicy = (_request: unknown, response: { set(name: string, value: string): void }, next: () => void) => {
    response.set('Content-Security-Policy', policy);
    next();
  };
  const contractFile = path.join(root, 'openapi.yaml');
  mountReference(app, { contractFile, publicUrl: 'https://norvalt.example', pagePolicy });
  app.get('/app/favicon.svg', (_request: unknown, response: { status(code: number): { end(): void } }) =>
    response.status(204).end(),
  );
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/docs`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

async function open(options: BrowserContextOptions = {}, hash = ''): Promise<{ page: Page; errors: string[] }> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })).newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(url + hash);
  return { page, errors };
}

it.each([
  ['light', {}],
  ['dark', { colorScheme: 'dark' as const }],
  ['on a phone', { viewport: { width: 390, height: 844 } }],
])('is accessible, fits its screen and obeys a strict policy: %s', async (_name, options) => {
  const { page, errors } = await open(options);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  // One of each kind: all operations and all objects are made by the same few functions, and axe takes its time for each.
  const removed = await page.evaluate(() => {
    const kept = ['listLeads', 'updateLead', 'object-Message'];
    const others = [...document.querySelectorAll('article, [id^="object-"]')].filter(({ id }) => !kept.includes(id));
    for (const other of others) other.remove();
    return others.length;
  });
  expect(removed).toBeGreaterThan(100);
  for (const part of ['header', 'nav', '#start', '#listLeads', '#updateLead', '#problems', '#object-Message'])
    expect(await page.locator(part).count(), part).toBeGreaterThan(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(errors).toEqual([]);
});

it('finds operations by the keyboard alone', async () => {
  const { page } = await open();
  await page.keyboard.press('/');
  await page.keyboard.type('follow-ups cancel');
  await expect.poll(() => page.getByRole('status').textContent()).toMatch(/^1 of \d+ operations$/);
  expect(await page.getByRole('article').count()).toBe(1);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toContain('#cancelFollowUps');
  await page.getByLabel('Find an operation').press('Escape');
  await expect.poll(() => page.getByRole('article').count()).toBeGreaterThan(40);
});

it('explains a problem where its type points', async () => {
  const { page } = await open({}, '#problem-idempotency_key_reused');
  const problem = page.locator('#problem-idempotency_key_reused');
  expect(await problem.textContent()).toContain('422');
  await expect.poll(() => problem.evaluate((element) => element.getBoundingClientRect().top < innerHeight)).toBe(true);
});
