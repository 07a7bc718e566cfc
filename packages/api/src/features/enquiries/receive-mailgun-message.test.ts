import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { losesOne, withFaults } from '../../../test/faults.ts';
import { startDealership } from '../../../test/start-dealership.ts';
import {
  leadRecord,
  mailRoute,
  messageRecords,
  outboxOf,
  postForm,
  postMail,
  roomyEnv,
  settle,
  signedMail,
} from '../../../test/work.ts';
import type { components } from '../../generated/openapi.ts';
import { HOUR_MS, MINUTE_MS } from '../../lib/clock.ts';
import { runAsTenant } from '../../tenancy/context.ts';
import { Arrival } from '../arrivals/model.ts';

type Schemas = components['schemas'];

const { app, admin, dealer, client } = await startDealership({ env: roomyEnv });

const now = () => app.clock.now();
const countArrivals = () => runAsTenant(dealer, () => Arrival.countDocuments({}));
const latestArrival = async () =>
  (await client().get<Schemas['ArrivalList']>('/v1/arrivals?channel=email&limit=1')).body.data[0];

interface Conversation {
  id: string;
  email: string;
  messageId: string;
  replyTo: string;
}

/** A lead of the web site whose reply has gone out. */
async function conversation(): Promise<Conversation> {
  const email = `kunde-${randomUUID().slice(0, 8)}@example.com`;
  const { body } = await postForm(app, dealer, { email });
  await settle(app);
  const [mail] = (await outboxOf(client(), body.lead_id)).filter((item) => item.audience === 'customer');
  const header = (name: string) =>
    Object.entries(mail?.headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1] ?? '';
  return { id: body.lead_id, email, messageId: header('message-id'), replyTo: header('reply-to') };
}
const inboundTexts = async (id: string) =>
  (await messageRecords(dealer, id))
    .filter((message) => message.channel === 'email' && message.direction === 'inbound')
    .map((message) => message.text);

