import { describe, expect, test } from 'vitest';
import { heading, openLead, rows, signIn } from './harness.ts';
import { useDashboard } from './use-dashboard.ts';

const open = useDashboard();

describe('signing in', () => {
  test('says what is wrong, signs in, and comes back to where the link led', async () => {
    const { page, api } = await open({ signedIn: false });
    await page.goto(`${api.origin}/app/vehicles`);
    await signIn(page, 'wrong');
    await page.getByText('E-mail or password is not right.').waitFor();
    await page.getByLabel('Password', { exact: true }).fill('en lang setning');
    await page.keyboard.press('Enter');
    await heading(page, 'Vehicles').waitFor();
  });

  test('stays signed in over a reload and signs out everywhere', async () => {
    const { page, api } = await open();
    const other = await page.context().newPage();
    await other.goto(`${api.origin}/app/vehicles`);
    await heading(other, 'Vehicles').waitFor();
    await page.reload();
    await heading(page, 'Inbox').waitFor();
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await heading(page, 'Sign in').waitFor();
    await heading(other, 'Sign in').waitFor();
    expect(await page.context().cookies()).toEqual([]);
  });

  test('leaves nothing of what was written to the next person, in whichever tab the last one signed out', async () => {
    const { page, api } = await open({ signedIn: false });
    await page.goto(`${api.origin}/app/vehicles`);
    await signIn(page, 'en lang setning', 'Vehicles');
    await page.getByRole('link', { name: 'Inbox' }).click();
    await openLead(page, 'Kari Hansen');
    const text = page.getByRole('textbox', { name: 'Message' });
    await text.fill('Bare mellom oss');
    const other = await page.context().newPage();
    await other.goto(`${api.origin}/app/vehicles`);
    await other.getByRole('button', { name: 'Account' }).click();
    await other.getByRole('menuitem', { name: 'Sign out' }).click();
    await heading(page, 'Sign in').waitFor();
    expect([page.url(), other.url()].map((url) => new URL(url).search)).toEqual(['', '']);
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('Bare mellom oss');
    await signIn(page);
    await openLead(page, 'Kari Hansen');
    expect(await text.inputValue()).toBe('');
  });

  test('goes on where a session ran out, but not for somebody else', async () => {
    const { page, api } = await open();
    await openLead(page, 'Kari Hansen');
    const { pathname } = new URL(page.url());
    const text = page.getByRole('textbox', { name: 'Message' });
    const runOut = async () => {
      await page.context().clearCookies();
      await page.reload();
      await heading(page, 'Sign in').waitFor();
    };
    await text.fill('Hei Kari');
    await runOut();
    await signIn(page, 'en lang setning', 'Kari Hansen');
    expect([new URL(page.url()).pathname, await text.inputValue()]).toEqual([pathname, 'Hei Kari']);
    await runOut();
    Object.assign(api.state.users[0] ?? {}, { id: 'user_other', name: 'Odd Sund' });
    await signIn(page);
    await openLead(page, 'Kari Hansen');
    expect(await text.inputValue()).toBe('');
  });

  test('begins anew when another tab has signed in as somebody else', async () => {
    const { page, api } = await open();
    await page.getByText('Live', { exact: true }).waitFor();
    await openLead(page, 'Kari Hansen');
    const text = page.getByRole('textbox', { name: 'Message' });
    await text.fill('Bare mellom oss');
    Object.assign(api.state.users[0] ?? {}, { id: 'user_other', name: 'Odd Sund' });
    await page.route(/\/v1\/leads/, (route) => route.fulfill({ status: 401, json: { status: 401 } }), { times: 1 });
    api.emit('lead.updated', { lead_id: api.state.leads[0]?.id ?? '' });
    await heading(page, 'Inbox').waitFor();
    await page.getByRole('button', { name: 'Account' }).getByText('Odd Sund').waitFor();
    await openLead(page, 'Kari Hansen');
    expect(await text.inputValue()).toBe('');
  });

  test('says that the server does not answer instead of asking to sign in again', async () => {
    const { page, api } = await open();
    await rows(page).first().waitFor();
    await page.route('**/v1/auth/refresh', (route) => route.abort());
    await page.reload();
    await page.getByText('No answer from the server.').waitFor();
    await page.unroute('**/v1/auth/refresh');
    await page.getByRole('button', { name: 'Try again' }).click();
    await heading(page, 'Inbox').waitFor();
    expect(api.requests.filter(({ line }) => line.endsWith('/login'))).toEqual([]);
  });

  test('puts the complaints of the server on the fields', async () => {
    const { page, api } = await open({ signedIn: false });
    await page.goto(`${api.origin}/app/sign-up`);
    await page.getByRole('button', { name: 'Create dealership' }).click();
    await expect
      .poll(() => page.getByLabel('Name of the dealership').evaluate((field) => field === document.activeElement))
      .toBe(true);
    await page.getByLabel('Name of the dealership').fill('Fjord Bil');
    await page.getByLabel('Your name').fill('Anne Lie');
    await page.getByLabel('E-mail').fill('anne');
    await page.getByLabel('Choose a password').fill('en lang setning');
    await page.getByRole('button', { name: 'Create dealership' }).click();
    await page.getByText('must be an e-mail address').waitFor();
    expect(await page.getByLabel('E-mail').getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Choose a password').inputValue()).toBe('en lang setning');
  });
});
