import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults, buildIfStale, launch, openDashboard, signIn } from './harness.ts';

let browser: Browser;
let opened: Awaited<ReturnType<typeof openDashboard>> | undefined;

beforeAll(async () => {
  await buildIfStale();
  browser = await launch();
});
afterAll(() => browser.close());
afterEach(async () => {
  const faults = opened?.faults ?? [];
  await opened?.close();
  opened = undefined;
  expect(faults).toEqual([]);
});

async function open(options: Parameters<typeof openDashboard>[1] = {}) {
  opened = await openDashboard(browser, options);
  return opened;
}

const rows = (page: Page) => page.getByRole('region', { name: 'Leads' }).getByRole('listitem');
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const openLead = async (page: Page, name: string) => {
  await rows(page).filter({ hasText: name }).first().getByRole('link').click();
  await heading(page, name).waitFor();
};
const status = (page: Page) => page.getByRole('status', { name: 'Messages' });

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
    await page.getByRole('link', { name: 'Get the form for your site' }).click();
    await page.getByLabel('Address of the site').fill('https://dealer.example');
    await page.getByRole('button', { name: 'Create a key for the form' }).click();
    await page.getByText('data-key="pk_live_8fj2k1m9q4w7z2x6c1v8b0n3"').waitFor();
  });
});

