import type { Norvalt } from '@norvalt/sdk';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, openBrowserOf } from './support/launch-browser.ts';
import { signInOnDashboard, signInWithSdk } from './support/sign-in.ts';
import { makeDataFolder, Product } from './support/start-product.ts';

const patient = { timeout: 20_000, interval: 100 };
const pageErrors: string[] = [];
let data: Awaited<ReturnType<typeof makeDataFolder>>;
let product: Product;
let browser: Browser;
let visitor: Page;
let rep: Page;
let norvalt: Norvalt;

beforeAll(async () => {
  data = await makeDataFolder();
  [product, browser] = await Promise.all([Product.start(data.folder), launchBrowser()]);
  visitor = (await openBrowserOf(browser, pageErrors)).page;
  rep = (await openBrowserOf(browser, pageErrors)).page;
  norvalt = await signInWithSdk(product.url, product.demoLogin);
  await signInOnDashboard(rep, product.url, product.demoLogin);
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await data?.remove();
});

const chat = () => visitor.locator('norvalt-chat');
const write = async (text: string) => {
  await chat().getByRole('textbox', { name: 'Skriv en melding' }).fill(text);
  await chat().getByRole('button', { name: 'Send', exact: true }).click();
};

it('a visitor of the demo site chats with the assistant, then with a colleague who sees them come, type and go', async () => {
  await visitor.goto(`${product.url}/demo/biler/volvo-xc60.html`);
  await chat().locator('[part=launcher]').click();
  await chat().getByText('digitale assistenten vår').waitFor();
  await write('Er den fortsatt ledig?');
  await expect.poll(() => chat().locator('li.assistant').count(), patient).toBe(2);
  expect(await chat().locator('li.assistant').last().textContent()).toContain('489 000');

  const chatLead = async () => (await norvalt.leads.list({ source: ['chat'] })).data[0];
  // The visitor reads the answer a moment before the lead says that it went out.
  await expect
    .poll(chatLead, patient)
    .toMatchObject({ source: 'chat', status: 'contacted', message: 'Er den fortsatt ledig?' });
  const lead = await chatLead();
  await rep.goto(`${product.url}/app/leads/${lead?.id}`);
  await rep.getByText('Er i chatten nå').waitFor();
  await chat().getByRole('textbox', { name: 'Skriv en melding' }).pressSequentially('Kan jeg');
  await rep
    .getByRole('status')
    .getByText(/skriver/)
    .waitFor();
  const composer = rep.getByRole('form', { name: 'Skriv til kunden' });
  await composer.getByRole('textbox', { name: 'Melding' }).pressSequentially('Hei, Anne her.');
  await chat().locator('.typing').waitFor();
  await composer.getByRole('button', { name: 'Send i chatten' }).click();
  await chat().locator('li.human', { hasText: 'Hei, Anne her.' }).waitFor();
  expect((await norvalt.leads.get(lead?.id ?? '')).handled_by).toBe('human');

  await visitor.goto(`${product.url}/demo/`);
  await chat()
    .getByRole('button', { name: /^Chat med oss/ })
    .click();
  await chat().locator('li.human', { hasText: 'Hei, Anne her.' }).waitFor();
  await chat().getByRole('button', { name: 'Avslutt chatten' }).click();
  await rep.getByText('Er i chatten nå').waitFor({ state: 'detached', timeout: 20_000 });
  expect(pageErrors).toEqual([]);
});
