import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Lead, type Message, type Norvalt, NotFoundError, type OutboxMessage } from '@norvalt/sdk';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { launchBrowser, openBrowserOf } from './support/launch-browser.ts';
import { postMail } from './support/post-mail.ts';
import { signInOnDashboard, signInWithSdk } from './support/sign-in.ts';
import { makeDataFolder, Product } from './support/start-product.ts';

const patient = { timeout: 20_000, interval: 100 };
const customer = { name: 'Kari Hansen', email: 'kari.hansen@example.com', phone: '901 23 456' };
const question = 'Hei! Er XC60-en fortsatt til salgs, og hva koster den?';

let data: Awaited<ReturnType<typeof makeDataFolder>>;
let product: Product;
let browser: Browser;
let visitor: Page;
let rep: Page;
let norvalt: Norvalt;
let lead: Lead;
const pageErrors: string[] = [];

beforeAll(async () => {
  data = await makeDataFolder();
  [product, browser] = await Promise.all([Product.start(data.folder), launchBrowser()]);
  visitor = (await openBrowserOf(browser, pageErrors)).page;
  rep = (await openBrowserOf(browser, pageErrors)).page;
  norvalt = await signInWithSdk(product.url, product.demoLogin);
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await data?.remove();
});

async function fillForm(page: Page): Promise<void> {
  await page.goto(`${product.url}/demo/biler/volvo-xc60.html`);
  const form = page.locator('norvalt-lead-form');
  await form.getByLabel('Navn').fill(customer.name);
  await form.getByLabel('E-post').fill(customer.email);
  await form.getByLabel('Telefon').fill(customer.phone);
  await form.getByLabel('Melding').fill(question);
  // It comes with the configuration, which a visitor who types faster than this machine would be told of on sending.
  await form.getByRole('checkbox').check();
  await form.getByRole('button', { name: 'Send melding' }).click();
  await form.getByText('Takk, meldingen er sendt').waitFor();
}

async function leadsOf(email: string): Promise<Lead[]> {
  return (await norvalt.leads.list({ q: email })).data;
}

async function messages(): Promise<Message[]> {
  return (await norvalt.leads.messages.list(lead.id, { limit: 100 })).data;
}

async function outbox(): Promise<OutboxMessage[]> {
  return (await norvalt.outbox.list({ lead_id: lead.id, limit: 100 })).data;
}

const toCustomer = (all: OutboxMessage[]) => all.filter(({ audience }) => audience === 'customer');
const conversation = () => rep.getByRole('list', { name: 'Samtale' });
const bubble = (text: string | RegExp): Locator => conversation().getByRole('article').filter({ hasText: text });
const rowOf = (name: string) => rep.getByRole('region', { name: 'Henvendelser' }).getByRole('link', { name });
const details = () => rep.getByRole('complementary', { name: 'Detaljer' });
const isVisible = (locator: Locator) => expect.poll(() => locator.isVisible(), patient).toBe(true);

async function openHistory(): Promise<Locator> {
  const section = details().locator('details', { hasText: 'Historikk' });
  if (!(await section.evaluate((element: HTMLDetailsElement) => element.open)))
    await section.locator('summary').click();
  return section;
}

/** Answers the newest mail to the customer as a mail program would, with the mail it answers quoted below. */
async function answerByMail(text: string): Promise<void> {
  const mail = toCustomer(await outbox()).find(({ channel }) => channel === 'email');
  if (!mail) throw new Error('There is no mail to answer');
  const { inbound_email: inbound } = await norvalt.dealership.get();
  const status = await postMail(`${product.url}${inbound.webhook_path}`, {
    from: `${customer.name} <${customer.email}>`,
    to: mail.headers['Reply-To'] ?? mail.from,
    subject: `Re: ${mail.subject}`,
    text: `${text}\n\nfre. 20. nov. 2026 kl. 10:00 skrev Fjord Bil <post@fjordbil.example>:\n${mail.text.replace(/^/gm, '> ')}`,
    headers: [
      ['In-Reply-To', mail.headers['Message-ID'] ?? ''],
      ['References', mail.headers['Message-ID'] ?? ''],
    ],
  });
  expect(status).toBe(200);
}

