import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'vitest';
import type { Form, FormField } from '../src/contract.ts';
import { configuredForm } from './fake-api.ts';
import { visitorOn } from './visitor.ts';
import { useWorld } from './world.ts';

const world = useWorld();

const ask = (field: Partial<FormField> & Pick<FormField, 'name' | 'type' | 'label'>): FormField => ({
  required: false,
  step: 1,
  ...field,
});
const [name, email, , , message] = configuredForm.fields;

/** Two pages: who you are, then what you want; with every kind of question there is. */
const testDrive: Form = {
  ...configuredForm,
  fields: [
    ...[name, email].filter((field) => field !== undefined),
    ask({ name: 'campaign', type: 'hidden', label: '', value: 'elbil-uka' }),
    ask({
      name: 'day',
      type: 'select',
      label: 'Hvilken dag passer?',
      required: true,
      step: 2,
      options: [
        { value: 'weekday', label: 'En hverdag' },
        { value: 'saturday', label: 'Lørdag' },
      ],
    }),
    ask({
      name: 'reach',
      type: 'radio',
      label: 'Hvordan når vi deg?',
      hint: 'Vi ringer bare på dagtid',
      required: true,
      step: 2,
      options: [
        { value: 'email', label: 'E-post' },
        { value: 'sms', label: 'SMS' },
      ],
    }),
    ask({ name: 'trade_in', type: 'checkbox', label: 'Jeg har innbyttebil', step: 2 }),
    ask({ name: 'licence', type: 'checkbox', label: 'Jeg har førerkort', required: true, step: 2 }),
    ...(message ? [{ ...message, required: false, step: 2 }] : []),
  ],
};

async function openSecondPage() {
  world.api.form = testDrive;
  const page = await world.open();
  const visitor = visitorOn(page);
  const next = visitor.form.getByRole('button', { name: 'Neste' });
  await next.waitFor();
  await visitor.name.fill('Kari Hansen');
  await visitor.email.fill('kari@example.com');
  await next.click();
  await visitor.form.getByText('Steg 2').waitFor();
  return { page, ...visitor, next, back: visitor.form.getByRole('button', { name: 'Tilbake' }) };
}

test('a page is turned only when it is right, and the focus goes to what comes next', async () => {
  world.api.form = testDrive;
  const page = await world.open();
  const { form, name: who, email: address, summary } = visitorOn(page);
  await form.getByRole('button', { name: 'Neste' }).click();
  await summary.waitFor();
  expect(await summary.getByRole('link').allInnerTexts()).toEqual(['Skriv navnet ditt', 'Skriv e-postadressen din']);
  await who.fill('Kari');
  await address.fill('kari@example.com');
  await address.press('Enter');
  await form.getByText('Steg 2').waitFor();
  expect(
    await form.getByText('Steg 2').evaluate((step) => (step.getRootNode() as ShadowRoot).activeElement === step),
  ).toBe(true);
  expect(await form.getByRole('checkbox', { name: 'Fjord Bil kan kontakte' }).count()).toBe(1);
  expect(world.api.attempts).toEqual([]);
});

test('what was written on another page stays when it is turned back', async () => {
  const visitor = await openSecondPage();
  await visitor.form.getByLabel('Hvilken dag passer?').selectOption({ label: 'Lørdag' });
  await visitor.back.click();
  expect(await visitor.name.inputValue()).toBe('Kari Hansen');
  await visitor.next.click();
  expect(await visitor.form.getByLabel('Hvilken dag passer?').inputValue()).toBe('saturday');
});

test('every kind of question is answered, validated and sent by its name', async () => {
  const visitor = await openSecondPage();
  await visitor.send.click();
  await visitor.summary.waitFor();
  expect(await visitor.summary.getByRole('link').allInnerTexts()).toEqual([
    'Fyll ut: Hvilken dag passer?',
    'Fyll ut: Hvordan når vi deg?',
    'Fyll ut: Jeg har førerkort',
    'Kryss av for samtykke',
  ]);
  await visitor.form.getByLabel('Hvilken dag passer?').selectOption({ label: 'Lørdag' });
  await visitor.form.getByRole('radio', { name: 'SMS' }).check();
  await visitor.form.getByRole('checkbox', { name: 'Jeg har førerkort' }).check();
  await visitor.form.getByRole('checkbox', { name: 'Fjord Bil kan kontakte' }).check();
  await visitor.send.click();
  await visitor.status.getByText('Takk for meldingen').waitFor();
  expect(world.api.attempts).toHaveLength(1);
  expect(world.api.attempts[0]?.submission).toMatchObject({
    name: 'Kari Hansen',
    email: 'kari@example.com',
    answers: { campaign: 'elbil-uka', day: 'saturday', reach: 'sms', trade_in: false, licence: true },
  });
  expect(world.api.attempts[0]?.submission).not.toHaveProperty('message');
});

