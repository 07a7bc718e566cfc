import { beforeEach, describe, expect, it } from 'vitest';
import { startDealership } from '../../test/start-dealership.ts';
import {
  draftOf,
  enquiry,
  messageRecords,
  postForm,
  postMail,
  RecordingEmail,
  RecordingSms,
  roomyEnv,
  settle,
  signedMail,
} from '../../test/work.ts';
import { Membership } from '../features/users/model.ts';
import { MINUTE_MS } from '../lib/clock.ts';
import { runAsTenant } from '../tenancy/context.ts';
import { noteDeliveryReport } from './note-delivery-report.ts';

const email = new RecordingEmail();
const sms = new RecordingSms();
const { app, admin, dealer, client } = await startDealership({ env: roomyEnv, services: { email, sms } });
beforeEach(() => {
  email.calls.length = 0;
  sms.calls.length = 0;
  sms.answer = RecordingSms.accept;
});

const toStaff = () => email.calls.filter(({ unsubscribeUrl }) => unsubscribeUrl === null);

it('a colleague reads the words that a mail is about, and of how pressing they are only what those say', async () => {
  const form = enquiry({ message: 'Jeg vil klage på bilen jeg kjøpte. Dette er en reklamasjon.' });
  const { body } = await postForm(app, dealer, form);
  await settle(app);
  expect(toStaff()[0]?.text).toContain('Klage fra Kari Hansen');
  const reply = (await messageRecords(dealer, body.lead_id)).find(({ purpose }) => purpose === 'reply');
  await client().post(`/v1/leads/${body.lead_id}/read`);
  app.clock.advance(20 * MINUTE_MS);
  email.calls.length = 0;
  const inReplyTo: [string, string] = ['In-Reply-To', reply?.message_id ?? ''];
  const answer = (text: string, ...headers: [string, string][]) =>
    postMail(
      app,
      dealer,
      signedMail({ from: String(form.email), text, headers: [inReplyTo, ...headers] }, app.clock.now()),
    );
  await answer('Takk for svaret!');
  await answer('Ser frem til å høre fra dere.');
  await answer('Jeg er på ferie.', ['Auto-Submitted', 'auto-replied']);
  await settle(app);
  expect(toStaff()).toHaveLength(1);
  const [mail] = toStaff();
  expect(mail?.subject).toContain('Svar fra Kari Hansen');
  // Of several that waited the newest is told of.
  expect(mail?.text).toContain('> Ser frem til å høre fra dere.');
  expect(mail?.text).not.toMatch(/Klage|svar nå|svar i dag|Kald|Lunken|Varm|Takk|ferie/);
});

it('a colleague who is told of a draft reads what the customer wrote, not the draft', async () => {
  await client().patch('/v1/assistant', { channels: { website: { mode: 'draft' } } });
  const form = enquiry({ message: 'Er Volvo XC60 ledig?' });
  const { body } = await postForm(app, dealer, form);
  await settle(app);
  email.calls.length = 0;
  app.clock.advance(6 * MINUTE_MS);
  await postForm(app, dealer, { ...form, message: 'Og hva koster den?' });
  await settle(app);
  await client().patch('/v1/assistant', { channels: { website: { mode: 'send' } } });
  const told = toStaff().filter(({ subject }) => subject.includes('Utkast til Kari Hansen'));
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain('> Og hva koster den?');
  const words = (await draftOf(dealer, body.lead_id)).text?.split('\n')[0] ?? '';
  expect(words).not.toBe('');
  expect(told[0]?.text).not.toContain(words);
});

describe('a colleague whose telephone gets nothing', () => {
  const alertsOf = async (leadId: string) =>
    (await messageRecords(dealer, leadId))
      .filter(({ purpose }) => purpose === 'alert')
      .map(({ channel, state, recipient }) => [channel, state, recipient]);

  beforeEach(() =>
    runAsTenant(dealer, () => Membership.updateOne({ user_id: admin.user.id }, { phone: '+4790000333' })),
  );

  it('hears of a lead by mail while the account is refused, and of the account as well', async () => {
    sms.answer = () => ({ state: 'reconnect', reason: 'http_401' });
    const { body } = await postForm(app, dealer, { message: 'Er Volvo XC60 fortsatt ledig? Jeg kommer i dag.' });
    await settle(app);
    expect(await alertsOf(body.lead_id)).toEqual([['email', 'sent', admin.user.email]]);
    const mails = toStaff().map(({ to, subject }) => [to, subject]);
    expect(mails.sort()).toEqual([
      [admin.user.email, 'En tjeneste svarer ikke'],
      [admin.user.email, 'Ny henvendelse fra Kari Hansen'],
    ]);
    expect(toStaff().find(({ subject }) => subject.startsWith('Ny'))?.text).toContain(
      '> Er Volvo XC60 fortsatt ledig?',
    );
  });

  it('hears of it by mail where the number takes no SMS', async () => {
    sms.answer = () => ({ state: 'failed', reason: 'not_a_mobile_number' });
    const { body } = await postForm(app, dealer);
    await settle(app);
    expect(await alertsOf(body.lead_id)).toEqual([['email', 'sent', admin.user.email]]);
    expect([sms.calls.length, toStaff().length]).toEqual([1, 1]);
  });

  it('hears of it by mail, once, where the operator does not deliver what was taken', async () => {
    const { body } = await postForm(app, dealer);
    await settle(app);
    const alert = (await messageRecords(dealer, body.lead_id)).find(({ purpose }) => purpose === 'alert');
    expect([alert?.channel, alert?.state]).toEqual(['sms', 'sent']);
    const report = { message: { provider_id: alert?.provider_id ?? '' }, state: 'failed', reason: '30003' } as const;
    await runAsTenant(dealer, () =>
      Promise.all([noteDeliveryReport(app.services, report), noteDeliveryReport(app.services, report)]),
    );
    await settle(app);
    expect(await alertsOf(body.lead_id)).toEqual([['email', 'sent', admin.user.email]]);
    expect([sms.calls.length, toStaff().length]).toEqual([1, 1]);
  });

  it('and who has left since hears of nothing', async () => {
    const me = { user_id: admin.user.id };
    sms.answer = async () => {
      await runAsTenant(dealer, () => Membership.updateOne(me, { status: 'invited' }));
      return { state: 'failed', reason: 'number_invalid' };
    };
    const { body } = await postForm(app, dealer);
    await settle(app);
    expect(await alertsOf(body.lead_id)).toEqual([['sms', 'failed', '+4790000333']]);
    expect(toStaff()).toEqual([]);
  });
});
