import { expect, test } from 'vitest';
import { noteEvents, visitorOn } from './visitor.ts';
import { useWorld } from './world.ts';

const world = useWorld();

test('an enquiry reaches the API with all the page knows, and the visitor is told what happens next', async () => {
  const page = await world.open({
    body: '<norvalt-lead-form form="bruktbil" vehicle="Volvo XC60 2022" vehicle-id="veh_01"></norvalt-lead-form>',
    query: '?utm_source=finn&utm_campaign=brukt',
  });
  const visitor = visitorOn(page);
  await visitor.form.getByText('Gjelder: Volvo XC60 2022').waitFor();
  expect(await visitor.vehicle.count()).toBe(0);
  await visitor.fillIn();
  await visitor.phone.fill('901 23 456');
  await visitor.send.click();

  await visitor.form.getByRole('heading', { name: 'Takk for meldingen' }).waitFor();
  expect(await visitor.status.textContent()).toContain('Vi svarer vanligvis innen 90 sekunder');
  expect(await visitor.status.textContent()).toContain('Svaret kommer til kari@example.com.');
  expect(await visitor.focused()).toMatchObject({ role: 'status' });

  expect(world.api.attempts).toHaveLength(1);
  const [attempt] = world.api.attempts;
  expect(attempt).toMatchObject({
    form: 'bruktbil',
    authorization: 'Bearer pk_test_1',
    key: expect.stringMatching(/^\w{32}$/),
  });
  expect(attempt?.submission).toEqual({
    name: 'Kari Hansen',
    email: 'kari@example.com',
    phone: '901 23 456',
    message: 'Kan jeg prøvekjøre den på lørdag?',
    vehicle_interest: 'Volvo XC60 2022',
    vehicle_id: 'veh_01',
    language: 'nb',
    source_url: `${world.siteOrigin}/?utm_source=finn&utm_campaign=brukt`,
    utm: { source: 'finn', campaign: 'brukt' },
    consents: [{ version: '2026-01', granted: true }],
    elapsed_ms: expect.any(Number),
  });
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('the page and its data layer hear of it, and of nobody’s name', async () => {
  const page = await world.open({ body: '<norvalt-lead-form vehicle="Volvo XC60 2022"></norvalt-lead-form>' });
  const events = await noteEvents(page);
  const visitor = visitorOn(page);
  await visitor.fillIn();
  await visitor.send.click();
  await visitor.form.getByText('Takk for meldingen').waitFor();

  const facts = { form: 'default', vehicle: 'Volvo XC60 2022' };
  expect(await events()).toEqual([
    {
      type: 'norvalt:submit',
      detail: { ...facts, submission: expect.objectContaining({ email: 'kari@example.com' }) },
    },
    { type: 'norvalt:sent', detail: { ...facts, submission_id: 'sub_0' } },
  ]);
  expect(await page.evaluate(() => window.dataLayer)).toEqual([
    { event: 'norvalt_submit', norvalt: facts },
    { event: 'norvalt_sent', norvalt: { ...facts, submission_id: 'sub_0' } },
  ]);
});

test('no-data-layer keeps the data layer out of it', async () => {
  const page = await world.open({ body: '<norvalt-lead-form no-data-layer></norvalt-lead-form>' });
  const visitor = visitorOn(page);
  await visitor.fillIn();
  await visitor.send.click();
  await visitor.form.getByText('Takk for meldingen').waitFor();
  expect(await page.evaluate(() => window.dataLayer)).toBeUndefined();
});

test('a page that prevents norvalt:submit sends by itself', async () => {
  const page = await world.open();
  await page.evaluate(() => document.addEventListener('norvalt:submit', (event) => event.preventDefault()));
  const visitor = visitorOn(page);
  await visitor.fillIn();
  await visitor.send.click();
  await expect.poll(() => visitor.send.getAttribute('aria-disabled')).toBeNull();
  expect(world.api.attempts).toEqual([]);
  expect(await visitor.message.inputValue()).toBe('Kan jeg prøvekjøre den på lørdag?');
});

test('202 is success: the enquiry is stored', async () => {
  world.api.faults = [{ status: 202 }];
  const page = await world.open();
  const visitor = visitorOn(page);
  await visitor.fillIn();
  await visitor.send.click();
  await visitor.form.getByText('Takk for meldingen').waitFor();
});

test('a second message does not ask again who is writing', async () => {
  const page = await world.open();
  const visitor = visitorOn(page);
  await visitor.fillIn();
  await visitor.send.click();
  await visitor.form.getByRole('button', { name: 'Skriv en ny melding' }).click();
  await expect.poll(visitor.focused).toMatchObject({ id: 'message' });
  expect(await visitor.name.inputValue()).toBe('Kari Hansen');
  expect(await visitor.message.inputValue()).toBe('');
  expect(await visitor.consent.isChecked()).toBe(false);
  await visitor.message.fill('Tar dere innbytte?');
  await visitor.consent.check();
  await visitor.send.click();
  await visitor.form.getByText('Takk for meldingen').waitFor();
  expect(new Set(world.api.attempts.map((attempt) => attempt.key)).size).toBe(2);
});

test('what a bot writes in the trap goes along for the server to judge', async () => {
  const page = await world.open();
  const visitor = visitorOn(page);
  await visitor.fillIn();
  await visitor.form.locator('[name=website]').evaluate((trap: HTMLInputElement) => {
    trap.value = 'https://spam.example';
    trap.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  });
  await visitor.send.click();
  await visitor.form.getByText('Takk for meldingen').waitFor();
  expect(world.api.attempts[0]?.submission.website).toBe('https://spam.example');
});

test('a form whose configuration cannot be read still takes a message', async () => {
  world.api.form = { status: 404 };
  const page = await world.open();
  const visitor = visitorOn(page);
  await visitor.name.fill('Kari Hansen');
  await visitor.email.fill('kari@example.com');
  await visitor.message.fill('Hei');
  await visitor.send.click();
  await visitor.form.getByText('Takk, meldingen er sendt').waitFor();
  expect(world.api.attempts[0]?.submission).not.toHaveProperty('consents');
});