describe('a customer’s answer', () => {
  it('is in the thread without its quotes, calls off the follow-ups and is answered', async () => {
    const { id, email, messageId } = await conversation();
    await client().post(`/v1/leads/${id}/read`);
    const text =
      'Takk! Har den hengerfeste?\n\nfre. 20. nov. 2026 kl. 10:00 skrev Dealer <post@x.example>:\n> Hei Kari\n> Den er ledig.';
    const headers: [string, string][] = [['In-Reply-To', messageId]];
    expect((await postMail(app, dealer, signedMail({ from: `Kari <${email}>`, text, headers }, now()))).body).toEqual({
      status: 'stored',
    });
    await settle(app);
    expect(await inboundTexts(id)).toEqual(['Takk! Har den hengerfeste?']);
    const lead = await leadRecord(dealer, id);
    expect(lead).toMatchObject({ unread: true, status: 'contacted' });
    const followUps = await client().get<Schemas['FollowUpList']>(`/v1/leads/${id}/follow-ups`);
    expect(followUps.body.data.map(({ state, state_reason }) => [state, state_reason])).toEqual([
      ['cancelled', 'The customer answered'],
      ['cancelled', 'The customer answered'],
    ]);
    const replies = (await messageRecords(dealer, id)).filter((message) => message.purpose === 'reply');
    expect(replies.map((message) => message.state)).toEqual(['sent', 'sent']);
    expect(await latestArrival()).toMatchObject({ outcome: 'message_added', lead_id: id });
  });

  it('is found by References alone, the nearest first', async () => {
    const [older, nearer] = [await conversation(), await conversation()];
    const headers: [string, string][] = [['References', `<gone@x.example> ${older.messageId} ${nearer.messageId}`]];
    await postMail(app, dealer, signedMail({ from: nearer.email, text: 'Etter referanse', headers }, now()));
    expect(await inboundTexts(nearer.id)).toEqual(['Etter referanse']);
    expect(await inboundTexts(older.id)).toEqual([]);
  });

  it('is found by the address it was sent to, in whatever case, but not by a made-up one', async () => {
    const { id, email, replyTo } = await conversation();
    await postMail(
      app,
      dealer,
      signedMail({ from: email, recipient: replyTo.toUpperCase(), text: 'Til adressen' }, now()),
    );
    expect(await inboundTexts(id)).toEqual(['Til adressen']);
    const forged = replyTo.replace(/-[0-9a-f]{10}@/, '-0000000000@');
    await postMail(
      app,
      dealer,
      signedMail({ from: 'stranger@example.com', recipient: forged, text: 'Gjettet' }, now()),
    );
    expect(await inboundTexts(id)).toEqual(['Til adressen']);
  });

  it('is never found by its subject', async () => {
    const { id, email } = await conversation();
    const subject = (await outboxOf(client(), id))[0]?.subject ?? '';
    const from = `somebody-else@example.com`;
    await postMail(app, dealer, signedMail({ from, subject: `Re: ${subject}`, text: 'Samme emne' }, now()));
    expect(await inboundTexts(id)).toEqual([]);
    expect(email).not.toBe(from);
  });

  it('from an address the lead does not know is shown and not answered', async () => {
    const { id, messageId } = await conversation();
    const headers: [string, string][] = [['In-Reply-To', messageId]];
    await postMail(app, dealer, signedMail({ from: 'eve@example.com', text: 'Send prisen til meg', headers }, now()));
    await settle(app);
    expect(await inboundTexts(id)).toEqual(['Send prisen til meg']);
    expect((await messageRecords(dealer, id)).filter((message) => message.purpose === 'reply')).toHaveLength(1);
  });

  it('by an out-of-office machine is shown, not answered, and the follow-ups stay', async () => {
    const { id, email, messageId } = await conversation();
    const headers: [string, string][] = [
      ['In-Reply-To', messageId],
      ['Auto-Submitted', 'auto-replied'],
    ];
    await postMail(app, dealer, signedMail({ from: email, text: 'Jeg er på ferie.', headers }, now()));
    await settle(app);
    expect(await inboundTexts(id)).toEqual(['Jeg er på ferie.']);
    expect((await messageRecords(dealer, id)).filter((message) => message.purpose === 'reply')).toHaveLength(1);
    const followUps = await client().get<Schemas['FollowUpList']>(`/v1/leads/${id}/follow-ups`);
    expect(followUps.body.data.map((followUp) => followUp.state)).toEqual(['scheduled', 'scheduled']);
    await client().patch(`/v1/leads/${id}`, { status: 'lost' });
    await postMail(app, dealer, signedMail({ from: email, text: 'Fortsatt på ferie.', headers }, now()));
    expect((await leadRecord(dealer, id)).status).toBe('lost');
  });

  it('reopens a lead that was lost', async () => {
    const { id, email, messageId } = await conversation();
    await client().patch(`/v1/leads/${id}`, { status: 'lost', status_reason: 'no response' });
    const headers: [string, string][] = [['In-Reply-To', messageId]];
    await postMail(app, dealer, signedMail({ from: email, text: 'Beklager sent svar. Er den solgt?', headers }, now()));
    await settle(app);
    expect(await leadRecord(dealer, id)).toMatchObject({ status: 'contacted', status_reason: 'The customer answered' });
    const history = await client().get<Schemas['HistoryList']>(`/v1/leads/${id}/history`);
    expect(history.body.data).toContainEqual(
      expect.objectContaining({ type: 'status_changed', from: 'lost', to: 'contacted' }),
    );
  });

  it('to a deleted lead comes in as something new, where it is seen', async () => {
    const { id, email, messageId } = await conversation();
    await client().delete(`/v1/leads/${id}`);
    const headers: [string, string][] = [['In-Reply-To', messageId]];
    await postMail(app, dealer, signedMail({ from: email, text: 'Er Volvo XC60 ledig likevel?', headers }, now()));
    const arrival = await latestArrival();
    expect(arrival).toMatchObject({ outcome: 'lead_created' });
    expect(arrival?.lead_id).not.toBe(id);
  });

  it('by a colleague to an alert does not speak for the customer', async () => {
    const { id } = await conversation();
    const alert = (await messageRecords(dealer, id)).find((message) => message.purpose === 'alert');
    const headers: [string, string][] = [['In-Reply-To', alert?.message_id ?? '']];
    await postMail(app, dealer, signedMail({ from: admin.email, text: 'Jeg tar denne.', headers }, now()));
    expect(await inboundTexts(id)).toEqual([]);
  });
});

