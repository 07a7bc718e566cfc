import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { status } from './harness.ts';
import { useDashboard } from './use-dashboard.ts';

const open = useDashboard();
const posts = 'POST /v1/vehicles';

/** The dialog in which a vehicle is added, filled in. */
async function fillIn(page: Page) {
  await page.getByRole('button', { name: 'Add vehicle' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Make').fill('Skoda');
  await dialog.getByLabel('Model', { exact: true }).fill('Karoq');
  return { dialog, add: dialog.getByRole('button', { name: 'Add vehicle' }) };
}

const focused = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.closest('[role="alert"], input, button')?.textContent || document.activeElement?.id,
  );

test('starts in the first field, and Escape leaves it with the focus where it was', async () => {
  const { page } = await open({ at: '/vehicles' });
  const opener = page.getByRole('button', { name: 'Add vehicle' }).first();
  await opener.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect.poll(() => dialog.getByLabel('Make').evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
});

test('points at the first faulty field before anything is sent', async () => {
  const { page, api } = await open({ at: '/vehicles' });
  const { dialog, add } = await fillIn(page);
  await dialog.getByLabel('Year').fill('new');
  await add.click();
  await expect.poll(() => dialog.getByLabel('Year').evaluate((field) => field === document.activeElement)).toBe(true);
  expect(api.requests.filter(({ line }) => line === posts)).toEqual([]);
});

test('reads out what went wrong, keeps what was typed, and sends it once more under the same key', async () => {
  const { page, api } = await open({ at: '/vehicles' });
  api.failures.set(posts, { status: 503, code: 'unavailable' });
  const { dialog, add } = await fillIn(page);
  await add.click();
  const alert = dialog.getByRole('alert').filter({ hasText: /\w/ });
  await alert.waitFor();
  expect(await focused(page)).toBe(await alert.textContent());
  expect(await dialog.getByLabel('Make').inputValue()).toBe('Skoda');
  api.failures.clear();
  await add.dblclick();
  await dialog.waitFor({ state: 'detached' });
  await status(page).getByText('Vehicle added').waitFor();
  const keys = api.requests.filter(({ line }) => line === posts).map(({ idempotencyKey }) => idempotencyKey);
  expect(new Set(keys).size).toBe(1);
  expect(api.state.vehicles.filter(({ model }) => model === 'Karoq')).toHaveLength(1);
});

test('says it all the same when it fails after the dialog was closed', async () => {
  const { page } = await open({ at: '/vehicles' });
  let fail = () => {};
  await page.route('**/v1/vehicles', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    await new Promise<void>((resolve) => {
      fail = resolve;
    });
    return route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      body: '{"code":"conflict","status":409}',
    });
  });
  const { dialog, add } = await fillIn(page);
  const asked = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/v1/vehicles'));
  await add.click();
  await asked;
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  fail();
  await status(page).getByText(/\w/).waitFor();
});
