import { describe, expect, test } from 'vitest';
import { heading, status } from './harness.ts';
import { useDashboard } from './use-dashboard.ts';

const open = useDashboard();

describe('the other pages', () => {
  test('vehicles are added, marked as sold and deleted', async () => {
    const { page, api } = await open();
    await page.getByRole('link', { name: 'Vehicles' }).click();
    await page.getByRole('button', { name: 'Add vehicle' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add vehicle' });
    await dialog.getByLabel('Make').fill('Volvo');
    await dialog.getByLabel('Model').fill('EX30');
    await dialog.getByLabel(/Price/).fill('389 000');
    await dialog.getByRole('button', { name: 'Add vehicle' }).click();
    const row = page.getByRole('row', { name: /Volvo EX30/ });
    await row.getByText(/389\s000\skr/).waitFor();
    await page.getByRole('button', { name: 'Actions for Volvo EX30' }).click();
    await page.getByRole('menuitem', { name: 'Mark as sold' }).click();
    await row.getByRole('cell', { name: 'Sold' }).waitFor();
    await page.getByRole('button', { name: 'Actions for Volvo EX30' }).click();
    await page.getByRole('menuitem', { name: 'Delete vehicle' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete vehicle' }).click();
    await expect.poll(() => api.state.vehicles.some(({ model }) => model === 'EX30')).toBe(false);
    await expect.poll(() => row.count()).toBe(0);
  });

  test('an escalation is taken by key, resolved with a note, and the count goes', async () => {
    const { page, api } = await open();
    await page.getByRole('link', { name: 'Escalations: 1 waits for a person' }).click();
    await heading(page, 'Escalations').waitFor();
    const row = page.getByRole('article').filter({ hasText: 'Complaint' });
    await row.getByText('Jeg er ikke fornøyd').waitFor();
    await row.getByText('High', { exact: true }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('t');
    await status(page).getByText('You have it now').waitFor();
    await row.getByRole('button', { name: 'Give back' }).waitFor();
    await row.getByRole('button', { name: 'Resolve' }).click();
    await page.getByRole('dialog').getByLabel('Note').fill('Ringte.');
    await page.getByRole('dialog').getByRole('button', { name: 'Resolve' }).click();
    await page.getByText('Nothing waits for a person').waitFor();
    await page.getByRole('link', { name: 'Escalations', exact: true }).waitFor();
    expect(api.state.escalations[0]?.resolution?.note).toBe('Ringte.');
    await page.getByRole('radio', { name: 'Resolved' }).check();
    await page.getByText('Ringte.').waitFor();
  });

  test('an arrival becomes a lead', async () => {
    const { page } = await open();
    await page.getByRole('link', { name: 'Other arrivals' }).click();
    await page.getByText('Nevner salg av egen bil').waitFor();
    await page
      .getByRole('article')
      .filter({ hasText: 'geir.sand' })
      .getByRole('button', { name: 'Make it a lead' })
      .click();
    await status(page).getByRole('button', { name: 'Open lead' }).click();
    await heading(page, 'Kari Hansen').waitFor();
  });

  test('the outbox shows mails locked in, and answers as the customer', async () => {
    const { page, api } = await open();
    await page.getByRole('link', { name: 'Outbox' }).click();
    await page.getByRole('button', { name: /kari.hansen@example.com/ }).click();
    const frame = page.locator('iframe');
    expect(await frame.getAttribute('sandbox')).toBe('');
    await frame.contentFrame().getByText('Takk for at du tok kontakt').waitFor();
    await page.getByRole('radio', { name: 'Headers' }).check();
    await page.getByText('List-Unsubscribe-Post').waitFor();
    await page.getByLabel('Answer', { exact: true }).fill('Takk, jeg kommer lørdag.');
    await page.getByRole('button', { name: 'Send answer' }).click();
    await status(page).getByText('The answer is on its way').waitFor();
    expect(api.requests.filter(({ line }) => line.endsWith('/reply'))).toHaveLength(1);
  });

  test('a key is shown once and can be revoked', async () => {
    const { page, api } = await open({ at: '/settings/keys' });
    await page.getByRole('button', { name: 'Create key' }).click();
    const dialog = page.getByRole('dialog', { name: 'Create an API key' });
    await dialog.getByLabel('Name').fill('CRM');
    await dialog.getByRole('radio', { name: /Secret/ }).check();
    await dialog.getByRole('button', { name: 'Create key' }).click();
    await dialog.getByText('Choose at least one scope.').waitFor();
    await dialog.getByLabel('Read leads').check();
    await dialog.getByRole('button', { name: 'Create key' }).click();
    await page.getByText('sk_live_8fj2k1m9q4w7z2x6c1v8b0n3').waitFor();
    await page.getByRole('button', { name: 'I have copied it' }).click();
    expect(await page.getByText('sk_live_8fj2k1m9q4w7z2x6c1v8b0n3').count()).toBe(0);
    await page.getByRole('button', { name: 'Revoke CRM' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await status(page).getByText('Key revoked').waitFor();
    expect(api.state.apiKeys).toHaveLength(2);
  });

  test('the dealership is changed, and wrong hours are pointed out', async () => {
    const { page, api } = await open({ at: '/settings/dealership' });
    await page.getByLabel('Name', { exact: true }).fill('Fjord Bil Lagunen');
    await page.getByLabel('Monday closes').fill('8');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Write times as 09:00').waitFor();
    await page.getByLabel('Monday closes').fill('1630');
    await page.getByRole('button', { name: 'Save' }).click();
    await status(page).getByText('Saved').waitFor();
    expect(api.state.dealership.name).toBe('Fjord Bil Lagunen');
    expect(api.state.dealership.opening_hours[0]).toEqual({ day: 'monday', opens: '09:00', closes: '16:30' });
  });
});
