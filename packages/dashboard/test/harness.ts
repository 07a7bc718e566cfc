import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, type BrowserServer, chromium, type Page } from 'playwright-core';
import { startFakeApi } from './fake/fake-api.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
export const dist = join(root, 'dist');

const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser that all test files share. */
export function launchServer(): Promise<BrowserServer> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  return chromium.launchServer({ executablePath, args: chromiumArguments });
}

/** A page of its own against a fake API of its own, signed in unless told otherwise and opened `at` an address of the app. */
export async function openDashboard(
  browser: Browser,
  {
    signedIn = true,
    at = signedIn ? '/' : '/sign-in',
    leadCount = 40,
    ...options
  }: BrowserContextOptions & { signedIn?: boolean; at?: string; leadCount?: number } = {},
) {
  const api = await startFakeApi({ dist, leadCount });
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Oslo',
    ...(signedIn ? { storageState: afterSignIn(api.origin) } : {}),
    ...options,
  });
  const page = await context.newPage();
  // All test files share one browser: where they also share two cores, a page takes its time.
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    // The browser itself reports answers of 400 and above; those are the business of each test.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text());
  });
  await page.goto(`${api.origin}/app${at}`);
  if (signedIn) await page.getByRole('heading', { level: 1 }).first().waitFor();
  return {
    api,
    page,
    faults,
    async close() {
      await context.close();
      await api.close();
    },
  };
}

/** What signing in leaves in a browser. */
function afterSignIn(origin: string): Exclude<BrowserContextOptions['storageState'], string | undefined> {
  const cookie = { name: 'norvalt_refresh', value: '1', domain: '127.0.0.1', path: '/v1/auth', expires: -1 };
  return {
    cookies: [{ ...cookie, httpOnly: true, secure: false, sameSite: 'Lax' }],
    origins: [{ origin, localStorage: [{ name: 'norvalt.signed-in', value: '1' }] }],
  };
}

/** Signs in; with the right password it leads to a page with the heading `name`. */
export async function signIn(page: Page, password = 'en lang setning', name = 'Inbox'): Promise<void> {
  await page.getByLabel('E-mail').fill('anne@fjordbil.example');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  if (password !== 'wrong') await heading(page, name).waitFor();
}

/** The rows of the list of leads that are drawn. */
export const rows = (page: Page) => page.getByRole('region', { name: 'Leads' }).getByRole('listitem');

/** The first heading of a page. */
export const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** Where short messages are read out. */
export const status = (page: Page) => page.getByRole('status', { name: 'Messages' });

/** Opens a lead from the list. */
export async function openLead(page: Page, name: string): Promise<void> {
  await rows(page).filter({ hasText: name }).first().getByRole('link').click();
  await heading(page, name).waitFor();
}

/** The rules of axe that the page breaks, with where; what another page in a frame of it breaks is not the page's. */
export async function axeFaults(page: Page): Promise<string[]> {
  // Legacy mode is for pages whose frames are none of their business: it opens no second page for each look.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(axeTags).exclude('iframe').analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`).join(' | ')}`,
  );
}