describe('a mail from a stranger', () => {
  it('who asks about a car becomes a lead and is answered on that thread', async () => {
    const messageId = `<${randomUUID()}@mail.example.com>`;
    const from = 'Nora Vik <nora@example.com>';
    const text = 'Hei!\n\nEr Volvo XC60 fortsatt til salgs, og hva koster den?\n\nMvh Nora';
    await postMail(app, dealer, signedMail({ from, subject: 'Volvo XC60', text, messageId }, now()));
    await settle(app);
    const arrival = await latestArrival();
    expect(arrival).toMatchObject({ outcome: 'lead_created', label: 'sales_inquiry' });
    expect(arrival?.reasons.length).toBeGreaterThan(0);
    const lead = await leadRecord(dealer, arrival?.lead_id ?? '');
    expect(lead).toMatchObject({ source: 'email', customer: { name: 'Nora Vik', email: 'nora@example.com' } });
    const [mail] = (await outboxOf(client(), lead._id)).filter((item) => item.audience === 'customer');
    const names = new Map(Object.entries(mail?.headers ?? {}).map(([key, value]) => [key.toLowerCase(), value]));
    expect(names.get('in-reply-to')).toBe(messageId);
    expect(mail?.subject).toBe('Re: Volvo XC60');
  });

  it.each([
    [
      'a newsletter',
      {
        from: 'news@shop.example',
        text: 'Nyhetsbrev: klikk her for tilbud. Unsubscribe below.',
        headers: [
          ['List-Unsubscribe', '<https://shop.example/u>'],
          ['List-Id', '<news.shop.example>'],
        ],
      },
    ],
    [
      'an automatic answer',
      { from: 'x@example.com', text: 'Out of office', headers: [['Auto-Submitted', 'auto-replied']] },
    ],
    [
      'a bounce',
      { from: 'MAILER-DAEMON@mx.example', sender: '', subject: 'Undelivered Mail', text: 'could not be delivered' },
    ],
    [
      'a supplier',
      { from: 'faktura@supplier.example', subject: 'Faktura 1042', text: 'Vedlagt faktura for leverandørtjenester.' },
    ],
  ])('%s is no lead, with the reason', async (_what, mail) => {
    await postMail(app, dealer, signedMail(mail as never, now()));
    await settle(app);
    const arrival = await latestArrival();
    expect(arrival).toMatchObject({ outcome: 'not_a_lead', lead_id: null });
    expect(arrival?.label).toMatch(/^(spam|other)$/);
    expect(arrival?.reasons.join()).not.toBe('');
  });

  it('of which nobody can tell is a lead for a person, and gets no answer', async () => {
    const from = 'unclear@example.com';
    await postMail(app, dealer, signedMail({ from, subject: 'Hei', text: 'Hei, ring meg når du kan.' }, now()));
    await settle(app);
    const arrival = await latestArrival();
    expect(arrival).toMatchObject({ outcome: 'lead_created', label: 'uncertain' });
    const lead = await leadRecord(dealer, arrival?.lead_id ?? '');
    expect(lead).toMatchObject({ handled_by: 'human', unread: true });
    expect(lead.assigned_to).not.toBeNull();
    expect((await outboxOf(client(), lead._id)).map((mail) => mail.audience)).toEqual(['staff']);
  });

  it('that was no lead can be made one by a person, who then answers', async () => {
    await postMail(app, dealer, signedMail({ from: 'work@example.com', text: 'Kan dere bytte dekk og olje?' }, now()));
    const arrival = await latestArrival();
    expect(arrival).toMatchObject({ outcome: 'not_a_lead', label: 'other' });
    const promoted = await client().post<Schemas['Lead']>(`/v1/arrivals/${arrival?.id}/promote`);
    await settle(app);
    expect(promoted.body).toMatchObject({ source: 'email', handled_by: 'human' });
    expect((await outboxOf(client(), promoted.body.id)).map((mail) => mail.audience)).toEqual(['staff']);
  });
});

describe('a post that is not Mailgun’s own', () => {
  const refused = async (fields: Record<string, string>) => {
    const before = await countArrivals();
    const answer = await postMail(app, dealer, fields);
    expect(await countArrivals()).toBe(before);
    return [answer.status, answer.body.code];
  };

  it('is refused for good with a forged signature, an old one or none', async () => {
    const mail = { text: 'Er Volvo XC60 ledig?' };
    expect(await refused(signedMail(mail, now(), 'another key'))).toEqual([406, 'invalid_signature']);
    expect(await refused(signedMail(mail, new Date(now().getTime() - 13 * HOUR_MS)))).toEqual([
      406,
      'invalid_signature',
    ]);
    expect(await refused(signedMail(mail, new Date(now().getTime() + 2 * HOUR_MS)))).toEqual([
      406,
      'invalid_signature',
    ]);
    const { signature: _signature, ...unsigned } = signedMail(mail, now());
    expect(await refused(unsigned)).toEqual([406, 'invalid_signature']);
  });

  it('is refused for good at an address nobody has', async () => {
    const body = new URLSearchParams(signedMail({ text: 'Hei' }, now())).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await app.as(null).post<Schemas['Problem']>('/webhooks/mailgun/inbound/nobody', body, headers);
    expect(answer).toMatchObject({ status: 406, body: { code: 'unknown_mailbox' } });
  });

  it('is refused for good when it is no form', async () => {
    const route = await mailRoute(dealer);
    const answer = await app.as(null).post<Schemas['Problem']>(route, '{}', { 'content-type': 'application/json' });
    expect(answer).toMatchObject({ status: 406, body: { code: 'not_acceptable' } });
  });

  it('is refused for good above 30 MB, before it is read to its end', async () => {
    const route = await mailRoute(dealer);
    const status = await new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded', 'transfer-encoding': 'chunked' };
      const post = request(app.url + route, { method: 'POST', headers }, (response) => {
        resolve(response.statusCode);
        post.destroy();
      });
      const chunk = `a=${'x'.repeat(1_000_000)}&`;
      let sent = 0;
      const more = () => {
        while (sent < 40 && !post.destroyed) {
          sent += 1;
          if (!post.write(chunk)) {
            post.once('drain', more);
            return;
          }
        }
      };
      post.on('error', reject);
      more();
    });
    expect(status).toBe(406);
  });
});

