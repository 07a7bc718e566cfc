import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import { createTokenBudget } from '../../delivery/token-budget.ts';
import type { components } from '../../generated/openapi.ts';
import { findDealership, findDealershipByInboundToken } from './find-dealership.ts';
import { mailboxName } from './mailbox-name.ts';

type Dealership = components['schemas']['Dealership'];
type Problem = components['schemas']['Problem'];

let api: TestApp;
let anne: Person;
beforeAll(async () => {
  api = await startTestApp();
  anne = await api.signUp({ dealership_name: 'Fjord Bil' });
});
afterAll(() => api.close());

const read = async (person = anne) => (await person.client.get<Dealership>('/v1/dealership')).body;
const change = <Body = Dealership>(body: object) => anne.client.patch<Body>('/v1/dealership', body);

describe('the settings of a dealership', () => {
  it('change one by one; what is left out stays', async () => {
    const before = await read();
    const answer = await change({
      contact: { phone: ' +47 55 12 34 56 ', website: 'https://fjordbil.example' },
      assistant: { name: 'Freja', follow_up_days: [7, 2, 7] },
      time_zone: 'Europe/Stockholm',
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      ...before,
      time_zone: 'Europe/Stockholm',
      contact: { ...before.contact, phone: '+47 55 12 34 56', website: 'https://fjordbil.example' },
      assistant: { name: 'Freja', auto_reply: true, follow_up_days: [2, 7] },
    });
    expect(await read()).toEqual(answer.body);
    const cleared = await change({ contact: { phone: null, website: null }, assistant: { follow_up_days: [] } });
    expect(cleared.body.contact).toEqual(before.contact);
    expect(cleared.body.assistant.follow_up_days).toEqual([]);
  });

  it('keep opening hours in the order of the week', async () => {
    const saturday = { day: 'saturday', opens: '10:00', closes: '14:00' };
    const late = { day: 'monday', opens: '16:00', closes: '19:00' };
    const early = { day: 'monday', opens: '08:00', closes: '15:00' };
    const answer = await change({ opening_hours: [saturday, late, early] });
    expect(answer.body.opening_hours).toEqual([early, late, saturday]);
  });

  it.each([
    [{ time_zone: 'Europe/Atlantis' }, '#/time_zone'],
    [{ time_zone: '+02:00' }, '#/time_zone'],
    [{ opening_hours: [{ day: 'monday', opens: '17:00', closes: '09:00' }] }, '#/opening_hours/0/closes'],
    [
      {
        opening_hours: [
          { day: 'monday', opens: '09:00', closes: '12:00' },
          { day: 'monday', opens: '11:00', closes: '17:00' },
        ],
      },
      '#/opening_hours/1/opens',
    ],
    [{ contact: { email: 'post@localhost' } }, '#/contact/email'],
  ])('refuse %j', async (body, pointer) => {
    const before = await read();
    const answer = await change<Problem>(body);
    expect([answer.status, answer.body.errors?.map((error) => error.pointer)]).toEqual([422, [pointer]]);
    expect(await read()).toEqual(before);
  });

  it('are seen at once by who reads them from the cache', async () => {
    expect((await findDealership(anne.dealership.id))?.assistant.auto_reply).toBe(true);
    await change({ assistant: { auto_reply: false } });
    expect((await findDealership(anne.dealership.id))?.assistant.auto_reply).toBe(false);
    expect(await findDealership('dlr_01JD8Y3M5T9Q4W7Z2X6C1V8B0N')).toBeNull();
  });

  it('show the address a mail route posts to only to those who set it up', async () => {
    const path = (await read()).inbound_email.webhook_path;
    const token = /^\/webhooks\/mailgun\/inbound\/([0-9A-Za-z]{32})$/.exec(path ?? '')?.[1] ?? '';
    expect((await findDealershipByInboundToken(token))?._id).toBe(anne.dealership.id);
    expect(await findDealershipByInboundToken('x'.repeat(32))).toBeNull();
    const manager = await api.addColleague(anne, 'manager');
    const rep = await api.addColleague(anne, 'sales_rep');
    expect((await read(manager)).inbound_email.webhook_path).toBe(path);
    expect((await read(rep)).inbound_email.webhook_path).toBeNull();
    const key = await api.secretKey(anne, ['dealership:read']);
    const byKey = await api.as(key).get<Dealership>('/v1/dealership');
    expect(byKey.body.inbound_email.webhook_path).toBeNull();
  });

  it('tell what was used of this month’s budget', async () => {
    const { env, clock } = api.services;
    const budget = createTokenBudget(env, clock);
    await budget.reserve(anne.dealership.id, 4000);
    await budget.settle(anne.dealership.id, 4000, 1234);
    expect((await read()).ai).toEqual({ provider: 'rules', tokens_used: 1234, token_budget: 500_000 });
  });
});

it.each([
  ['Bærum Bil & Båt AS', 'baerum-bil-bat-as'],
  ['  Øst-Åsen   Auto!!  ', 'ost-asen-auto'],
  ['Škoda Großhändler', 'skoda-grosshandler'],
  ['a'.repeat(80), 'a'.repeat(40)],
])('makes a mailbox of %s', (name, mailbox) => {
  expect(mailboxName(name)).toBe(mailbox);
});

it.each(['Postmaster', 'Support', '中古車', '!!!'])(
  'gives %s no mailbox that belongs to somebody else or is empty',
  (name) => {
    expect(mailboxName(name)).toMatch(/^[a-z]+-[a-z0-9]{4}$/);
  },
);
