import { describe, expect, test } from 'vitest';
import { status } from './harness.ts';
import { useDashboard } from './use-dashboard.ts';

const open = useDashboard();

describe('leads for the CRM', () => {
  test('the profile and the subject are chosen, and an address is asked for', async () => {
    const { page, api } = await open({ at: '/settings/crm' });
    await page.getByRole('radio', { name: /ASCII/ }).check();
    await page.getByLabel('Intake address of the CRM').fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('[aria-invalid="true"]').waitFor();
    await page.getByLabel('Intake address of the CRM').fill('inntak@crm.example');
    await page.getByRole('button', { name: 'Save' }).click();
    await status(page).getByText('Saved').waitFor();
    expect(api.state.crm).toMatchObject({
      enabled: true,
      address: 'inntak@crm.example',
      profile: 'body_ascii',
      subject: null,
    });
  });

  test('one that did not get there is sent again', async () => {
    const { page, api } = await open({ at: '/settings/crm' });
    await page.getByText('Not delivered').click();
    await page.getByText('No such mailbox').waitFor();
    await page.getByRole('button', { name: 'Send again' }).click();
    await status(page).getByText('It goes out again').waitFor();
    expect(api.state.crmDeliveries.map(({ state }) => state)).toContain('pending');
  });
});
