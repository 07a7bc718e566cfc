import { describe, expect, test } from 'vitest';
import { heading, openLead, rows, signIn, status } from './harness.ts';
import { useDashboard } from './use-dashboard.ts';

const open = useDashboard();

/** Opens the first lead, with the first word of an answer typed. */
async function beginToWrite() {
  const { page, api } = await open();
  await openLead(page, 'Kari Hansen');
  const text = page.getByRole('textbox', { name: 'Message' });
  await text.pressSequentially('Hei, ');
  const [lead] = api.state.leads;
  if (!lead) throw new Error('no lead');
  return { page, api, lead, text };
}

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

  test('goes on with what is being written while the lead changes', async () => {
    const { page, api, lead, text } = await beginToWrite();
    Object.assign(lead, { version: lead.version + 1, tags: ['haster'] });
    api.emit('lead.updated', { lead_id: lead.id });
    await page.getByRole('button', { name: 'Remove tag haster' }).waitFor();
    // Outside a field these keys are shortcuts: the first of them would go on to the next customer.
    await page.keyboard.type('er her');
    expect(await text.inputValue()).toBe('Hei, er her');
    await heading(page, 'Kari Hansen').waitFor();
  });

  test('explains why a channel is not possible', async () => {
    const { page } = await open();
    await openLead(page, 'Per Olsen');
    await page.getByText('The customer has no e-mail address.').waitFor();
    expect(await page.getByRole('radio', { name: 'E-mail' }).isDisabled()).toBe(true);
    expect(await page.getByRole('radio', { name: 'SMS' }).isChecked()).toBe(true);
  });

  test('leaves what is being written in hand when the last channel closes', async () => {
    const { page, api, lead, text } = await beginToWrite();
    Object.assign(lead.customer, { email: null, phone: null });
    api.emit('message.created', { lead_id: lead.id });
    await page.getByText('The customer has no e-mail address.').waitFor();
    await page.keyboard.type('er her');
    expect(await text.inputValue()).toBe('Hei, er her');
    expect(await page.getByRole('button', { name: 'Send e-mail' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Clear text' }).click();
    await expect.poll(() => text.isDisabled()).toBe(true);
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
    // A click and not check(): the refusal may have set it back before check() looks.
    await page.getByRole('radio', { name: 'You answer' }).click();
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
