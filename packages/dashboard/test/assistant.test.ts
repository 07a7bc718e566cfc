import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { FakeApi } from './fake/fake-api.ts';
import { axeFaults, heading, openLead, signIn, status } from './harness.ts';
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
    await page.getByText('A whole number from 0 to 45.').waitFor();
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
    await page.getByText('What stands here is not saved yet.').waitFor();
    expect(await page.getByLabel('Wait for more').inputValue()).toBe('10');
    await page.getByRole('radiogroup', { name: 'SMS: What happens to an answer' }).getByLabel('Off').check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await status(page).getByText('Saved').waitFor();
    expect(api.state.assistant.channels).toMatchObject({ sms: { mode: 'off' }, website: { mode: 'draft' } });
    expect(api.state.assistant.burst_wait_seconds).toBe(10);
    expect(await page.getByText('What stands here is not saved yet.').count()).toBe(0);
  });

  test('goes back to what is saved when what was tried is not wanted', async () => {
    const { page } = await open({ at: '/settings/assistant' });
    await page.getByLabel('Wait for more').fill('20');
    await page.getByRole('button', { name: 'Try these settings' }).click();
    await heading(page, 'Playground').waitFor();
    await page.goBack();
    await page.getByLabel('Wait for more').fill('99');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('A whole number from 0 to 45.').waitFor();
    await page.getByRole('button', { name: 'Use the saved settings' }).click();
    expect(await page.getByLabel('Wait for more').inputValue()).toBe('6');
    expect(await page.getByText('A whole number from 0 to 45.').count()).toBe(0);
  });

  test('keeps a new question the same one however often it is saved', async () => {
    const { page, api } = await open({ at: '/settings/assistant' });
    const save = async () => {
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await status(page).getByText('Saved').waitFor();
      return api.state.assistant.questions.map(({ id }) => id);
    };
    await page.getByRole('button', { name: 'Add a question' }).click();
    const first = await save();
    const saves = () => api.requests.filter(({ line }) => line === 'PATCH /v1/assistant').length;
    expect([first.length, saves()]).toEqual([2, 1]);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(saves).toBe(2);
    expect(api.state.assistant.questions.map(({ id }) => id)).toEqual(first);
  });

  test('shows nothing of it to the next person at this browser', async () => {
    const { page, api } = await open({ at: '/settings/assistant' });
    await page.getByLabel(/Instructions for the language model/).fill('Nevn alltid Fjord-garantien');
    await page.getByRole('button', { name: 'Try these settings' }).click();
    await page.getByText('Tried with changes that are not saved.').waitFor();
    await page.getByRole('link', { name: 'Inbox' }).click();
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await heading(page, 'Sign in').waitFor();
    Object.assign(api.state.dealership, { id: 'dlr_other', name: 'Sund Bil' });
    Object.assign(api.state.users[0] ?? {}, { id: 'user_other', name: 'Odd Sund' });
    await signIn(page);
    await page.getByRole('link', { name: 'Settings', exact: true }).click();
    await page.getByRole('link', { name: 'Playground' }).click();
    await heading(page, 'Playground').waitFor();
    expect(await page.getByText('Tried with changes that are not saved.').count()).toBe(0);
    await page.getByRole('link', { name: 'Assistant', exact: true }).click();
    expect(await page.getByLabel(/Instructions for the language model/).inputValue()).toBe('');
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

  test('that somebody else has let out already says so', async () => {
    const { page, api } = await open();
    const draft = keepAsDraft(api, 'Ola Nordmann');
    await openLead(page, 'Ola Nordmann');
    await page.getByRole('button', { name: 'Send as it is' }).waitFor();
    draft.state = 'sent';
    await page.getByRole('button', { name: 'Send as it is' }).click();
    await status(page).getByText('The draft waits no longer').waitFor();
  });

  test('is as it was when the editing is stopped, and asks for its subject', async () => {
    const { page, api } = await open();
    const draft = keepAsDraft(api, 'Ola Nordmann');
    Object.assign(draft, { channel: 'email', subject: 'Volvo XC60' });
    await openLead(page, 'Ola Nordmann');
    const card = page.getByRole('group', { name: /^Draft/ });
    const edit = card.getByRole('button', { name: 'Edit' });
    const fields = [card.getByLabel('Subject'), card.getByLabel('Words of the draft')] as const;
    for (const stop of ['button', 'Escape'] as const) {
      await edit.click();
      expect(await Promise.all(fields.map((field) => field.inputValue()))).toEqual([draft.subject, draft.text]);
      await fields[0].fill('Noe annet');
      await fields[1].fill('Noe helt annet');
      if (stop === 'Escape') await fields[0].press('Escape');
      else await card.getByRole('button', { name: 'Stop editing' }).click();
    }
    await edit.click();
    await fields[0].fill(' ');
    await page.getByRole('button', { name: 'Send with changes' }).click();
    await page.getByText('Write a subject.').waitFor();
    expect(await fields[0].getAttribute('aria-invalid')).toBe('true');
    expect(draft.state).toBe('draft');
    await fields[0].fill('Volvoen');
    await page.getByRole('button', { name: 'Send with changes' }).click();
    await status(page).getByText('The draft is on its way').waitFor();
    expect(draft.subject).toBe('Volvoen');
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

test('what the copilot did is gone with the text, and nothing is put where somebody went on writing', async () => {
  const { page } = await open();
  await openLead(page, 'Kari Hansen');
  const text = page.getByRole('textbox', { name: 'Message' });
  const suggest = page.getByRole('button', { name: 'Suggest a reply' });
  const undo = page.getByRole('button', { name: 'Undo' });
  await text.fill('Hei Kari. Den står her. Kom innom.');
  await page.getByRole('button', { name: 'Shorten' }).click();
  await undo.waitFor();
  await page.getByRole('button', { name: 'Send e-mail' }).click();
  await page
    .getByRole('article', { name: /^Anne Lie, you/ })
    .getByText('Sent', { exact: true })
    .waitFor();
  expect([await undo.count(), await text.inputValue()]).toEqual([0, '']);
  await suggest.click();
  await undo.waitFor();
  await page.getByRole('button', { name: 'Clear text' }).click();
  expect([await undo.count(), await page.getByText('Suggested from templates').count()]).toEqual([0, 0]);

  let answer = () => {};
  const asked = () =>
    page.route(
      '**/suggestion',
      async (route) => {
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        await route.fallback();
      },
      { times: 1 },
    );
  await asked();
  const waiting = page.waitForRequest('**/suggestion');
  await suggest.click();
  await waiting;
  await text.fill('Jeg skriver selv');
  answer();
  await page.getByText('your text was left as it is').waitFor();
  expect(await text.inputValue()).toBe('Jeg skriver selv');

  await page.getByRole('button', { name: 'Clear text' }).click();
  await asked();
  const waitingAgain = page.waitForRequest('**/suggestion');
  await suggest.click();
  await waitingAgain;
  await text.fill('Jeg svarer selv');
  await page.getByRole('button', { name: 'Send e-mail' }).click();
  await page.getByRole('list', { name: 'Conversation' }).getByText('Jeg svarer selv').waitFor();
  await expect.poll(() => text.inputValue()).toBe('');
  const answered = page.waitForResponse('**/suggestion');
  answer();
  await answered;
  await suggest.waitFor();
  expect([await undo.count(), await text.inputValue()]).toEqual([0, '']);
});

test('undoing a suggestion keeps the subject that was written while it came', async () => {
  const { page } = await open();
  await openLead(page, 'Kari Hansen');
  let answer = () => {};
  await page.route('**/suggestion', async (route) => {
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    await route.fallback();
  });
  const asked = page.waitForRequest('**/suggestion');
  await page.getByRole('button', { name: 'Suggest a reply' }).click();
  await asked;
  await page.getByLabel('Subject').fill('Prøvekjøring lørdag');
  answer();
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await page.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('');
  expect(await page.getByLabel('Subject').inputValue()).toBe('Prøvekjøring lørdag');
});
