import { expect, it } from 'vitest';
import { runDueFollowUps } from '../src/automation/run-follow-ups.ts';
import { reconcileMessages } from '../src/delivery/reconcile.ts';
import type { components } from '../src/generated/openapi.ts';
import { sweepArrivals } from '../src/intake/work-on-arrival.ts';
import { DAY_MS, MINUTE_MS } from '../src/lib/clock.ts';
import { withFaults } from './faults.ts';
import { startDealership } from './start-dealership.ts';
import {
  enquiry,
  mailRoute,
  messageRecords,
  postForm,
  postMail,
  RecordingEmail,
  RecordingSms,
  roomyEnv,
  settle,
  signedMail,
} from './work.ts';

/** Words that stand for a person; none of them may ever be logged. */
const CANARY = {
  name: 'Kanarifugl Kvitrersen',
  email: 'kanarifugl@secret-address.example',
  phone: '+47 913 57 924',
  message: 'kanarihemmelighet: jeg er i penge-knipe',
  staff: 'kanari-selger@dealer.example',
  password: 'kanari passord som er langt',
};
const TRACES = /kanari|kvitrersen|secret-address|913 ?57 ?924|penge-knipe/i;

const email = new RecordingEmail();
const sms = new RecordingSms();
const { app, dealer, client } = await startDealership(
  { env: roomyEnv, services: { email, sms } },
  { email: CANARY.staff, password: CANARY.password, name: CANARY.name },
);
const form = (fields: Record<string, unknown> = {}) => ({
  ...enquiry({ name: CANARY.name, email: CANARY.email, phone: CANARY.phone, message: CANARY.message }),
  ...fields,
});

/** What a driver or a provider's client would say: with the person in it. */
const tellingError = () =>
  Object.assign(new Error(`E11000 dup key: { email: "${CANARY.email}", text: "${CANARY.message}" }`), {
    name: 'MongoServerError',
  });

async function refusedRequests(): Promise<void> {
  const route = await mailRoute(dealer);
  const answers = [
    await app.as(null).post(`/webhooks/form/${dealer}`, form({ email: `${CANARY.email} is wrong` })),
    await app
      .as(null)
      .post(`/webhooks/form/${dealer}`, `{"name":"${CANARY.name}`, { 'content-type': 'application/json' }),
    await app.as(null).post('/webhooks/form/dlr_nobody', form()),
    await app
      .as(null)
      .post(route, new URLSearchParams(signedMail({ from: CANARY.email }, new Date(), 'x')).toString(), {
        'content-type': 'application/x-www-form-urlencoded',
      }),
    await app.as(null).post('/v1/auth/login', { email: CANARY.staff, password: `${CANARY.password} wrong` }),
    await client().get(`/v1/leads?q=${encodeURIComponent(CANARY.message)}&limit=0`),
    await client().post('/v1/leads', { customer: { email: 'kanarifugl' } }),
    await app.as(`sk_live_${CANARY.name.replaceAll(' ', '')}`).get('/v1/leads'),
    await app.as(null).get(`/v1/leads/${encodeURIComponent(CANARY.email)}`),
  ];
  expect(answers.every(({ status }) => status >= 400 && status < 500)).toBe(true);
}

async function ordinaryWork(): Promise<string> {
  const { body } = await postForm(app, dealer, form());
  await settle(app);
  const reply = (await messageRecords(dealer, body.lead_id)).find((message) => message.purpose === 'reply');
  const headers: [string, string][] = [['In-Reply-To', reply?.message_id ?? '']];
  const from = `${CANARY.name} <${CANARY.email}>`;
  await postMail(app, dealer, signedMail({ from, text: CANARY.message, headers }, app.clock.now()));
  await postMail(app, dealer, signedMail({ from: `x.${CANARY.email}`, text: CANARY.message }, app.clock.now()));
  await settle(app);
  await client().get(`/v1/leads?q=${encodeURIComponent(CANARY.name)}`);
  await client().patch(`/v1/leads/${body.lead_id}`, { customer: { name: CANARY.name, email: CANARY.email } });
  await client().post(`/v1/leads/${body.lead_id}/notes`, { text: CANARY.message });
  await client().post(`/v1/leads/${body.lead_id}/messages`, { channel: 'sms', text: CANARY.message });
  await settle(app);
  return body.lead_id;
}

async function failures(): Promise<void> {
  email.answer = () => {
    throw new Error(`could not deliver to ${CANARY.email}: ${CANARY.message}`);
  };
  await postForm(app, dealer, form({ email: `fail.${CANARY.email}`, phone: undefined }));
  await settle(app);
  email.found = 'down';
  app.clock.advance(2 * MINUTE_MS);
  await reconcileMessages(app.services);
  for (const collection of ['leads', 'people', 'messages', 'events', 'arrivals', 'lead_history']) {
    let spent = false;
    const failing = (write: { collection: string }): 'done' => {
      if (spent || write.collection !== collection) return 'done';
      spent = true;
      throw tellingError();
    };
    await withFaults(failing, async () => {
      await postForm(app, dealer, form({ email: `${collection}.${CANARY.email}`, phone: undefined }));
      await settle(app);
      app.clock.advance(10 * MINUTE_MS);
      await sweepArrivals(app.services);
      await reconcileMessages(app.services);
    });
  }
  app.clock.advance(4 * DAY_MS);
  await runDueFollowUps(app.services);
  await settle(app);
}

it('nothing that is logged tells who a customer is or what they wrote', async () => {
  await refusedRequests();
  const leadId = await ordinaryWork();
  await failures();
  const log = app.logger.text();
  expect(log).not.toMatch(TRACES);
  // It is not empty either: ids, failures and where they happened are there.
  expect(log).toContain('intake failed');
  expect(log).toContain('delivery failed');
  expect(log).toContain('MongoServerError');
  expect((await client().get<components['schemas']['Lead']>(`/v1/leads/${leadId}`)).text).toMatch(TRACES);
});