test('what the server refuses on the first page takes the visitor back to it', async () => {
  const visitor = await openSecondPage();
  world.api.faults = [
    { status: 400, body: { code: 'invalid_request', errors: [{ pointer: '#/email', detail: 'is not an address' }] } },
  ];
  await visitor.form.getByLabel('Hvilken dag passer?').selectOption({ label: 'Lørdag' });
  await visitor.form.getByRole('radio', { name: 'SMS' }).check();
  await visitor.form.getByRole('checkbox', { name: 'Jeg har førerkort' }).check();
  await visitor.form.getByRole('checkbox', { name: 'Fjord Bil kan kontakte' }).check();
  await visitor.send.click();
  await visitor.summary.waitFor();
  expect(await visitor.email.getAttribute('aria-invalid')).toBe('true');
  expect(await visitor.email.inputValue()).toBe('kari@example.com');
});

test('both pages pass the accessibility rules, also with faults on them', async () => {
  const visitor = await openSecondPage();
  const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const look = async () => (await new AxeBuilder({ page: visitor.page }).withTags(rules).analyze()).violations;
  expect(await look()).toEqual([]);
  await visitor.send.click();
  await visitor.summary.waitFor();
  expect(await look()).toEqual([]);
});

/** A page whose form can be typed in, while its configuration waits for `release`. */
async function openWithFormHeld() {
  const page = await world.open({
    body: '<div style="height:3000px">Biler</div><norvalt-lead-form></norvalt-lead-form>',
  });
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/v1/forms/**', async (route) => {
    await held;
    await route.continue();
  });
  await page.evaluate(() => scrollTo(0, 3000));
  return { page, release: () => release() };
}

test('a question that comes after send was pressed is shown before anything is sent, though nobody must answer it', async () => {
  const newsletter = ask({ name: 'newsletter', type: 'checkbox', label: 'Send meg nyhetsbrev' });
  const consent = { version: '2026-01', text: 'Fjord Bil kan kontakte meg om henvendelsen.', required: false };
  world.api.form = { ...configuredForm, fields: [...configuredForm.fields, newsletter], consent };
  const { page, release } = await openWithFormHeld();
  const { form, name: who, email: address, message, send, focused } = visitorOn(page);
  await who.fill('Kari Hansen');
  await address.fill('kari@example.com');
  await message.fill('Kan jeg prøvekjøre den?');
  await send.click();
  release();
  await expect.poll(focused).toMatchObject({ id: 'newsletter' });
  expect(await send.textContent()).toContain('Send til Fjord Bil');
  expect(world.api.attempts).toEqual([]);
  await form.getByRole('checkbox', { name: 'Fjord Bil kan kontakte' }).check();
  await send.click();
  await form.getByText('Takk for meldingen').waitFor();
  expect(world.api.attempts.map(({ submission }) => submission)).toMatchObject([
    { answers: { newsletter: false }, consents: [{ version: '2026-01', granted: true }] },
  ]);
});

test('a form whose pages come after send was pressed shows them before anything is sent', async () => {
  world.api.form = testDrive;
  const { page, release } = await openWithFormHeld();
  const { form, name: who, email: address, message, send } = visitorOn(page);
  await who.fill('Kari Hansen');
  await address.fill('kari@example.com');
  await message.fill('Kan jeg prøvekjøre den?');
  await send.click();
  release();
  await form.getByText('Steg 2').waitFor();
  expect(await form.getByLabel('Hvilken dag passer?').isVisible()).toBe(true);
  expect(await form.getByRole('checkbox', { name: 'Fjord Bil kan kontakte' }).isVisible()).toBe(true);
  expect(world.api.attempts).toEqual([]);
});

test('it costs no request more than a form without choices', async () => {
  world.api.form = testDrive;
  const page = await world.open();
  await visitorOn(page).form.getByText('Steg 1').waitFor();
  const chunks = world.api.requests
    .filter((request) => request.includes('/chunks/'))
    .map((path) => path.slice(12, -10));
  expect(chunks.sort()).toEqual(['form', 'nb']);
});