describe('a post that comes again', () => {
  it('with the same signature and another body is 200 and changes nothing', async () => {
    const first = signedMail({ from: 'one@example.com', text: 'Er Volvo XC60 ledig?' }, now());
    expect((await postMail(app, dealer, first)).body.status).toBe('stored');
    const before = await countArrivals();
    const second = signedMail({ from: 'two@example.com', text: 'Helt andre ord' }, now());
    const { timestamp = '', token = '', signature = '' } = first;
    const replay = await postMail(app, dealer, { ...second, timestamp, token, signature });
    expect(replay).toMatchObject({ status: 200, body: { status: 'repeated' } });
    expect(await countArrivals()).toBe(before);
  });

  it('with the same Message-Id and a new signature is the same mail', async () => {
    const mail = { from: 'three@example.com', text: 'Er Volvo XC60 ledig?', messageId: `<${randomUUID()}@x.example>` };
    const answers = await Promise.all(Array.from({ length: 10 }, () => postMail(app, dealer, signedMail(mail, now()))));
    expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(200));
    expect(answers.filter((answer) => answer.body.status === 'stored')).toHaveLength(1);
    await settle(app);
    const arrival = await runAsTenant(dealer, () => Arrival.findOne({ from: 'three@example.com' }).lean());
    const messages = await messageRecords(dealer, arrival?.lead_id ?? '');
    expect(messages.map((message) => message.purpose).sort()).toEqual(['alert', 'enquiry', 'reply']);
  });

  it('without a Message-Id is told apart by its signature', async () => {
    const fields = signedMail({ from: 'four@example.com', text: 'Er Volvo XC60 ledig?', messageId: null }, now());
    expect((await postMail(app, dealer, fields)).body.status).toBe('stored');
    expect((await postMail(app, dealer, fields)).body.status).toBe('repeated');
  });
});

describe('a multipart post', () => {
  it('is read like any other, and its attachments are named', async () => {
    const { id, email, messageId } = await conversation();
    const headers: [string, string][] = [['In-Reply-To', messageId]];
    const form = new FormData();
    for (const [name, value] of Object.entries(signedMail({ from: email, text: 'Se vedlegg.', headers }, now())))
      form.append(name, value);
    form.append('attachment-count', '1');
    form.append('attachment-1', new Blob([new Uint8Array(2000)], { type: 'image/jpeg' }), 'leaf.jpg');
    const answer = await app.as(null).post(await mailRoute(dealer), form);
    await app.services.background.idle();
    expect(answer.status).toBe(200);
    expect(await inboundTexts(id)).toEqual(['Se vedlegg.']);
    const messages = await messageRecords(dealer, id);
    expect(messages.flatMap(({ attachments }) => attachments.map(({ name }) => name))).toEqual(['leaf.jpg']);
  });
});

describe('trouble of our own', () => {
  it('is 503 while the database is away, and Mailgun’s retry is stored', async () => {
    const fields = signedMail({ from: 'retry@example.com', text: 'Er Volvo XC60 ledig?' }, now());
    await withFaults(losesOne('arrivals'), async () => {
      const answer = await postMail(app, dealer, fields);
      expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable' } });
      expect(answer.headers.get('retry-after')).toBe('60');
    });
    app.clock.advance(10 * MINUTE_MS);
    expect((await postMail(app, dealer, fields)).body.status).toBe('stored');
    expect(await latestArrival()).toMatchObject({ outcome: 'lead_created' });
  });
});
