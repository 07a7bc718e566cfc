import { expect, test } from 'vitest';
import { noteEvents, visitorOn } from './visitor.ts';
import { useWorld } from './world.ts';

const world = useWorld();

const keysSeen = () => [...new Set(world.api.attempts.map((attempt) => attempt.key))];

test('a network that fails twice and then works gives one enquiry under one key', async () => {
  world.api.faults = ['drop', { status: 503 }];
  const page = await world.open();
  const visitor = visitorOn(page);
  await visitor.fillIn();
  await visitor.send.click();
  expect(await visitor.send.textContent()).toContain('Sender …');
  await visitor.form.getByText('Takk for meldingen').waitFor();
  expect(world.api.attempts).toHaveLength(3);
  expect(keysSeen()).toHaveLength(1);
  expect(new Set(world.api.attempts.map((attempt) => JSON.stringify(attempt.submission))).size).toBe(1);
  expect(world.api.stored.size).toBe(1);
});

test('an answer that is lost on its way does not make a second enquiry', async () => {
  world.api.faults = ['lose answer'];
  const page = await world.open();
  const visitor = visitorOn(page);
  await visitor.fillIn();
  await visitor.send.click();
  await visitor.form.getByText('Takk for meldingen').waitFor();
  expect(world.api.attempts).toHaveLength(2);
  expect(world.api.stored.size).toBe(1);
});

test('a limited visitor waits as long as the server asks', async () => {
  world.api.faults = [{ status: 429, headers: { 'Retry-After': '1' } }];
  const page = await world.open();
  const visitor = visitorOn(page);
  await visitor.fillIn();
  await visitor.send.click();
  await visitor.form.getByText('Takk for meldingen').waitFor();
  const [first, second] = world.api.attempts;
  expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(950);
});

test('pressing twice sends once', async () => {
  const page = await world.open();
  const visitor = visitorOn(page);
  await visitor.fillIn();
  await visitor.send.dblclick();
  await visitor.form.getByText('Takk for meldingen').waitFor();
  expect(world.api.attempts).toHaveLength(1);
});

test('offline, the message is kept, the visitor told so, and it goes out when the connection is back', async () => {
  const page = await world.open({
    body: '<norvalt-lead-form></norvalt-lead-form><label>Søk <input id="search"></label>',
  });
  const events = await noteEvents(page);
  const visitor = visitorOn(page);
  await visitor.fillIn();
  await page.context().setOffline(true);
  await visitor.send.click();
  await visitor.form.getByRole('heading', { name: 'Meldingen er lagret' }).waitFor();
  expect(await visitor.focused()).toMatchObject({ role: 'status' });
  expect(await page.evaluate(() => JSON.parse(localStorage.getItem('norvalt-outbox') ?? '[]'))).toHaveLength(1);
  await visitor.form.getByRole('button', { name: 'Prøv å sende nå' }).click();
  await visitor.form.getByRole('button', { name: 'Prøv å sende nå' }).waitFor();
  expect(await visitor.focused()).toMatchObject({ role: 'status' });
  expect(world.api.stored.size).toBe(0);

  await page.getByLabel('Søk').focus();
  await page.context().setOffline(false);
  await visitor.form.getByRole('heading', { name: 'Takk for meldingen' }).waitFor();
  expect(await visitor.focused()).toMatchObject({ id: 'search' });
  expect(world.api.stored.size).toBe(1);
  expect(keysSeen()).toHaveLength(1);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect((await events()).map((event) => event.type)).toEqual(['norvalt:submit', 'norvalt:queued', 'norvalt:sent']);
});

test('a form that was emptied stays so when what was queued before goes out', async () => {
  const page = await world.open();
  const visitor = visitorOn(page);
  await visitor.fillIn();
  await page.context().setOffline(true);
  await visitor.send.click();
  await visitor.form.getByText('Meldingen er lagret').waitFor();
  await page.evaluate(() => window.Norvalt?.('reset'));
  await visitor.message.fill('Noe helt annet');
  await page.context().setOffline(false);
  await expect.poll(() => world.api.stored.size).toBe(1);
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0);
  expect(await visitor.message.inputValue()).toBe('Noe helt annet');
  expect(await visitor.focused()).toMatchObject({ id: 'message' });
});

test('a message that could not be sent goes out on the next page, wherever the form is on it', async () => {
  const first = await world.open();
  const visitor = visitorOn(first);
  await visitor.fillIn();
  await first.context().setOffline(true);
  await visitor.send.click();
  await visitor.form.getByText('Meldingen er lagret').waitFor();
  await first.close();

  await first.context().setOffline(false);
  const next = await world.open({ body: '<p>En side uten skjema</p>' }, first.context());
  await expect.poll(() => world.api.stored.size).toBe(1);
  await expect.poll(() => next.evaluate(() => localStorage.length)).toBe(0);
  expect(await next.evaluate(() => window.dataLayer)).toEqual([
    { event: 'norvalt_sent', norvalt: { form: 'default', submission_id: 'sub_0' } },
  ]);
});

test('a page closed while sending loses nothing', async () => {
  world.api.faults = ['drop', 'drop', 'drop'];
  const first = await world.open();
  const visitor = visitorOn(first);
  await visitor.fillIn();
  await visitor.send.click();
  await expect.poll(() => world.api.attempts.length).toBeGreaterThan(0);
  await first.close();
  world.api.faults = [];

  await world.open({ body: '' }, first.context());
  await expect.poll(() => world.api.stored.size).toBe(1);
  expect(keysSeen()).toHaveLength(1);
});

test('where nothing can be stored, what was typed stays to be sent again under the same key', async () => {
  const head = `<script>Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked') } })</script>`;
  const page = await world.open({ head });
  const visitor = visitorOn(page);
  await visitor.fillIn();
  await page.context().setOffline(true);
  await visitor.send.click();
  await visitor.summary.waitFor();
  expect(await visitor.summary.textContent()).toContain('Det du skrev, står her fortsatt');
  expect(await visitor.message.inputValue()).toBe('Kan jeg prøvekjøre den på lørdag?');
  await page.context().setOffline(false);
  await visitor.send.click();
  await visitor.form.getByText('Takk for meldingen').waitFor();
  expect(world.api.stored.size).toBe(1);
});

test('a form that can be typed in needs no more code to be sent', async () => {
  const page = await world.open();
  const visitor = visitorOn(page);
  await visitor.name.waitFor();
  world.api.broken = (path) => path.includes('/chunks/');
  await visitor.fillIn();
  await visitor.send.click();
  await visitor.form.getByText('Takk for meldingen').waitFor();
  expect(world.api.stored.size).toBe(1);
});
