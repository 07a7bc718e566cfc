import { describe, expect, test } from 'vitest';
import { heading, openLead, rows, status } from './harness.ts';
import { useDashboard } from './use-dashboard.ts';

const open = useDashboard();

describe('the inbox', () => {
  test('shows a new lead without a reload', async () => {
    const { page, api } = await open();
    await rows(page).first().waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    const [first] = api.state.leads;
    if (!first) throw new Error('no lead');
    const now = new Date().toISOString();
    api.state.leads.unshift({
      ...structuredClone(first),
      id: 'lead_new',
      customer: { ...first.customer, name: 'Nils Ny' },
      last_activity_at: now,
      created_at: now,
    });
    api.emit('lead.created', { lead_id: 'lead_new' });
    await status(page).getByText('New lead: Nils Ny').waitFor();
    await expect.poll(() => rows(page).first().textContent()).toContain('Nils Ny');
  });

  test('catches up when the connection comes back', async () => {
    const { page, api } = await open();
    await page.getByText('Live', { exact: true }).waitFor();
    const [first] = api.state.leads;
    if (!first) throw new Error('no lead');
    first.customer.name = 'Kari Ny';
    api.dropStreams();
    await rows(page).filter({ hasText: 'Kari Ny' }).waitFor();
  });

  test('filters, searches, loads on while scrolling, and keeps the view in the address', async () => {
    const { page } = await open({ leadCount: 60 });
    await page.getByRole('button', { name: 'Status', exact: true }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Appointment' }).click();
    await page.keyboard.press('Escape');
    await expect.poll(() => rows(page).count()).toBe(7);
    expect(page.url()).toContain('status=appointment');
    await page.getByRole('button', { name: 'Status: Appointment' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Appointment' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox', { name: 'Search leads' }).fill('solberg');
    await expect.poll(() => rows(page).count()).toBe(2);
    await page.reload();
    await expect.poll(() => rows(page).count()).toBe(2);
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect.poll(() => rows(page).count()).toBeGreaterThan(5);
    await page.mouse.move(400, 500);
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, 3000);
        return page.getByText('That is all of them').isVisible();
      })
      .toBe(true);
  });

  test('a row opens while the list still moves', async () => {
    const { page } = await open();
    const row = rows(page).filter({ hasText: 'Ingrid Solberg' }).first();
    await row.hover();
    const list = row.locator('xpath=..');
    await list.evaluate((moved) => {
      let isDown = false;
      const move = () => {
        isDown = !isDown;
        moved.parentElement?.scrollBy(0, isDown ? 1 : -1);
        requestAnimationFrame(move);
      };
      move();
    });
    await expect.poll(() => list.evaluate((moved) => getComputedStyle(moved).pointerEvents)).toBe('none');
    await page.mouse.down();
    await page.mouse.up();
    await heading(page, 'Ingrid Solberg').waitFor();
  });

  test('stays where it was scrolled to when something new comes', async () => {
    const { page, api } = await open();
    await page.getByText('Live', { exact: true }).waitFor();
    await openLead(page, 'Kari Hansen');
    await rows(page).first().hover();
    await page.mouse.wheel(0, 1000);
    await rows(page).filter({ hasText: 'Henrik Bakke' }).waitFor();
    const lead = api.state.leads.find(({ customer }) => customer.name === 'Henrik Bakke');
    if (!lead) throw new Error('no lead');
    lead.customer.name = 'Henrik Ny';
    api.emit('lead.updated', { lead_id: lead.id });
    await rows(page).filter({ hasText: 'Henrik Ny' }).waitFor();
    await page.keyboard.press('j');
    await heading(page, 'Ola Nordmann').waitFor();
    await expect.poll(() => rows(page).filter({ hasText: 'Kari Hansen' }).count()).toBe(1);
  });

  test('does not move when the lead that is open is loaded by scrolling', async () => {
    const { page, api } = await open({ leadCount: 70 });
    await page.goto(`${api.origin}/app/leads/${api.state.leads[60]?.id}`);
    await rows(page).first().hover();
    const scroller = rows(page).first().locator('xpath=../..');
    await scroller.evaluate((element) => element.scrollTo(0, 83 * 28));
    await page.getByText('That is all of them').waitFor();
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    expect(await scroller.evaluate((element) => element.scrollTop)).toBeLessThan(83 * 40);
  });

  test('says so when a dialog cannot be fetched, and opens it the next time', async () => {
    const { page } = await open();
    await page.route('**/NewLeadDialog*.js', (route) => route.abort(), { times: 1 });
    const add = page.getByRole('button', { name: 'New lead' });
    await add.click();
    await status(page).getByRole('button', { name: 'Load again' }).waitFor();
    await add.click();
    await page.getByRole('dialog', { name: 'New lead' }).waitFor();
  });

  test('is worked by keyboard', async () => {
    const { page, api } = await open();
    await rows(page).first().waitFor();
    await page.keyboard.press('j');
    await heading(page, 'Kari Hansen').waitFor();
    await page.keyboard.press('j');
    await heading(page, 'Ola Nordmann').waitFor();
    await page.keyboard.press('k');
    await heading(page, 'Kari Hansen').waitFor();
    await page.keyboard.press('e');
    await heading(page, 'Ola Nordmann').waitFor();
    await expect.poll(() => api.state.leads[0]?.unread).toBe(false);
    await page.keyboard.press('r');
    await page.keyboard.type('jk');
    expect(await page.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('jk');
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await page.getByRole('menuitemcheckbox', { name: 'Anne Lie (you)' }).click();
    await expect.poll(() => api.state.leads[1]?.assigned_to?.name).toBe('Anne Lie');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Command palette' }).waitFor();
    await page.keyboard.type('vehic');
    await page.keyboard.press('Enter');
    await heading(page, 'Vehicles').waitFor();
  });

  test('teaches the next step while it is empty', async () => {
    const { page } = await open({ leadCount: 0 });
    await page.getByRole('link', { name: 'Put the form on your site' }).click();
    await page.getByLabel('Address of the site').fill('https://dealer.example');
    await page.getByRole('button', { name: 'Create a key for the form' }).click();
    await page.getByText('data-key="pk_live_8fj2k1m9q4w7z2x6c1v8b0n3"').waitFor();
  });
});
