import { expect, test } from 'vitest';
import { makeConnection } from './fake/routes-connections.ts';
import { axeFaults, openLead, status } from './harness.ts';
import { useDashboard } from './use-dashboard.ts';

const open = useDashboard();
const token = 'EAAGm0PX4ZCpsBAexampleExampleExample';

test('a number is connected, given a template, tried and disconnected', async () => {
  const { page, api } = await open({ at: '/settings/connections' });
  await page.getByText('Nothing connected').waitFor();
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('WhatsApp number').check();
  await dialog.getByLabel('Phone number ID').fill('+47 55 12 34 56');
  await dialog.getByLabel('Access token').fill('short');
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
  expect(await dialog.getByText('Digits only').count()).toBe(2);
  await dialog.getByLabel('Phone number ID').fill('106540352242922');
  await dialog.getByLabel('WhatsApp business account ID').fill('102290129340398');
  await dialog.getByLabel('Access token').fill(`wrong-${token}`);
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
  await dialog.getByText('Invalid OAuth access token').first().waitFor();
  await dialog.getByLabel('Access token').fill(token);
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByRole('heading', { name: 'Fjord Bil +47 55 12 34 56' }).waitFor();

  const act = async (name: string) => {
    await page.getByRole('button', { name: 'More for Fjord Bil +47 55 12 34 56' }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  };
  await act('Template');
  await dialog.getByLabel('Template', { exact: true }).selectOption('still_interested nb');
  await dialog.getByLabel('{{2}} is').selectOption('sender_name');
  await dialog.getByText('Hei [the customer’s first name], dette er [who sends it].').waitFor();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Template after 24 hours: still_interested').waitFor();
  expect(api.state.connections[0]?.template?.parameters).toEqual(['customer_name', 'sender_name', 'vehicle']);

  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await status(page).getByText('Fjord Bil +47 55 12 34 56 works').waitFor();
  await act('Disconnect');
  await dialog.getByRole('button', { name: 'Disconnect' }).click();
  await page.getByText('Nothing connected').waitFor();
});

test('a page whose token is over says what waits, and takes a new one', async () => {
  const { page, api } = await open();
  const error = { last_error: '(#190) Session has expired', last_error_at: new Date().toISOString() };
  api.state.connections.push(makeConnection(1, { state: 'expired', waiting: 3, found_by_poll: 2, ...error }));
  await page.goto(`${api.origin}/app/settings/connections`);
  await page.getByText('3 enquiries wait for it').waitFor();
  await page.getByText('(#190) Session has expired').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await status(page).getByText('It does not work: (#190)').waitFor();
  await page.getByRole('button', { name: 'New token' }).first().click();
  await page.getByRole('dialog').getByLabel('Access token').fill(token);
  await page.getByRole('dialog').getByRole('button', { name: 'New token' }).click();
  await page.getByText('Works', { exact: true }).waitFor();
  expect(await page.getByText('3 enquiries wait').count()).toBe(0);
});

test('a dialog that was left while it saved does not close the next one', async () => {
  const { page, api } = await open();
  const name = 'Fjord Bil +47 55 12 34 56';
  api.state.connections.push(makeConnection(1, { provider: 'whatsapp', name }));
  await page.goto(`${api.origin}/app/settings/connections`);
  const act = async (item: string) => {
    await page.getByRole('button', { name: `More for ${name}` }).click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  };
  const dialog = page.getByRole('dialog');
  let answer = () => {};
  await page.route('**/v1/connections/*', async (route) => {
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    await route.fallback();
  });
  await act('Template');
  const saving = page.waitForRequest((request) => request.method() === 'PATCH');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await saving;
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await act('New token');
  await dialog.getByLabel('Access token').fill(token);
  answer();
  await status(page).getByText('Template saved').waitFor();
  expect(await dialog.getByLabel('Access token').inputValue()).toBe(token);
});

test('a customer of WhatsApp is answered there while it is open, and by the template after that', async () => {
  const { page, api } = await open();
  const lead = api.state.leads.find(({ customer }) => customer.name === 'Kari Hansen');
  if (!lead) throw new Error('no lead');
  const channel = { channel: 'whatsapp' as const, recipient: '+4790123456', template_text: 'Hei Kari, er du der?' };
  const closes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  api.state.replyChannels.set(lead.id, [{ ...channel, possible: true, reason: null, window_closes_at: closes(60) }]);
  await openLead(page, 'Kari Hansen');
  await page.getByRole('radio', { name: 'WhatsApp' }).check();
  await page.getByText('WhatsApp is open until').waitFor();
  await page.getByRole('textbox', { name: 'Message' }).fill('Hei Kari');
  await page.getByRole('button', { name: 'Send on WhatsApp' }).click();
  await expect.poll(() => api.state.messages.get(lead.id)?.at(-1)?.channel).toBe('whatsapp');

  const closed = { possible: false, reason: 'window_closed' as const, window_closes_at: closes(-60) };
  api.state.replyChannels.set(lead.id, [{ ...channel, ...closed }]);
  await page.reload();
  await page.getByText('the customer wrote more than 24 hours ago').waitFor();
  expect(await page.getByRole('radio', { name: 'WhatsApp' }).isDisabled()).toBe(true);
  await page.getByText('Hei Kari, er du der?').waitFor();
  await page.getByRole('button', { name: 'Send template' }).click();
  await expect.poll(() => api.state.messages.get(lead.id)?.at(-1)?.text).toBe('Hei Kari, er du der?');
});
