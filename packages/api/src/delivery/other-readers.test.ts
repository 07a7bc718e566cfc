import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ChatVisitor, ORIGIN } from '../../test/chat-visitor.ts';
import { startDealership } from '../../test/start-dealership.ts';
import {
  decide,
  draftOf,
  enquiry,
  messageRecords,
  openEscalations,
  postForm,
  postMail,
  RecordingEmail,
  roomyEnv,
  settle,
  signedMail,
} from '../../test/work.ts';
import { ChatSession } from '../features/chat/model.ts';
import { findDealership } from '../features/dealership/find-dealership.ts';
import { replyAddress } from '../intake/reply-address.ts';
import { MINUTE_MS, SECOND_MS } from '../lib/clock.ts';
import { runAsTenant } from '../tenancy/context.ts';

const email = new RecordingEmail();
const { app, admin, dealer, client } = await startDealership({ env: roomyEnv, services: { email } });
beforeAll(async () => {
  await client().patch('/v1/dealership', { opening_hours: [] });
  await client().post('/v1/vehicles', { make: 'Volvo', model: 'XC60', year: 2022, price: 489_000 });
});
beforeEach(async () => {
  email.calls.length = 0;
  await mailMode('send');
});

const mailMode = (mode: string) => client().patch('/v1/assistant', { channels: { email: { mode } } });

/** A chat that was answered and whose visitor left an address. */
async function chatted() {
  const key = await app.publishableKey({ ...admin, client: client() }, [ORIGIN]);
  const visitor = await ChatVisitor.open(app, key);
  const address = `ola-${randomUUID().slice(0, 8)}@example.com`;
  await visitor.say(`Hei! Adressen min er ${address}.`);
  await settle(app);
  const chat = await runAsTenant(dealer, () => ChatSession.findOne({ _id: visitor.session.id }).lean());
  return { visitor, address, id: chat?.lead_id ?? '' };
}
async function mail({ id, address }: { id: string; address: string }, text: string): Promise<void> {
  const dealership = await findDealership(dealer);
  if (!dealership) throw new Error('there is no dealership');
  const recipient = replyAddress(app.services.env, dealership, id);
  await postMail(app, dealer, signedMail({ from: address, recipient, text }, app.clock.now()));
}
/** The assistant's answers after the first, by where they go. */
async function answers(leadId: string) {
  const replies = (await messageRecords(dealer, leadId)).filter(({ purpose }) => purpose === 'reply');
  return replies.slice(1).map(({ channel, state }) => [channel, state]);
}

describe('a mail and a chat of one lead', () => {
  it('are answered each in its place, by the settings of each', async () => {
    const lead = await chatted();
    await mailMode('draft');
    await mail(lead, 'Hva koster Volvo XC60?');
    app.clock.advance(3 * SECOND_MS);
    await lead.visitor.say('Når har dere åpent?');
    await settle(app);
    expect(await answers(lead.id)).toEqual([
      ['email', 'draft'],
      ['chat', 'sent'],
    ]);
    expect(await openEscalations(client(), lead.id)).toMatchObject([{ reason: 'draft_waiting' }]);
    await lead.visitor.say('Takk! Har dere kaffe?');
    await settle(app);
    const draft = await draftOf(dealer, lead.id);
    expect((await decide(client(), draft, 'approve')).status).toBe(200);
    await settle(app);
    expect(email.toCustomers()).toMatchObject([{ to: expect.stringContaining(lead.address) }]);
    expect(email.toCustomers()[0]?.text).toContain('489 000 kr');
  });

  it('are read each with what was written before it in its place', async () => {
    const lead = await chatted();
    await mail(lead, 'Jeg vil klage på bilen jeg kjøpte.');
    app.clock.advance(2 * SECOND_MS);
    await lead.visitor.say('Hva koster Volvo XC60?');
    app.clock.advance(2 * SECOND_MS);
    await mail(lead, 'Hallo?');
    await settle(app);
    expect(await answers(lead.id)).toEqual([
      ['email', 'cancelled'],
      ['chat', 'sent'],
      ['email', 'sent'],
    ]);
    const [complaint, ...more] = await openEscalations(client(), lead.id);
    expect(more).toEqual([]);
    expect(complaint).toMatchObject({ reason: 'complaint', excerpt: 'Jeg vil klage på bilen jeg kjøpte. Hallo?' });
  });

  it('are told each that an assistant writes, where that is said once', async () => {
    await client().patch('/v1/assistant', { disclosure: 'first_message' });
    const lead = await chatted();
    await mail(lead, 'Hva koster Volvo XC60?');
    await settle(app);
    app.clock.advance(6 * MINUTE_MS);
    await mail(lead, 'Når har dere åpent?');
    await settle(app);
    await client().patch('/v1/assistant', { disclosure: 'every_message' });
    const told = email.toCustomers().map(({ text }) => text.includes('digitale assistent'));
    expect(told).toEqual([true, false]);
  });

  it('are no two machines: a long chat leaves the mail its answer', async () => {
    const lead = await chatted();
    for (let line = 0; line < 6; line += 1) {
      await lead.visitor.say(`Har dere bil nummer ${line}?`);
      await settle(app);
    }
    await mail(lead, 'Hva koster Volvo XC60?');
    await settle(app);
    expect((await answers(lead.id)).at(-1)).toEqual(['email', 'sent']);
  });
});

it('the mails of two of one household stand in threads of their own', async () => {
  const phone = '+4790123498';
  const [kari, ola] = [enquiry({ phone }), enquiry({ phone, message: 'Hva koster Volvo XC60?' })];
  const { body } = await postForm(app, dealer, kari);
  await settle(app);
  app.clock.advance(6 * MINUTE_MS);
  expect((await postForm(app, dealer, ola)).body.lead_id).toBe(body.lead_id);
  await settle(app);
  await mail({ id: body.lead_id, address: String(kari.email) }, 'Når har dere åpent?');
  await settle(app);
  const [first, second, third] = email.toCustomers();
  expect([first?.to, second?.to, third?.to].map((to) => to?.includes(String(ola.email)))).toEqual([false, true, false]);
  expect([second?.inReplyTo, second?.references]).toEqual([null, []]);
  expect(third?.references).not.toContain(second?.messageId);
});
