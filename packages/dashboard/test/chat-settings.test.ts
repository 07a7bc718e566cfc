import { expect, test } from 'vitest';
import { axeFaults, status } from './harness.ts';
import { useDashboard } from './use-dashboard.ts';

const open = useDashboard();

test('the chat is worded and coloured beside the real chat, which shows it before it is saved', async () => {
  const { page, api } = await open({ at: '/settings/chat' });
  const chat = page.frameLocator('iframe[title="Preview"]');
  await chat.getByText('Hei. Jeg er Frida').waitFor();
  const greeting = page.getByLabel('Greeting');
  await greeting.fill('Spør oss om bil, dekk og verksted.');
  await chat.getByText('Spør oss om bil, dekk og verksted.').waitFor();
  expect(await greeting.evaluate((field) => field === document.activeElement)).toBe(true);

  await page.getByLabel('A colour of its own').check();
  await page.getByRole('textbox', { name: 'Colour', exact: true }).fill('yellow');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Colour', exact: true }).getAttribute('aria-invalid'))
    .toBe('true');
  await page.getByRole('textbox', { name: 'Colour', exact: true }).fill('#ffee00');
  await page.getByText('This colour is hard to see on white').waitFor();
  await page.getByRole('textbox', { name: 'Colour', exact: true }).fill('#0f7a4d');
  await page.getByText('This colour is hard to see on white').waitFor({ state: 'detached' });
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await status(page).getByText('Saved').waitFor();
  expect(api.state.dealership.chat).toMatchObject({
    greeting: 'Spør oss om bil, dekk og verksted.',
    accent: '#0f7a4d',
  });

  await page.getByLabel('Take chats').uncheck();
  await chat.getByText('Chatten tar ikke imot meldinger').waitFor();
  await page.getByText('<norvalt-chat></norvalt-chat>').waitFor();
  await page.getByText('Works on https://fjordbil.example').waitFor();
});

test('what is chatted in the preview leaves the real chat of this address alone', async () => {
  const { page } = await open({ at: '/settings/chat' });
  await page.evaluate(() => localStorage.setItem('norvalt-chat', '{"kept":true}'));
  await page.reload();
  const chat = page.frameLocator('iframe[title="Preview"]');
  await chat.getByRole('textbox', { name: 'Skriv en melding' }).fill('Hei');
  await chat.getByRole('button', { name: 'Send', exact: true }).click();
  await chat.getByRole('button', { name: 'Avslutt chatten' }).click();
  await chat.getByRole('button', { name: 'Avslutt chatten' }).waitFor({ state: 'detached' });
  expect(await page.evaluate(() => localStorage.getItem('norvalt-chat'))).toBe('{"kept":true}');
});
