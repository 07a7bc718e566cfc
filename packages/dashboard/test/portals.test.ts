import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { status } from './harness.ts';
import { useDashboard } from './use-dashboard.ts';

const open = useDashboard();

/** Selects words of the mail, as a mouse would. */
async function select(page: Page, words: string) {
  const box = page.getByLabel('Mail', { exact: true });
  await box.focus();
  await box.evaluate((element, piece) => {
    const area = element as unknown as { value: string; setSelectionRange(start: number, end: number): void };
    const start = area.value.indexOf(piece);
    area.setSelectionRange(start, start + piece.length);
  }, words);
}

describe('templates of portals', () => {
  test('one that does not fit any more is mended from the mail that it could not read', async () => {
    const { page, api } = await open({ at: '/settings/portals' });
    await page.getByText('Does not fit any more').waitFor();
    await page.getByRole('button', { name: 'Mark fields' }).first().click();
    await page.getByLabel('Mail', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Name', exact: true }).click();
    await page.getByText('Select the words first.').waitFor();
    await select(page, 'Kari Hansen');
    await page.getByRole('button', { name: 'Name', exact: true }).click();
    await page.getByText('After “Kunde:”').waitFor();
    await select(page, 'Er bilen ledig?');
    await page.getByRole('button', { name: 'Message', exact: true }).click();
    await page.getByText('Between “Melding:” and “Se annonsen”').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await status(page).getByText('The next mail is read by these marks').waitFor();
    expect(api.state.portalTemplates[0]).toMatchObject({ id: 'finn', mended: true, misfit: null });
  });

  test('what is marked in one mail stays when that of another is stored late', async () => {
    const { page } = await open({ at: '/settings/portals' });
    let answer = () => {};
    await page.route('**/v1/portal-templates/**', async (route) => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return route.fallback();
    });
    const begin = async () => {
      await page.getByRole('button', { name: 'Mark fields' }).first().click();
      await select(page, 'Kari Hansen');
      await page.getByRole('button', { name: 'Name', exact: true }).click();
    };
    await begin();
    const asked = page.waitForRequest('**/v1/portal-templates/**');
    await page.getByRole('button', { name: 'Save' }).click();
    await asked;
    await page.getByRole('button', { name: 'Cancel' }).click();
    await begin();
    answer();
    await status(page).getByText('The next mail is read by these marks').waitFor();
    expect(await page.getByText('After “Kunde:”').isVisible()).toBe(true);
  });

  test('a new one is made of a mail that is chosen', async () => {
    const { page, api } = await open({ at: '/settings/portals' });
    await page.getByRole('button', { name: 'New template from a mail' }).click();
    await page.getByRole('main').getByRole('listitem').getByRole('button').first().click();
    await select(page, 'kari.hansen@example.com');
    await page.getByRole('button', { name: 'E-mail', exact: true }).click();
    await page.getByLabel('Name of the portal').fill('Bilportalen');
    await page.getByRole('button', { name: 'Save' }).click();
    await status(page).getByText('The next mail is read by these marks').waitFor();
    expect(api.state.portalTemplates[0]).toMatchObject({ name: 'Bilportalen', senders: ['finn.no'], built_in: false });
  });
});
