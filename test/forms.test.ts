import { once } from 'node:events';
import { createServer } from 'node:http';
import { AxeBuilder } from '@axe-core/playwright';
import type { Norvalt } from '@norvalt/sdk';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openBrowserOf } from './support/launch-browser.ts';
import { signInOnDashboard, signInWithSdk } from './support/sign-in.ts';
import { makeDataFolder, Product } from './support/start-product.ts';

const patient = { timeout: 20_000, interval: 100 };
const pageErrors: string[] = [];
let data: Awaited<ReturnType<typeof makeDataFolder>>;
let product: Product;
let browser: Browser;
let manager: Page;
let norvalt: Norvalt;
let formId: string;
let page = '';
let siteAddress = '';
const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(page));

beforeAll(async () => {
  data = await makeDataFolder();
  [product, browser] = await Promise.all([Product.start(data.folder), launchBrowser()]);
  manager = (await openBrowserOf(browser, pageErrors)).page;
  norvalt = await signInWithSdk(product.url, product.demoLogin);
  await signInOnDashboard(manager, product.url, product.demoLogin);
});

afterAll(async () => {
  server.close();
  await browser?.close();
  await product?.stop();
  await data?.remove();
});

/** Another company's site; what it says is decided later, when there is a key for its address. */
async function serveSite(): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The site has no port');
  return `http://127.0.0.1:${address.port}`;
}

const preview = () => manager.locator('iframe').contentFrame().locator('norvalt-lead-form');
const addQuestion = async (kind: string) => {
  await manager.getByRole('button', { name: 'Legg til spørsmål' }).click();
  await manager.getByRole('menuitem', { name: kind }).click();
};

