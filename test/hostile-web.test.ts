import { once } from 'node:events';
import { createServer } from 'node:http';
import type { ApiKeyCreated, Norvalt } from '@norvalt/sdk';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openBrowserOf } from './support/launch-browser.ts';
import { signInOnDashboard, signInWithSdk } from './support/sign-in.ts';
import { makeDataFolder, Product } from './support/start-product.ts';

const patient = { timeout: 20_000, interval: 100 };
const dayMs = 86_400_000;
let data: Awaited<ReturnType<typeof makeDataFolder>>;
let product: Product;
let browser: Browser;
let norvalt: Norvalt;
let siteAddress: string;
let key: ApiKeyCreated;
let html = '';
const pages: Page[] = [];
const site = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(html));

beforeAll(async () => {
  data = await makeDataFolder();
  [product, browser] = await Promise.all([
    Product.start(data.folder, { RATE_LIMIT_BROWSER_PER_MINUTE: '600', RATE_LIMIT_BROWSER_BURST: '600' }),
    launchBrowser(),
  ]);
  norvalt = await signInWithSdk(product.url, product.demoLogin);
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  const address = site.address();
  if (address === null || typeof address === 'string') throw new Error('The site has no port');
  siteAddress = `http://127.0.0.1:${address.port}`;
  key = await makeKey([siteAddress]);
});

afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.context().close()));
});

afterAll(async () => {
  site.close();
  await browser?.close();
  await product?.stop();
  await data?.remove();
});

function makeKey(allowed_origins: string[]): Promise<ApiKeyCreated> {
  return norvalt.apiKeys.create({ name: 'Site', kind: 'publishable', mode: 'live', allowed_origins });
}

/** Opens the dealership's site with this key in its script tag. */
async function open(dataKey: string, prepare?: () => void): Promise<{ page: Page; said: string[] }> {
  html = `<!doctype html><html lang="nb"><meta charset="utf-8"><norvalt-lead-form><a href="tel:+4755001234">Ring 55 00 12 34</a></norvalt-lead-form>
    <script async src="${product.url}/v1.js" data-key="${dataKey}"></script></html>`;
  const { page } = await openBrowserOf(browser, []);
  pages.push(page);
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  if (prepare) await page.addInitScript(prepare);
  await page.goto(siteAddress);
  return { page, said };
}

interface Written {
  name?: string;
  email: string;
  message: string;
}

async function write(page: Page, { name = 'Kari Hansen', email, message }: Written): Promise<void> {
  const form = page.locator('norvalt-lead-form');
  await form.getByRole('checkbox').waitFor();
  await form.getByLabel('Navn').fill(name);
  await form.getByLabel('E-post').fill(email);
  await form.getByLabel('Melding').fill(message);
  await form.getByRole('checkbox').check();
  await form.getByRole('button', { name: 'Send melding' }).click();
}

const thanks = (page: Page) => page.locator('norvalt-lead-form').getByText('Takk, meldingen er sendt');
const leadsOf = async (email: string) => (await norvalt.leads.list({ q: email })).data;
const arrivalsOf = async (email: string) =>
  (await norvalt.arrivals.list({ limit: 100 })).data.filter(({ from }) => from === email);

describe('a page with the wrong key', () => {
  it('that is secret is told so, and never uses it', async () => {
    const { page, said } = await open('sk_live_0123456789abcdefghijklmnopqrstuv');
    await expect.poll(() => said.join('\n'), patient).toContain('data-key is secret: revoke it');
    expect(await page.getByText('Ring 55 00 12 34').isVisible()).toBe(true);
    expect(await page.evaluate(() => 'Norvalt' in window)).toBe(false);
  });

  it('that was revoked keeps what was typed, and says to call', async () => {
    const revoked = await makeKey([siteAddress]);
    const { page, said } = await open(revoked.key);
    await page.locator('norvalt-lead-form').getByRole('checkbox').waitFor();
    await norvalt.apiKeys.revoke(revoked.id);
    await write(page, { email: 'revoked@example.com', message: 'Er EV6-en ledig?' });
    await expect.poll(() => said.join('\n'), patient).toContain('401 unauthorized');
    expect(await page.locator('norvalt-lead-form').getByLabel('Melding').inputValue()).toBe('Er EV6-en ledig?');
  });

  it('of another site is refused, and the developer is told which address to add', async () => {
    const foreign = await makeKey(['https://elsewhere.example']);
    const { page, said } = await open(foreign.key);
    await expect.poll(() => said.join('\n'), patient).toContain(siteAddress);
    expect(said.join('\n')).toContain('origin_not_allowed');
    expect(await page.locator('norvalt-lead-form').getByLabel('Navn').isVisible()).toBe(true);
  });
});

