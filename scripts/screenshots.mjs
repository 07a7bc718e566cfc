// Takes the pictures in docs/screenshots from the running product.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkNodeVersion } from './lib/check-node-version.mjs';
import { installIfNeeded } from './lib/install-if-needed.mjs';
import { root } from './lib/paths.mjs';

checkNodeVersion();
await installIfNeeded();
const { buildQuietly } = await import('./lib/build-parts.mjs');
await buildQuietly();
const { chromium } = await import('playwright-core');
const { findChromium } = await import('./lib/find-chromium.mjs');
const { Product } = await import('./lib/product.mjs');

const pictures = path.join(root, 'docs/screenshots');
const customer = 'James Porter';
const desk = { width: 1360, height: 850 };
const phone = { width: 390, height: 844 };

const folder = await mkdtemp(path.join(tmpdir(), 'norvalt-screenshots-'));
const product = new Product({ PATH: process.env.PATH, DATA_DIR: folder, PORT: '0' }, () => process.exit(1));
const { demoLogin } = await product.start();
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
});
await mkdir(pictures, { recursive: true });

async function open(options) {
  const context = await browser.newContext({ deviceScaleFactor: 2, timezoneId: 'Europe/Oslo', ...options });
  return context.newPage();
}

async function save(page, name) {
  await page.evaluate(async () => {
    await document.fonts.ready;
    // A picture that is not shown may never load.
    const shown = [...document.images].filter((image) => image.checkVisibility() && image.loading !== 'lazy');
    await Promise.all(shown.map((image) => image.decode().catch(() => null)));
  });
  await page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled' });
  console.log(`docs/screenshots/${name}.png`);
}

async function widget(name, options) {
  const page = await open({ viewport: desk, locale: 'nb-NO', ...options });
  await page.goto(`${product.url}/demo/biler/volvo-xc60.html`, { waitUntil: 'networkidle' });
  const form = page.locator('norvalt-lead-form');
  await form.scrollIntoViewIfNeeded();
  await form.getByLabel('Navn').fill('Kari Hansen');
  await form.getByLabel('E-post').fill('kari.hansen@example.com');
  await form.getByLabel('Melding').fill('Hei! Er XC60-en fortsatt til salgs, og kan jeg prøvekjøre den på lørdag?');
  await form.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await save(page, name);
}

async function dashboard(name, options, show) {
  const page = await open({ viewport: desk, locale: 'en-GB', ...options });
  await page.goto(`${product.url}/app/`);
  await page.getByLabel('E-mail').fill(demoLogin.email);
  await page.getByLabel('Password', { exact: true }).fill(demoLogin.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: customer }).waitFor();
  await show(page);
  await save(page, name);
}

const openLead = async (page) => {
  await page.getByRole('link', { name: customer }).click();
  await page.getByRole('article').first().waitFor();
};

try {
  await widget('widget', {});
  await widget('widget-phone', { viewport: phone, isMobile: true });
  await dashboard('inbox', {}, openLead);
  await dashboard('inbox-dark', { colorScheme: 'dark' }, openLead);
  await dashboard('lead-phone', { viewport: phone, isMobile: true }, openLead);
  const reference = await open({ viewport: desk });
  await reference.goto(`${product.url}/docs#listLeads`);
  await save(reference, 'api-reference');
} finally {
  await browser.close();
  await product.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);