describe('a form of one’s own', () => {
  it('is made while the real one is shown beside it, and nothing of a try is sent', async () => {
    await manager.goto(`${product.url}/app/settings/form`);
    await manager.getByRole('button', { name: 'Nytt skjema' }).click();
    await manager.getByLabel('Navn', { exact: true }).fill('Innbytte');
    await preview().getByLabel('Melding').waitFor();
    await addQuestion('Velg ett av noen få');
    await manager.getByRole('textbox', { name: 'Spørsmål', exact: true }).fill('Hvor sliten er bilen?');
    await manager.getByLabel('Valg 1', { exact: true }).fill('Som ny');
    await manager.getByLabel('Valg 2', { exact: true }).fill('Vel brukt');
    await manager.getByLabel('Må besvares').check();
    await manager.getByLabel('Overskrift', { exact: true }).fill('Hva er bilen din verdt?');
    await preview().getByRole('heading', { name: 'Hva er bilen din verdt?' }).waitFor();
    await preview().getByLabel('Navn').fill('Bare en prøve');
    await preview().getByLabel('E-post').fill('prove@example.com');
    await preview().getByLabel('Vel brukt').check();
    await preview().getByRole('checkbox').check();
    await preview().getByRole('button', { name: 'Send melding' }).click();
    await preview().getByText('Takk, meldingen er sendt').waitFor();
    expect((await norvalt.leads.list({ q: 'prove@example.com' })).data).toEqual([]);
  });

  it('says what is missing at the field, and keeps what was written', async () => {
    await addQuestion('Velg fra en liste');
    await manager.getByRole('button', { name: 'Lagre' }).click();
    await manager.getByText('Skriv spørsmålet på minst ett språk.').waitFor();
    await manager.getByRole('button', { name: 'Fjern Nytt spørsmål' }).click();
    expect(await manager.getByLabel('Navn', { exact: true }).inputValue()).toBe('Innbytte');
    await manager.getByRole('button', { name: 'Lagre' }).click();
    await manager.getByText('Skjemaet er laget').waitFor();
    formId = new URL(manager.url()).pathname.split('/').at(-1) ?? '';
    expect(await norvalt.forms.definition(formId)).toMatchObject({ name: 'Innbytte', version: 1 });
  });

  it('is on the site with the code that is shown, and its answers are in the lead', async () => {
    siteAddress = await serveSite();
    const { key } = await norvalt.apiKeys.create({
      name: 'Site',
      kind: 'publishable',
      mode: 'live',
      allowed_origins: [siteAddress],
    });
    page = `<!doctype html><html lang="nb"><script async src="${product.url}/v1.js" data-key="${key}"></script>
      <norvalt-lead-form form="${formId}"></norvalt-lead-form></html>`;
    const { page: visitor } = await openBrowserOf(browser, pageErrors);
    await visitor.goto(siteAddress);
    const form = visitor.locator('norvalt-lead-form');
    await form.getByLabel('Navn').fill('Ole Strand');
    await form.getByLabel('E-post').fill('ole.strand@example.com');
    await form.getByLabel('Vel brukt').check();
    await form.getByRole('checkbox').check();
    await form.getByRole('button', { name: 'Send melding' }).click();
    await form.getByText('Takk, meldingen er sendt').waitFor();
    const found = () => norvalt.leads.list({ q: 'ole.strand@example.com' });
    await expect.poll(async () => (await found()).data.length, patient).toBe(1);
    const [lead] = (await found()).data;
    await manager.goto(`${product.url}/app/leads/${lead?.id}`);
    await manager.getByText('Hvor sliten er bilen?').first().waitFor();
    await manager.getByText('Vel brukt').first().waitFor();
  });

  it('is a plain form where scripts are blocked, with the code that is shown', async () => {
    await manager.goto(`${product.url}/app/settings/form`);
    await manager.getByLabel('Skjema i koden').selectOption({ label: 'Innbytte' });
    await manager.getByLabel('Også for besøkende uten skript').check();
    const code = await manager.getByRole('region', { name: 'Kode til siden' }).innerText();
    page = `<!doctype html><html lang="nb"><body>${code}</body></html>`;
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'nb-NO' });
    const visitor = await context.newPage();
    await visitor.goto(siteAddress);
    await visitor.getByLabel('Navn').fill('Eva Lund');
    await visitor.getByLabel('E-post').fill('eva.lund@example.com');
    await visitor.getByLabel('Melding').fill('Hva får jeg for en Golf fra 2017?');
    await visitor.getByLabel('Hvor sliten er bilen?').selectOption('Vel brukt');
    await visitor.getByRole('checkbox').check();
    await visitor.getByRole('button', { name: 'Send melding' }).click();
    await visitor.getByRole('heading', { name: 'Takk, meldingen er sendt' }).waitFor();
    await context.close();
    const found = () => norvalt.leads.list({ q: 'eva.lund@example.com' });
    await expect.poll(async () => (await found()).data.length, patient).toBe(1);
    const [lead] = (await found()).data;
    expect(lead?.consents).toMatchObject([{ granted: true }]);
    expect(lead?.submissions[0]?.metadata).toEqual({ hvor_sliten_er_bilen: 'Vel brukt' });
  });

  it('is not overwritten by somebody who has an older one open', async () => {
    await manager.goto(`${product.url}/app/forms/${formId}`);
    await manager.getByLabel('Knapp').fill('Få et tilbud');
    await norvalt.forms.update(formId, { name: 'Innbytte og salg' });
    await manager.getByRole('button', { name: 'Lagre' }).click();
    await manager.getByText('Noen andre endret skjemaet').waitFor();
    await manager.getByRole('button', { name: 'Last på nytt' }).click();
    await expect.poll(() => manager.getByLabel('Navn', { exact: true }).inputValue(), patient).toBe('Innbytte og salg');
    await manager.getByLabel('Knapp').fill('Få et tilbud');
    await manager.getByRole('button', { name: 'Lagre' }).click();
    await manager.getByText('Skjemaet er lagret').waitFor();
    expect((await norvalt.forms.definition(formId)).texts.nb?.submit_label).toBe('Få et tilbud');
  });

  it('is made to look like the site on a page that shows the style to copy', async () => {
    const { page: designer } = await openBrowserOf(browser, pageErrors);
    await designer.goto(`${product.url}/docs/theming`);
    const button = designer.locator('iframe').contentFrame().getByRole('button', { name: 'Send message' });
    await button.waitFor();
    await designer.locator('[data-property="--norvalt-accent"]').fill('#0f7a4d');
    const colour = () => button.evaluate((element) => getComputedStyle(element).backgroundColor);
    await expect.poll(colour, patient).toBe('rgb(15, 122, 77)');
    const style = designer.getByRole('region', { name: 'Style for your page' });
    expect(await style.innerText()).toBe('norvalt-lead-form {\n  --norvalt-accent: #0f7a4d;\n}');
    const { violations } = await new AxeBuilder({ page: designer }).exclude('iframe').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('gives axe nothing to say: %s', async (colorScheme) => {
    await manager.emulateMedia({ colorScheme });
    await manager.getByRole('button', { name: /^Hvor sliten/ }).click();
    const { violations } = await new AxeBuilder({ page: manager }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it('leaves no error in any browser', () => expect(pageErrors).toEqual([]));
});
