import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { FakeApi } from './fake/fake-api.ts';
import { axeFaults, heading, openLead, status } from './harness.ts';
import { useDashboard } from './use-dashboard.ts';

const open = useDashboard();
const settings = (page: Page, origin: string, section: string) => page.goto(`${origin}/app/settings/${section}`);

/** Makes the assistant's answer to a lead a draft. */
function keepAsDraft(api: FakeApi, name: string) {
  const lead = api.state.leads.find(({ customer }) => customer.name === name);
  const draft = api.state.messages.get(lead?.id ?? '')?.find(({ sender_type }) => sender_type === 'ai');
  if (!draft) throw new Error('no answer to keep');
  const reason = 'Answers on this channel wait for a person';
  return Object.assign(draft, { state: 'draft', state_reason: reason, text: 'Hei Ola. Den koster 489 000 kr.' });
}

describe('the assistant', () => {
  test('is set, tried with what is not saved, and saved', async () => {
    const { page, api } = await open();
    await settings(page, api.origin, 'assistant');
    await page.getByRole('radiogroup', { name: 'Web form: What happens to an answer' }).getByLabel('Draft').check();
    await page.getByRole('button', { name: 'Add a question' }).click();
    await page.getByLabel('About').nth(1).selectOption('other');
    await page.getByLabel('Wait for more').fill('99');
    await page.getByRole('button', { name: 'Try these settings' }).click();
    await page.getByText('A whole number from 0 to 60.').waitFor();
    await page.getByText('Write the question.').waitFor();
    await page.getByLabel('Wait for more').fill('10');
    await page
      .getByLabel(/Your own words/)
      .nth(1)
      .fill('Har du lademulighet hjemme?');
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Try these settings' }).click();
    await heading(page, 'Playground').waitFor();
    await page.getByText('Tried with changes that are not saved.').waitFor();
    await page.getByLabel('Message of the customer').fill('Hva koster den?');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Keeps a draft for a person').waitFor();
    expect(api.state.assistant.channels.website.mode).toBe('send');
    await page.goBack();
    await page.getByRole('radiogroup', { name: 'SMS: What happens to an answer' }).getByLabel('Off').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await status(page).getByText('Saved').waitFor();
    expect(api.state.assistant.channels.sms.mode).toBe('off');
  });

  test('shows every step of a trial, and goes on with the conversation', async () => {
    const { page, api } = await open({ reducedMotion: 'reduce' });
    await settings(page, api.origin, 'playground');
    await page.getByLabel('Message of the customer').fill('Hva koster Volvo XC60?');
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByText('Stopped by the claims gate').waitFor();
    for (const step of ['Reads it', 'Looks into the stock', 'Decides', 'The answer'])
      await page.getByRole('heading', { name: step }).waitFor();
    expect(await page.getByText('449 000 kr', { exact: true }).isVisible()).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Answer as the customer' }).click();
    await page.getByRole('region', { name: 'The conversation so far' }).getByText('Hva koster Volvo XC60?').waitFor();
  });

  test('shows what it used, as chart and as table, and that a limit is passed', async () => {
    const { page, api } = await open({ reducedMotion: 'reduce' });
    await settings(page, api.origin, 'usage');
    await page.getByText('Past the warning: the smaller model writes.').waitFor();
    await page.getByText('41 messages, 63 parts').waitFor();
    await page.getByRole('button', { name: 'Show as a table' }).click();
    await page.getByRole('row', { name: /16\s400 12 1/ }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });
});

describe('a draft', () => {
  test('is edited and sent, and says who let it out', async () => {
    const { page, api } = await open();
    const draft = keepAsDraft(api, 'Ola Nordmann');
    await openLead(page, 'Ola Nordmann');
    await page.getByRole('button', { name: 'Edit', exact: true }).last().click();
    await page.getByLabel('Words of the draft').fill('Hei Ola. Den er ledig.');
    await page.getByRole('button', { name: 'Send with changes' }).click();
    await status(page).getByText('The draft is on its way').waitFor();
    await page.getByText('edited and let out by Anne Lie').waitFor();
    expect(draft).toMatchObject({ text: 'Hei Ola. Den er ledig.', state: 'sent' });
  });

  test('is thrown away', async () => {
    const { page, api } = await open();
    const draft = keepAsDraft(api, 'Ola Nordmann');
    await openLead(page, 'Ola Nordmann');
    await page.getByRole('button', { name: 'Throw away' }).click();
    await status(page).getByText('The draft was thrown away').waitFor();
    expect(draft.state).toBe('cancelled');
  });
});

test('the copilot suggests, shortens and translates, with a way back, and sums up', async () => {
  const { page } = await open();
  await openLead(page, 'Kari Hansen');
  const text = page.getByLabel('Message', { exact: true });
  await page.getByRole('button', { name: 'Suggest a reply' }).click();
  await page.getByText('Suggested from templates and your stock.').waitFor();
  expect(await text.inputValue()).toBe('Hei. Den er ledig og koster 489 000 kr.');
  await page.getByRole('button', { name: 'Shorten' }).click();
  await page.getByText('Whole sentences left out, no word changed.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await text.inputValue()).toBe('Hei. Den er ledig og koster 489 000 kr.');
  await page.getByRole('button', { name: 'Translate' }).click();
  await page.getByText('Translated by the language model.').waitFor();
  expect(await text.inputValue()).toBe('Hi. It is available.');
  await page.getByRole('button', { name: 'Sum up' }).click();
  await page.getByText('500 000 kr').first().waitFor();
});