describe('a lead', () => {
  test('shows who said what, and where the facts come from', async () => {
    const { page } = await open();
    await openLead(page, 'Kari Hansen');
    await page.getByText('Answered in 4 s').last().waitFor();
    const conversation = page.getByRole('list', { name: 'Conversation' });
    await conversation.getByRole('article', { name: /^Kari Hansen, Customer/ }).waitFor();
    const answer = conversation.getByRole('article', { name: /^Frida, Digital assistant/ });
    await answer.getByText('Delivered').waitFor();
    await answer.getByRole('button', { name: '3 facts checked' }).click();
    await answer.getByText('Dealership settings').waitFor();
    await openLead(page, 'Jonas Moen');
    await page.getByText('The assistant is writing an answer').waitFor();
  });

  test('sends once however often the button is pressed, and keeps the text when it fails', async () => {
    const { page, api } = await open();
    await openLead(page, 'Kari Hansen');
    const text = page.getByRole('textbox', { name: 'Message' });
    const sends = () => api.requests.filter(({ line }) => line.startsWith('POST') && line.endsWith('/messages'));
    await text.fill('Hei Kari. Passer lørdag kl. 11?');
    api.failures.set('POST /v1/leads', { status: 422, code: 'suppressed' });
    await page.keyboard.press('Control+Enter');
    await page.getByText('Not sent. Your text is still here.').waitFor();
    expect(await text.inputValue()).toBe('Hei Kari. Passer lørdag kl. 11?');
    await openLead(page, 'Ola Nordmann');
    await openLead(page, 'Kari Hansen');
    expect(await text.inputValue()).toBe('Hei Kari. Passer lørdag kl. 11?');
    api.failures.clear();
    const before = sends().length;
    await page.getByRole('button', { name: 'Send e-mail' }).dblclick();
    const sent = page.getByRole('article', { name: /^Anne Lie, you/ });
    await sent.getByText('Sent', { exact: true }).waitFor();
    expect(sends().length).toBe(before + 1);
    expect(await sent.count()).toBe(1);
    expect(await text.inputValue()).toBe('');
    await expect.poll(() => page.getByRole('radio', { name: 'You answer' }).isChecked()).toBe(true);
    await page.getByText('Cancelled').first().waitFor();
  });

  test('explains why a channel is not possible', async () => {
    const { page } = await open();
    await openLead(page, 'Per Olsen');
    await page.getByText('E-mail is not possible: the customer has no e-mail address.').waitFor();
    expect(await page.getByRole('radio', { name: 'E-mail' }).isDisabled()).toBe(true);
    expect(await page.getByRole('radio', { name: 'SMS' }).isChecked()).toBe(true);
  });

  test('moves only where it may, and asks why it was lost', async () => {
    const { page, api } = await open();
    await openLead(page, 'Kari Hansen');
    await page.getByRole('button', { name: 'Status: Contacted' }).click();
    const moves = await page.getByRole('menuitem').allTextContents();
    expect(moves.map((move) => move.trim())).toEqual([
      'Move to Qualified',
      'Move to Appointment',
      'Move to Won',
      'Move to Lost',
    ]);
    await page.getByRole('menuitem', { name: 'Move to Lost' }).click();
    await page.getByLabel('Reason').fill('Bought elsewhere');
    await page.getByRole('button', { name: 'Mark as lost' }).click();
    await page.getByRole('button', { name: 'Status: Lost' }).waitFor();
    expect(api.state.leads[0]).toMatchObject({ status: 'lost', status_reason: 'Bought elsewhere' });
  });

  test('tells when somebody else was faster, and shows the lead as it is now', async () => {
    const { page, api } = await open();
    await openLead(page, 'Kari Hansen');
    const [lead] = api.state.leads;
    if (!lead) throw new Error('no lead');
    Object.assign(lead, { version: 7, tags: ['haster'] });
    await page
      .getByRole('radio', { name: 'You answer' })
      .check({ force: true })
      .catch(() => undefined);
    await status(page).getByText('Somebody else changed this lead').waitFor();
    await page.getByRole('button', { name: 'Remove tag haster' }).waitFor();
    expect(await page.getByRole('radio', { name: 'Assistant answers' }).isChecked()).toBe(true);
  });

  test('takes a deletion back', async () => {
    const { page, api } = await open();
    await openLead(page, 'Kari Hansen');
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Delete lead' }).click();
    await heading(page, 'Inbox').waitFor();
    expect(await rows(page).filter({ hasText: 'Kari Hansen' }).count()).toBe(0);
    await status(page).getByRole('button', { name: 'Undo' }).click();
    await rows(page).filter({ hasText: 'Kari Hansen' }).first().waitFor();
    expect(api.state.leads[0]?.deleted_at).toBeNull();
  });

  test('takes notes and cancels follow-ups', async () => {
    const { page } = await open();
    await openLead(page, 'Kari Hansen');
    const details = page.getByRole('complementary', { name: 'Details' });
    await details.getByLabel('New note, only colleagues see it').fill('Vil ha tilbud');
    await details.getByRole('button', { name: 'Add note' }).click();
    await details.getByText('Vil ha tilbud').waitFor();
    await details.getByRole('button', { name: 'Cancel follow-ups' }).click();
    await expect.poll(() => details.getByText('Cancelled').count()).toBe(2);
    await details.getByText('History').click();
    await details.getByText('Lead created').waitFor();
  });

  test('a viewer sees it all and changes nothing', async () => {
    const { page, api } = await open({ signedIn: false });
    const [user] = api.state.users;
    if (user) user.role = 'viewer';
    await signIn(page);
    await openLead(page, 'Kari Hansen');
    await page.getByRole('list', { name: 'Conversation' }).getByRole('article').first().waitFor();
    expect(await page.getByRole('button', { name: 'Status: Contacted' }).isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: 'Send e-mail' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'More actions' }).count()).toBe(0);
  });
});

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
    const { page, api } = await open();
    await page.goto(`${api.origin}/app/settings/keys`);
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
    const { page, api } = await open();
    await page.goto(`${api.origin}/app/settings/dealership`);
    await page.getByLabel('Name of the assistant').fill('Nora');
    await page.getByLabel('Monday closes').fill('8');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Write times as 09:00').waitFor();
    await page.getByLabel('Monday closes').fill('1630');
    await page.getByRole('button', { name: 'Save' }).click();
    await status(page).getByText('Saved').waitFor();
    expect(api.state.dealership.assistant.name).toBe('Nora');
    expect(api.state.dealership.opening_hours[0]).toEqual({ day: 'monday', opens: '09:00', closes: '16:30' });
  });
});

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
        await page.getByLabel('Name of the assistant').waitFor();
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
