import { expect, test } from 'vitest';
import { makeQuestion } from './fake/routes-knowledge.ts';
import { axeFaults, status } from './harness.ts';
import { useDashboard } from './use-dashboard.ts';

const open = useDashboard();

test('an answered question is added, found, changed and deleted', async () => {
  const { page, api } = await open({ at: '/knowledge' });
  await page.getByText('Nothing is known yet').waitFor();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Question and answer' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Question', { exact: true }).fill('Hvor lang er garantien?');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.getByText('Fill in this field.').waitFor();
  await dialog.getByLabel('Answer', { exact: true }).fill('Tolv måneder.');
  await dialog.getByLabel('Category').fill('Garanti');
  await dialog.getByRole('button', { name: 'Add English' }).click();
  await dialog.getByLabel('Question, English').fill('How long is the warranty?');
  await dialog.getByLabel('Answer, English').fill('Twelve months.');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await status(page).getByText('Added').waitFor();
  expect(api.state.knowledge[0]).toMatchObject({
    kind: 'faq',
    title: 'Hvor lang er garantien?',
    category: 'Garanti',
    translations: [{ language: 'en', title: 'How long is the warranty?', text: 'Twelve months.' }],
  });

  await page.getByLabel('A customer’s question').fill('garanti?');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByText('An answer uses this').waitFor();
  await page.getByText('90 %').waitFor();
  expect(await axeFaults(page)).toEqual([]);

  const act = async (name: string) => {
    await page.getByRole('button', { name: 'Actions for Hvor lang er garantien?' }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  await act('Edit');
  await dialog.getByLabel('Answer', { exact: true }).fill('Tjuefire måneder.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Version 2').waitFor();
  await act('Turn off');
  await page.getByText('Off', { exact: true }).waitFor();
  await act('Delete');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await page.getByText('Nothing is known yet').waitFor();
  expect(api.state.knowledge).toEqual([]);
});

test('a version that is restored late closes no dialog that was opened since', async () => {
  const { page } = await open({ at: '/knowledge' });
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Question and answer' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Question', { exact: true }).fill('Hvor lang er garantien?');
  await dialog.getByLabel('Answer', { exact: true }).fill('Tolv måneder.');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  const versions = [2, 1].map((number) => ({
    ...{ id: `knv_${number}`, number, change: 'edited', title: 'Garantien', text: 'Tolv måneder.', language: 'nb' },
    ...{ changed_by: 'Anne Lie', created_at: new Date().toISOString() },
  }));
  let answer = () => {};
  await page.route('**/versions*', (route) => route.fulfill({ json: { data: versions, next_cursor: null } }));
  await page.route('**/restore', async (route) => {
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    await route.fulfill({ json: {} });
  });
  const openHistory = async () => {
    await page.getByRole('button', { name: 'Actions for Hvor lang er garantien?' }).click();
    await page.getByRole('menuitem', { name: 'Versions' }).click();
    await dialog.getByRole('button', { name: /^Version 1/ }).click();
  };
  await openHistory();
  const asked = page.waitForRequest('**/restore');
  await dialog.getByRole('button', { name: 'Restore this version' }).click();
  await asked;
  await page.keyboard.press('Escape');
  await openHistory();
  answer();
  await status(page).getByText('Restored').waitFor();
  expect(await dialog.getByRole('button', { name: 'Restore this version' }).isVisible()).toBe(true);
});

test('an unanswered question becomes a FAQ by one click', async () => {
  const { page, api } = await open();
  api.state.unanswered = [makeQuestion(api.state.leads[0]?.id ?? '')];
  await page.goto(`${api.origin}/app/knowledge`);
  await page.getByRole('link', { name: 'Unanswered (1)' }).click();
  await page.getByText('Asked 2 times').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Make it a FAQ' }).click();
  await page.getByText('Nothing is open').waitFor();
  expect(api.state.knowledge[0]).toMatchObject({ title: 'Har dere barnesete til utlån?', text: 'Ja, vi har to.' });
});
