import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { configuredForm } from './fake-api.ts';
import { visitorOn } from './visitor.ts';
import { useWorld } from './world.ts';

const world = useWorld();

const farDown =
  '<div style="height:3000px">Biler</div><norvalt-lead-form><a href="tel:1">Ring oss</a></norvalt-lead-form>';

const pathsAsked = () => world.api.requests.map((request) => request.replace(/-[\w-]{6}\.js/, '.js'));

/** Two frames, after which an IntersectionObserver has reported. */
const settle = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

test('a page nobody scrolls costs one request and stores nothing', async () => {
  const page = await world.open({ body: farDown });
  await page.waitForFunction(() => window.Norvalt?.loaded);
  await page.mouse.click(10, 10);
  await page.keyboard.press('a');
  await settle(page);
  expect(pathsAsked()).toEqual(['GET /v1.js']);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.getByText('Ring oss').isVisible()).toBe(true);
});

test('the form is fetched and drawn when it comes within 400 px', async () => {
  const page = await world.open({ body: farDown });
  await page.waitForFunction(() => window.Norvalt?.loaded);
  await page.evaluate(() => scrollTo(0, 1500));
  await settle(page);
  expect(pathsAsked()).toEqual(['GET /v1.js']);
  await page.evaluate(() => scrollTo(0, 2000));
  await visitorOn(page).consent.waitFor({ state: 'attached' });
  expect(pathsAsked().sort()).toEqual([
    'GET /chunks/form.js',
    'GET /chunks/nb.js',
    'GET /v1.js',
    'GET /v1/forms/default?language=nb',
  ]);
  expect(await page.getByText('Ring oss').isVisible()).toBe(false);
  expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, '']);
});

test('a form can be typed in before its configuration is here, and what was typed stays', async () => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const page = await world.open({ body: farDown });
  await page.route('**/v1/forms/**', async (route) => {
    await held;
    await route.continue();
  });
  await page.evaluate(() => scrollTo(0, 3000));
  const visitor = visitorOn(page);
  await visitor.name.fill('Kari Hansen');
  expect(await visitor.form.getByRole('heading', { name: 'Send oss en melding' }).isVisible()).toBe(true);
  release();
  await visitor.form.getByRole('heading', { name: 'Spør Fjord Bil' }).waitFor();
  expect(await visitor.name.inputValue()).toBe('Kari Hansen');
  expect(await visitor.focused()).toMatchObject({ id: 'name' });
});

test('the documented snippet keeps the page from jumping, even with the form at the top of a phone', async () => {
  world.api.form = { ...configuredForm, fields: configuredForm.fields.map(({ hint: _, ...field }) => field) };
  const head = '<style>norvalt-lead-form:not(:defined){display:block;min-height:780px}body{margin:0}</style>';
  const page = await world.open({
    head,
    body: '<norvalt-lead-form vehicle="Volvo XC60 2022"></norvalt-lead-form><footer>Fjord Bil</footer>',
    context: { viewport: { width: 390, height: 844 } },
  });
  await visitorOn(page).consent.waitFor();
  await settle(page);
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const shifts = list.getEntries() as (PerformanceEntry & { value: number })[];
          resolve(shifts.reduce((sum, entry) => sum + entry.value, 0));
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
      }),
  );
  expect(shift).toBeLessThanOrEqual(0.01);
});

test('code that could not be fetched is fetched again, and the page’s own content stays meanwhile', async () => {
  let refusals = 0;
  world.api.broken = (path) => path.includes('/chunks/form') && ++refusals <= 1;
  const page = await world.open();
  await page.getByText('Ring 55 00 12 34').waitFor();
  await visitorOn(page).consent.waitFor();
  expect(refusals).toBe(2);
});

test('two script tags are one widget', async () => {
  const tag = `<script async src="${world.api.origin}/v1.js" data-key="pk_test_1"></script>`;
  const page = await world.open({ script: tag + tag });
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  const visitor = visitorOn(page);
  await visitor.fillIn();
  await visitor.send.click();
  await visitor.form.getByText('Takk for meldingen').waitFor();
  expect(errors).toEqual([]);
  expect(world.api.attempts).toHaveLength(1);
  expect(world.api.requests.filter((request) => request.includes('/v1/forms/default?'))).toHaveLength(1);
});

test('a form added by in-page navigation works, also the second time', async () => {
  const page = await world.open({ body: '<div id="view"></div>' });
  await page.waitForFunction(() => window.Norvalt?.loaded);
  const visitor = visitorOn(page);
  for (const car of ['Volvo XC60 2022', 'Kia EV6 2022']) {
    await page.evaluate((name) => {
      const form = document.createElement('norvalt-lead-form');
      form.setAttribute('vehicle', name);
      document.querySelector('#view')?.replaceChildren(form);
    }, car);
    await visitor.form.getByText(`Gjelder: ${car}`).waitFor();
    expect(await visitor.name.inputValue()).toBe('');
    await visitor.fillIn();
    await visitor.send.click();
    await visitor.form.getByText('Takk for meldingen').waitFor();
  }
  expect(world.api.attempts.map((attempt) => attempt.submission.vehicle_interest)).toEqual([
    'Volvo XC60 2022',
    'Kia EV6 2022',
  ]);
});
