import { expect, test } from 'vitest';
import { noteEvents, visitorOn } from './visitor.ts';
import { useWorld } from './world.ts';

const world = useWorld();

test('what is missing is listed at the top with the focus on it, and said beside each field', async () => {
  const page = await world.open();
  const events = await noteEvents(page);
  const visitor = visitorOn(page);
  await visitor.consent.waitFor();
  await visitor.email.fill('kari@');
  await visitor.send.click();

  await visitor.summary.waitFor();
  expect(await visitor.focused()).toMatchObject({ role: 'alert' });
  const words = [
    'Skriv navnet ditt',
    'Skriv hele e-postadressen, for eksempel navn@firma.no',
    'Skriv hva du lurer på',
    'Kryss av for samtykke',
  ];
  expect(await visitor.summary.getByRole('link').allInnerTexts()).toEqual(words);
  for (const [index, field] of [visitor.name, visitor.email, visitor.message, visitor.consent].entries()) {
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    const errorId = (await field.getAttribute('aria-describedby'))?.split(' ').at(-1);
    expect(await visitor.form.locator(`#${errorId}`).textContent()).toBe(words[index]);
  }
  expect(await visitor.phone.getAttribute('aria-invalid')).toBeNull();
  expect(await events()).toEqual([
    {
      type: 'norvalt:invalid',
      detail: { form: 'default', fields: ['name', 'email', 'message', 'consent'] },
    },
  ]);
  expect(world.api.attempts).toEqual([]);
});

test('a link in the list takes the focus to its field', async () => {
  const page = await world.open();
  const visitor = visitorOn(page);
  await visitor.consent.waitFor();
  await visitor.send.click();
  for (const [link, id] of [
    ['Skriv hva du lurer på', 'message'],
    ['Kryss av for samtykke', 'consent'],
  ] as const) {
    await visitor.summary.getByRole('link', { name: link }).click();
    expect(await visitor.focused()).toMatchObject({ id });
  }
  expect(new URL(page.url()).hash).toBe('');
});

test('a problem goes as soon as it is put right and comes back when the field is left wrong', async () => {
  const page = await world.open();
  const visitor = visitorOn(page);
  await visitor.send.click();
  await visitor.email.fill('kari@example.com');
  await expect.poll(() => visitor.email.getAttribute('aria-invalid')).toBeNull();
  await visitor.email.fill('kari');
  expect(await visitor.email.getAttribute('aria-invalid')).toBeNull();
  await visitor.name.focus();
  await expect.poll(() => visitor.email.getAttribute('aria-invalid')).toBe('true');
});

test('nobody is corrected before they have tried to send', async () => {
  const page = await world.open();
  const visitor = visitorOn(page);
  await visitor.email.fill('kari');
  await visitor.name.focus();
  await visitor.message.focus();
  expect(await visitor.form.locator('[aria-invalid]').count()).toBe(0);
});

test('one press sends what was just put right, though the field above grows or shrinks', async () => {
  const page = await world.open();
  const visitor = visitorOn(page);
  await visitor.fillIn();
  await visitor.message.fill('');
  await visitor.send.click();
  await visitor.summary.waitFor();
  await visitor.message.fill('Er den ledig?');
  await visitor.email.fill('kari');
  await visitor.email.fill('kari@example.no');
  await visitor.send.click();
  await visitor.form.getByText('Takk for meldingen').waitFor();
});

test('what the server refuses stands beside its field, and everything typed stays', async () => {
  world.api.faults = [
    {
      status: 422,
      body: {
        code: 'unprocessable',
        errors: [
          { pointer: '#/email', detail: 'must be an e-mail address' },
          { pointer: '#/source_url', detail: 'must be shorter' },
        ],
      },
    },
  ];
  const page = await world.open();
  const events = await noteEvents(page);
  const visitor = visitorOn(page);
  await visitor.fillIn();
  await visitor.send.click();
  await visitor.summary.waitFor();

  expect(await visitor.focused()).toMatchObject({ role: 'alert' });
  expect(await visitor.summary.getByRole('listitem').allInnerTexts()).toEqual([
    'Skriv hele e-postadressen, for eksempel navn@firma.no',
    'must be shorter',
  ]);
  expect(await visitor.email.getAttribute('aria-invalid')).toBe('true');
  expect(await visitor.message.inputValue()).toBe('Kan jeg prøvekjøre den på lørdag?');
  expect(await visitor.consent.isChecked()).toBe(true);
  expect((await events()).at(-1)).toEqual({
    type: 'norvalt:error',
    detail: { form: 'default', status: 422, code: 'unprocessable', request_id: 'req_1' },
  });

  await visitor.email.fill('kari@example.no');
  await visitor.send.click();
  await visitor.form.getByText('Takk for meldingen').waitFor();
  expect(new Set(world.api.attempts.map((attempt) => attempt.key)).size).toBe(2);
});

test('a site that may not post is told why in the console, the visitor to call', async () => {
  world.api.faults = [{ status: 403, body: { code: 'origin_not_allowed', detail: 'Add the origin to the key.' } }];
  const page = await world.open();
  const warning = page.waitForEvent('console', (message) => message.text().includes('origin_not_allowed'));
  const visitor = visitorOn(page);
  await visitor.fillIn();
  await visitor.send.click();
  expect((await warning).text()).toBe('[norvalt] 403 origin_not_allowed (req_1) Add the origin to the key.');
  expect(await visitor.summary.textContent()).toContain('Ring oss i stedet');
  expect(await visitor.message.inputValue()).toBe('Kan jeg prøvekjøre den på lørdag?');
  expect(world.api.attempts).toHaveLength(1);
});
