import { expect, test } from 'vitest';
import { axeFaults, status } from './harness.ts';
import { useDashboard } from './use-dashboard.ts';

const open = useDashboard();

test('an endpoint is added, tried, changed and deleted, and its posts can be read and sent again', async () => {
  const { page, api } = await open({ at: '/settings/webhooks' });
  await page.getByText('No endpoints yet').waitFor();
  await page.getByRole('button', { name: 'Add endpoint' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address', { exact: true }).fill('crm.example');
  await dialog.getByRole('button', { name: 'Add endpoint' }).click();
  await dialog.getByText('Write the whole address').waitFor();
  await dialog.getByLabel('Address', { exact: true }).fill('https://crm.example/norvalt');
  await dialog.getByLabel('Customer wrote').uncheck();
  await dialog.getByRole('button', { name: 'Add endpoint' }).click();
  await dialog.getByText('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw').waitFor();
  expect(api.state.webhookEndpoints[0]?.events).toEqual(['lead.created', 'lead.status_changed']);
  await dialog.getByRole('button', { name: 'I have copied it' }).click();
  expect(await page.getByText('whsec_').count()).toBe(0);

  const act = async (name: string) => {
    await page.getByRole('button', { name: 'Actions for https://crm.example/norvalt' }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  };
  await act('Send a test');
  await status(page).getByText('A test is on its way').waitFor();
  const log = page.getByRole('region', { name: 'Deliveries' });
  await log.getByText('Test', { exact: true }).waitFor();
  await page.getByText('Works', { exact: true }).waitFor();

  await log.getByText('Not through').click();
  const failed = log.getByRole('listitem').filter({ hasText: 'New lead' }).first();
  await failed.getByText('503').first().click();
  await failed.getByText('Service Unavailable').waitFor();
  await failed.getByText('"id": "lead_1"').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await failed.getByRole('button', { name: 'Send again' }).click();
  await log.getByText('Nothing posted').waitFor();

  await act('Change secret');
  await page.getByRole('dialog').getByLabel('Hours the old one goes on').fill('200');
  await page.getByRole('dialog').getByRole('button', { name: 'Change secret' }).click();
  await page.getByRole('dialog').getByText('A whole number from 0 to 168').waitFor();
  await page.getByRole('dialog').getByLabel('Hours the old one goes on').fill('2');
  await page.getByRole('dialog').getByRole('button', { name: 'Change secret' }).click();
  await page.getByRole('dialog').getByText('whsec_').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'I have copied it' }).click();
  await page.getByText('Two secrets sign until').waitFor();

  await act('Disable');
  await page.getByText('Disabled', { exact: true }).waitFor();
  await act('Delete');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await status(page).getByText('Endpoint deleted').waitFor();
  await page.getByText('No endpoints yet').waitFor();
});
