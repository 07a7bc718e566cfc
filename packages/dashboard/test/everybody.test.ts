import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaults, heading, openLead, rows, signIn } from './harness.ts';
import { useDashboard } from './use-dashboard.ts';

const open = useDashboard();

describe('for everybody', () => {
  const scenes: [string, (page: Page, origin: string) => Promise<void>][] = [
    ['inbox', (page) => rows(page).first().waitFor()],
    [
      'lead',
      async (page) => {
        await openLead(page, 'Ola Nordmann');
        await page.getByText('3 facts checked').click();
      },
    ],
    [
      'vehicles',
      (page) =>
        page
          .getByRole('link', { name: 'Vehicles' })
          .click()
          .then(() => page.getByRole('row').nth(3).waitFor()),
    ],
    [
      'dealership',
      async (page, origin) => {
        await page.goto(`${origin}/app/settings/dealership`);
        await page.getByLabel('Name', { exact: true }).waitFor();
      },
    ],
  ];

  test.each(['light', 'dark'] as const)('axe finds nothing in %s', async (colorScheme) => {
    const { page, api } = await open({ colorScheme, signedIn: false, reducedMotion: 'reduce' });
    const found: Record<string, string[]> = { 'sign-in': await axeFaults(page) };
    await signIn(page);
    for (const [name, show] of scenes) {
      await show(page, api.origin);
      found[name] = await axeFaults(page);
    }
    expect(Object.entries(found).filter(([, faults]) => faults.length > 0)).toEqual([]);
  });

  test('on a phone there is one pane at a time, and axe finds nothing', async () => {
    const { page } = await open({
      viewport: { width: 390, height: 844 },
      locale: 'nb-NO',
      signedIn: false,
      reducedMotion: 'reduce',
    });
    await page.getByLabel('E-post').fill('anne@fjordbil.example');
    await page.getByLabel('Passord', { exact: true }).fill('en lang setning');
    await page.getByRole('button', { name: 'Logg inn' }).click();
    await heading(page, 'Innboks').waitFor();
    await page
      .getByRole('link', { name: /Kari Hansen/ })
      .first()
      .click();
    await heading(page, 'Kari Hansen').waitFor();
    expect(await page.getByRole('searchbox').isVisible()).toBe(false);
    await page.getByRole('radio', { name: 'Detaljer' }).check();
    await page.getByRole('heading', { name: 'Oppfølging' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByRole('link', { name: 'Tilbake til innboksen' }).click();
    await heading(page, 'Innboks').waitFor();
    const labels = page.getByRole('navigation', { name: 'Hovedmeny' }).locator('a > span.truncate');
    for (const width of [390, 360, 320]) {
      await page.setViewportSize({ width, height: 844 });
      const fit = labels.evaluateAll((all) => all.map((label) => label.scrollWidth <= label.clientWidth));
      expect(await fit).toEqual(Array(7).fill(true));
    }
  });

  test('the heading takes the focus on navigation, and the skip link leads to the content', async () => {
    const { page } = await open();
    await page.getByRole('link', { name: 'Vehicles' }).click();
    await heading(page, 'Vehicles').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.reload();
    await heading(page, 'Vehicles').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  });

  test('language and appearance are switched and stay', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Norsk' }).click();
    await heading(page, 'Innboks').waitFor();
    await page.getByRole('button', { name: 'Konto' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Mørkt' }).click();
    await page.reload();
    await heading(page, 'Innboks').waitFor();
    expect(await page.evaluate(() => getComputedStyle(document.body).getPropertyValue('color-scheme'))).toBe('dark');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('nb');
  });
});