describe('what a visitor writes', () => {
  const markup = '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>';
  const turned = 'Pris \u202e0001\u202c kr \u0000 \u200b';

  it('is text wherever it is shown, whatever it says', async () => {
    const { page } = await open(key.key);
    await write(page, { name: `Kari ${markup}`, email: 'markup@example.com', message: `${markup} ${turned}` });
    await thanks(page).waitFor();
    await expect.poll(async () => (await leadsOf('markup@example.com')).length, patient).toBe(1);
    const [lead] = await leadsOf('markup@example.com');
    const { page: rep } = await openBrowserOf(browser, []);
    pages.push(rep);
    await signInOnDashboard(rep, product.url, product.demoLogin);
    await rep.goto(`${product.url}/app/leads/${lead?.id}`);
    await rep.getByText('<img src=x onerror=').first().waitFor();
    expect(await rep.title()).not.toBe('owned');
    expect(await page.title()).not.toBe('owned');
    expect(await rep.locator('img[src="x"]').count()).toBe(0);
  });

  it('of a megabyte is a lead with as much as a message holds', async () => {
    const { page } = await open(key.key);
    // A field holds no more than that when somebody types or pastes; a script may still put more in.
    await write(page, { email: 'long@example.com', message: `Er den ledig? ${'x'.repeat(1_000_000)}` });
    await thanks(page).waitFor();
    await expect.poll(async () => (await leadsOf('long@example.com')).length, patient).toBe(1);
    const [lead] = await leadsOf('long@example.com');
    expect(lead?.message).toMatch(/^Er den ledig\? x{9986}$/);
  });

  it('twice in a row is one lead', async () => {
    for (const _ of [1, 2]) {
      const { page } = await open(key.key);
      await write(page, { email: 'twice@example.com', message: 'Er den ledig?' });
      await thanks(page).waitFor();
    }
    await expect.poll(async () => (await leadsOf('twice@example.com')).length, patient).toBe(1);
  });
});

describe('a bot', () => {
  it('that fills in what nobody sees is thanked like anybody, and is kept apart from the leads', async () => {
    const { page } = await open(key.key);
    await page.locator('norvalt-lead-form').getByRole('checkbox').waitFor();
    await page
      .locator('norvalt-lead-form')
      .locator('input[name=website]')
      .evaluate((trap: HTMLInputElement) => {
        trap.value = 'https://pills.example';
        trap.dispatchEvent(new Event('input', { bubbles: true }));
      });
    await write(page, { email: 'trap@example.com', message: 'Buy pills' });
    await thanks(page).waitFor();
    await expect.poll(async () => (await arrivalsOf('trap@example.com')).length, patient).toBe(1);
    expect(await leadsOf('trap@example.com')).toEqual([]);
  });

  it('that posts a link faster than anybody types is kept apart too', async () => {
    const { page } = await open(key.key);
    await page.locator('norvalt-lead-form').getByRole('checkbox').waitFor();
    await page.locator('norvalt-lead-form').evaluate((form) => {
      const root = form.shadowRoot;
      const put = (name: string, value: string) => {
        const field = root?.querySelector<HTMLInputElement>(`#${name}`);
        if (!field) return;
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      };
      put('name', 'Bot');
      put('email', 'fast@example.com');
      put('message', 'See https://pills.example');
      root?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
      root?.querySelector<HTMLButtonElement>('button[type=submit], button')?.click();
    });
    await thanks(page).waitFor();
    await expect.poll(async () => (await arrivalsOf('fast@example.com')).length, patient).toBe(1);
    expect(await leadsOf('fast@example.com')).toEqual([]);
  });
});

describe('a visitor whose clock is wrong', () => {
  it.each([
    ['a day ahead', 1],
    ['a day behind', -1],
  ])('%s is heard once, at the right time', async (_, days) => {
    const email = `clock${days}@example.com`;
    const { page } = await open(
      key.key,
      days > 0
        ? () => {
            const now = Date.now;
            Date.now = () => now() + 86_400_000;
          }
        : () => {
            const now = Date.now;
            Date.now = () => now() - 86_400_000;
          },
    );
    await write(page, { email, message: 'Er den ledig?' });
    await thanks(page).waitFor();
    await expect.poll(async () => (await leadsOf(email)).length, patient).toBe(1);
    const [lead] = await leadsOf(email);
    expect(Math.abs(Date.parse(lead?.created_at ?? '') - Date.now())).toBeLessThan(dayMs / 2);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });
});