describe('from a form to a sale', () => {
  let broken = false;

  // Each chapter builds on those before it: after a failure the rest would only repeat it.
  beforeEach(({ skip }) => {
    skip(broken, 'an earlier chapter failed');
    onTestFailed(async () => {
      broken = true;
      const screenshot = path.join(tmpdir(), 'norvalt-story.png');
      await rep.screenshot({ path: screenshot });
      console.error(`What the rep saw: ${screenshot}\n${product.output}`);
    });
  });

  it('a form on the dealership’s site is in the inbox within 10 s, without a reload', async () => {
    await signInOnDashboard(rep, product.url, product.demoLogin);
    await rep.evaluate(() => Object.assign(window, { neverReloaded: true }));
    await fillForm(visitor);
    const sentAt = performance.now();
    await rowOf(customer.name).waitFor({ timeout: 10_000 });
    expect(performance.now() - sentAt).toBeLessThan(10_000);
    expect(await rep.evaluate(() => 'neverReloaded' in window)).toBe(true);
  });

  it('the lead page shows the customer’s words and an answer with the real price', async () => {
    await rowOf(customer.name).click();
    await isVisible(bubble(question));
    const answer = bubble(/489\s000/);
    await isVisible(answer);
    const words = await answer.textContent();
    expect(words).toContain('XC60');
    expect(words).toMatch(/digital/i);
    expect(words).toMatch(/til salgs|ledig|tilgjengelig/i);
    [lead] = (await leadsOf(customer.email)) as [Lead];
    expect(lead.vehicle?.price).toBe(489_000);
    expect(lead.customer.language).toBe('nb');
  });

  it('the answer went out as a mail, the rep got an SMS, and the response time is kept', async () => {
    await expect.poll(async () => (await outbox()).length, patient).toBeGreaterThanOrEqual(2);
    const sent = await outbox();
    const [mail, ...others] = toCustomer(sent);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ channel: 'email', to: expect.stringContaining(customer.email) });
    expect(mail?.from).toContain('Fjord Bil');
    expect(mail?.text).toMatch(/489\s000/);
    expect(mail?.html).toMatch(/489(\s|&nbsp;|&#160;)000/);
    expect(mail?.html).toContain('Fjord Bil');
    const { contact } = await norvalt.dealership.get();
    for (const fact of [contact.phone, contact.address]) expect(mail?.text).toContain(fact ?? 'never');
    expect(mail?.headers['Message-ID']).toMatch(/^<[^<>@\s]+@[^<>@\s]+>$/);
    expect(mail?.headers['List-Unsubscribe']).toContain(`${product.url}/unsubscribe/`);
    expect(mail?.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');

    const sms = sent.find(({ channel, audience }) => channel === 'sms' && audience === 'staff');
    expect(sms?.text).toContain(customer.name);
    expect(sms?.text).toContain('XC60');
    expect(sms?.text).toContain(`${product.url}/app/leads/${lead.id}`);

    lead = await norvalt.leads.get(lead.id);
    expect(lead.status).toBe('contacted');
    expect(lead.first_response_seconds).toBeGreaterThan(0);
    expect(lead.first_response_seconds).toBeLessThan(10);
    await isVisible(details().getByText(/^Besvart på /));
  });

  it('the dashboard’s outbox shows the mail as the customer gets it', async () => {
    await rep.getByRole('link', { name: 'Utboks' }).click();
    await rep
      .getByRole('button', { name: new RegExp(customer.email) })
      .first()
      .click();
    const mail = rep.frameLocator('iframe');
    await isVisible(mail.getByText(/489\s000/).first());
    await rep.getByText('Hodefelt').click();
    await isVisible(rep.getByText('List-Unsubscribe-Post'));
    await rep.getByRole('link', { name: 'Åpne henvendelsen' }).click();
  });

  it('follow-ups for day 3 and day 7 are scheduled, and a button cancels them', async () => {
    const day = 86_400_000;
    const { data: planned } = await norvalt.leads.followUps.list(lead.id);
    const days = planned.map(({ due_at }) => (Date.parse(due_at) - Date.parse(lead.created_at)) / day);
    expect(planned.map(({ state }) => state)).toEqual(['scheduled', 'scheduled']);
    expect(days[0]).toBeGreaterThan(2.9);
    expect(days[0]).toBeLessThan(5.5);
    expect(days[1]).toBeGreaterThan(6.9);
    expect(days[1]).toBeLessThan(9.5);
    await isVisible(details().getByText('Oppfølging 1 Planlagt'));
    await isVisible(details().getByText('Oppfølging 2 Planlagt'));

    const dealership = await norvalt.dealership.get();
    const other = await fetch(`${product.url}/webhooks/form/${dealership.id}`, {
      method: 'POST',
      body: new URLSearchParams({ name: 'Per Olsen', email: 'per@example.com', message: 'Har dere en Toyota Yaris?' }),
    });
    const { lead_id: otherId } = (await other.json()) as { lead_id: string };
    await rowOf('Per Olsen').click();
    await rep.getByRole('button', { name: 'Avlys oppfølging' }).click();
    await isVisible(details().getByText('Oppfølging 2 Avlyst'));
    const { data: cancelled } = await norvalt.leads.followUps.list(otherId);
    expect(cancelled.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    await rowOf(customer.name).click();
  });

  it('the same form again is the same lead, and nothing more is sent', async () => {
    const before = { outbox: (await outbox()).length, messages: (await messages()).length };
    await fillForm(visitor);
    await expect
      .poll(async () => (await norvalt.leads.get(lead.id)).submissions.map(({ repeats }) => repeats), patient)
      .toEqual([1]);
    expect(await leadsOf(customer.email)).toHaveLength(1);
    expect({ outbox: (await outbox()).length, messages: (await messages()).length }).toEqual(before);
  });

  it('the customer’s mail is in the thread without its quotes, and the follow-ups are cancelled', async () => {
    const text = 'Takk for raskt svar. Kan jeg prøvekjøre den på lørdag?';
    await answerByMail(text);
    const answer = bubble(text);
    await isVisible(answer);
    expect(await answer.textContent()).not.toContain('skrev Fjord Bil');
    expect(await answer.textContent()).not.toMatch(/489\s000/);
    await isVisible(details().getByText('Oppfølging 1 Avlyst'));
    await isVisible(details().getByText('Oppfølging 2 Avlyst'));
  });

  it('a stranger’s mail becomes a lead, or does not, and the reason is shown', async () => {
    const { inbound_email: inbound } = await norvalt.dealership.get();
    const webhook = `${product.url}${inbound.webhook_path}`;
    const enquiry = {
      from: 'Nils Berg <nils.berg@example.com>',
      to: inbound.address,
      subject: 'Spørsmål om Tesla Model Y',
      text: 'Hei, jeg er interessert i Tesla Model Y. Hva er prisen, og kan jeg prøvekjøre den?\n\nHilsen Nils Berg',
    };
    const newsletter = {
      from: 'Bilnytt <nyhetsbrev@bilnytt.example>',
      to: inbound.address,
      subject: 'Ukens nyhetsbrev: tilbud på reklame',
      text: 'Vil du nå flere kunder? Annonser hos oss i dag. Meld deg av nyhetsbrevet her.',
      headers: [
        ['List-Unsubscribe', '<https://bilnytt.example/av>'],
        ['Precedence', 'bulk'],
      ] as [string, string][],
    };
    expect(await postMail(webhook, enquiry)).toBe(200);
    expect(await postMail(webhook, newsletter)).toBe(200);
    expect(await postMail(webhook, enquiry, 'a key of somebody else')).toBe(406);

    await rowOf('Nils Berg').waitFor();
    const [found] = await leadsOf('nils.berg@example.com');
    expect(found).toMatchObject({ source: 'email', vehicle: { title: expect.stringContaining('Model Y') } });

    await rep.getByRole('link', { name: 'Annen post' }).click();
    const setAside = rep.getByRole('article').filter({ hasText: 'Ukens nyhetsbrev' });
    await isVisible(setAside);
    expect(await setAside.textContent()).toMatch(/Noe annet|Søppelpost/);
    expect(await setAside.getByRole('list', { name: 'Fordi' }).getByRole('listitem').count()).toBeGreaterThan(0);
    expect(await leadsOf('nyhetsbrev@bilnytt.example')).toEqual([]);
    await rep.getByRole('link', { name: 'Innboks' }).click();
    await rowOf(customer.name).click();
  });

  it('what the rep writes is sent once, shown as theirs, and the assistant is silent from then on', async () => {
    const text = 'Hei Kari. Bilen står klar til prøvekjøring lørdag kl. 11.';
    await rep.getByRole('textbox', { name: 'Melding' }).fill(text);
    await rep.getByRole('button', { name: 'Send e-post' }).click();
    await isVisible(bubble(text).getByText('Sendt', { exact: true }));
    expect(await bubble(text).textContent()).toContain('Ingrid Solheim');
    await rep.getByRole('radiogroup', { name: 'Send som' }).getByText('SMS').click();
    await rep.getByRole('textbox', { name: 'Melding' }).fill('Vi sees på lørdag.');
    await rep.getByRole('button', { name: 'Send SMS' }).click();
    await isVisible(bubble('Vi sees på lørdag.').getByText('Sendt', { exact: true }));
    await isVisible(rep.getByRole('radio', { name: 'Du svarer', checked: true }));

    const mine = toCustomer(await outbox()).filter((item) => item.text.includes('klar til prøvekjøring'));
    expect(mine).toHaveLength(1);
    const texts = toCustomer(await outbox()).filter(({ channel }) => channel === 'sms');
    expect(texts.map((item) => item.text)).toEqual(['Vi sees på lørdag.']);

    const fromAssistant = async () => (await messages()).filter(({ sender_type }) => sender_type === 'ai').length;
    const before = await fromAssistant();
    await answerByMail('Supert. Hvor mye koster den med vinterhjul?');
    await isVisible(bubble('Hvor mye koster den med vinterhjul?'));
    const settled = async () => (await norvalt.arrivals.list()).data.every(({ outcome }) => outcome !== 'pending');
    await expect.poll(settled, patient).toBe(true);
    expect(await fromAssistant()).toBe(before);
    expect((await norvalt.leads.get(lead.id)).handled_by).toBe('human');
  });

  it('status, note and assignment are kept in the history', async () => {
    await rep.getByRole('button', { name: /^Status:/ }).click();
    await rep.getByRole('menuitem', { name: 'Flytt til Kvalifisert' }).click();
    await isVisible(rep.getByRole('button', { name: 'Status: Kvalifisert' }));
    await rep.getByRole('textbox', { name: 'Nytt notat, bare kolleger ser det' }).fill('Ringte. Kommer lørdag kl. 11.');
    await rep.getByRole('button', { name: 'Legg til notat' }).click();
    await isVisible(rep.getByRole('listitem').filter({ hasText: 'Kommer lørdag kl. 11.' }).first());
    await rep
      .getByRole('button', { name: /^(Ansvarlig: |Gi ansvar)/ })
      .last()
      .click();
    const assignee = rep.getByRole('menuitemcheckbox', { checked: false }).first();
    const name = await assignee.textContent();
    await assignee.click();
    const history = await openHistory();
    for (const entry of ['Status endret', 'Notat lagt til', 'Melding sendt', 'Melding mottatt', 'Oppfølging avlyst'])
      await isVisible(history.getByText(entry).first());
    const entries = (await norvalt.leads.history(lead.id, { limit: 100 })).data;
    expect(entries.find(({ type }) => type === 'status_changed')).toMatchObject({
      to: 'qualified',
      actor: { name: 'Ingrid Solheim' },
    });
    expect(
      entries.some(({ type }) => type === 'assigned'),
      `assigned to ${name}`,
    ).toBe(true);
  });

  it('a second dealership signs up and sees none of it', async () => {
    const { page, context } = await openBrowserOf(browser, pageErrors);
    const login = { email: 'anne@annenbil.example', password: 'en lang setning er best' };
    await page.goto(`${product.url}/app/sign-up`);
    await page.getByLabel('Navnet på forhandleren').fill('Annen Bil');
    await page.getByLabel('Navnet ditt').fill('Anne Lie');
    await page.getByLabel('E-post').fill(login.email);
    await page.getByLabel('Velg passord', { exact: true }).fill(login.password);
    await page.getByRole('button', { name: 'Opprett forhandler' }).click();
    await isVisible(page.getByText('Ingen henvendelser ennå'));
    await context.close();

    const stranger = await signInWithSdk(product.url, login);
    await expect(stranger.leads.get(lead.id)).rejects.toBeInstanceOf(NotFoundError);
    await expect(stranger.leads.messages.list(lead.id)).rejects.toBeInstanceOf(NotFoundError);
    expect((await stranger.leads.list()).data).toEqual([]);
    expect((await stranger.vehicles.list()).data).toEqual([]);
    expect((await stranger.outbox.list()).data).toEqual([]);
    expect((await stranger.arrivals.list()).data).toEqual([]);
  });

  it('Ctrl-C ends everything cleanly, and a second start keeps the data', async () => {
    // What the customer wrote last is read once their moment to go on writing is over.
    const underWay = async () => (await messages()).filter(({ state }) => state === 'pending' || state === 'sending');
    await expect.poll(underWay, patient).toEqual([]);
    const before = { lead: await norvalt.leads.get(lead.id), messages: await messages() };
    const { url } = product;
    expect(await product.stop()).toBe(0);
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();

    product = await Product.start(data.folder);
    norvalt = await signInWithSdk(product.url, product.demoLogin);
    expect(await norvalt.leads.get(lead.id)).toEqual(before.lead);
    expect(await messages()).toEqual(before.messages);
  });

  it('no page threw an error on the way', () => {
    expect(pageErrors).toEqual([]);
  });
});
