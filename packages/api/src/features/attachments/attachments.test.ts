import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { losesOne, withFaults } from '../../../test/faults.ts';
import { mailForm, type PostedFile, postMailForm } from '../../../test/mail-with-files.ts';
import { startDealership } from '../../../test/start-dealership.ts';
import { roomyEnv, settle } from '../../../test/work.ts';
import type { components } from '../../generated/openapi.ts';
import { DAY_MS } from '../../lib/clock.ts';
import { asOperator, runAsTenant } from '../../tenancy/context.ts';
import { Arrival } from '../arrivals/model.ts';
import { forgetAttachments } from './forget-attachments.ts';
import { loosenAttachments } from './keep-attachments.ts';
import { Attachment, AttachmentChunk } from './model.ts';
import { storeAttachments } from './store-attachments.ts';

type Schemas = components['schemas'];

const PNG = new Uint8Array(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
const TEXT = 'Hei!\n\nEr Volvo XC60 fortsatt til salgs? Se bilder av innbyttebilen.\n\nMvh Nora';

const { app, dealer, client } = await startDealership({ env: roomyEnv });

const countOf = async () => ({
  files: await asOperator(() => Attachment.countDocuments({})),
  pieces: await asOperator(() => AttachmentChunk.countDocuments({})),
});

interface Taken {
  leadId: string;
  message: Schemas['Message'];
}

/** A mail of a new customer with files, taken in. */
async function taken(files: readonly PostedFile[], more: { text?: string; fields?: Record<string, string> } = {}) {
  const from = `Nora <${randomUUID()}@example.com>`;
  const form = mailForm(app, { from, subject: 'Volvo XC60', text: TEXT, files, ...more });
  const answer = await postMailForm(app, dealer, form);
  expect([answer.status, answer.body.status]).toEqual([200, 'stored']);
  await settle(app);
  const { body } = await client().get<Schemas['ArrivalList']>('/v1/arrivals?channel=email&limit=1');
  const leadId = body.data[0]?.lead_id ?? '';
  const messages = await client().get<Schemas['MessageList']>(`/v1/leads/${leadId}/messages`);
  const message = messages.body.data[0];
  if (!message) throw new Error('the mail is in no conversation');
  return { leadId, message } satisfies Taken;
}

async function download(id: string | undefined, query = '', token = client().token) {
  const response = await fetch(`${app.url}/v1/attachments/${id}${query}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    disposition: response.headers.get('content-disposition'),
    policy: response.headers.get('content-security-policy'),
    sniff: response.headers.get('x-content-type-options'),
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}

describe('files of a mail', () => {
  it('are listed with the message and come back byte for byte, also one that is larger than a document', async () => {
    const large = new Uint8Array(randomBytes(17_500_000));
    const { message } = await taken([
      { name: 'bil.png', type: 'image/png', content: PNG },
      { name: 'heftet.pdf', type: 'application/pdf', content: large },
    ]);
    expect(message.text).toBe('Hei!\n\nEr Volvo XC60 fortsatt til salgs? Se bilder av innbyttebilen.');
    expect(message.attachments).toEqual([
      {
        id: expect.stringMatching(/^att_/),
        name: 'bil.png',
        kind: 'image',
        size_bytes: 16,
        inline: false,
        available: true,
      },
      {
        id: expect.stringMatching(/^att_/),
        name: 'heftet.pdf',
        kind: 'file',
        size_bytes: 17_500_000,
        inline: false,
        available: true,
      },
    ]);
    const got = await download(message.attachments[1]?.id);
    expect([got.status, got.type, got.sniff]).toEqual([200, 'application/pdf', 'nosniff']);
    expect(got.policy).toContain('sandbox');
    expect(got.bytes.equals(large)).toBe(true);
  });

  it('are shown only when their own bytes are a picture', async () => {
    const { message } = await taken([
      { name: 'ekte.jpg', type: 'text/html', content: PNG },
      { name: 'falsk.png', type: 'image/png', content: '<script>alert(1)</script>' },
      { name: 'tegning.svg', type: 'image/svg+xml', content: '<svg onload="alert(1)"/>' },
      { name: 'side.html', type: 'text/html', content: '<script>alert(1)</script>' },
    ]);
    const seen = [];
    for (const { id } of message.attachments) seen.push(await download(id, '?disposition=inline'));
    expect(seen.map(({ type, disposition }) => [type, disposition?.split(';')[0]])).toEqual([
      ['image/png', 'inline'],
      ['application/octet-stream', 'attachment'],
      ['application/octet-stream', 'attachment'],
      ['application/octet-stream', 'attachment'],
    ]);
    expect((await download(message.attachments[0]?.id)).disposition).toMatch(/^attachment/);
  });

  it('have names that harm nobody, and are told apart', async () => {
    const content = 'x';
    const names = [
      '../../etc/passwd',
      'C:\\temp\\a.txt',
      '.htaccess',
      'bilde.jpg',
      'BILDE.jpg',
      'à\u202egpj.exe',
      '%0d%0aX: y',
    ];
    const { message } = await taken(names.map((name) => ({ name, content })));
    expect(message.attachments.map(({ name }) => name)).toEqual([
      'passwd',
      'a.txt',
      'htaccess',
      'bilde.jpg',
      'BILDE (2).jpg',
      'àgpj.exe',
      '%0d%0aX_ y',
    ]);
    for (const { id } of message.attachments) {
      const { disposition } = await download(id);
      expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w%.()-]+$/);
    }
    expect((await download(message.attachments[5]?.id)).disposition).toContain("UTF-8''%C3%A0gpj.exe");
  });

  it('that are empty are files too, and a mail of nothing but files says so', async () => {
    const first = await taken([{ name: 'tom.txt', type: 'text/plain', content: '' }]);
    expect(first.message.attachments[0]).toMatchObject({ name: 'tom.txt', size_bytes: 0, available: true });
    expect(await download(first.message.attachments[0]?.id)).toMatchObject({ status: 200, bytes: Buffer.alloc(0) });
    const { messageId, from } = await replyable(first.leadId);
    const headers: [string, string][] = [['In-Reply-To', messageId]];
    await postMailForm(
      app,
      dealer,
      mailForm(app, { from, headers, text: '', files: [{ name: 'a.png', content: PNG }] }),
    );
    const messages = await client().get<Schemas['MessageList']>(`/v1/leads/${first.leadId}/messages`);
    expect(messages.body.data.at(-1)).toMatchObject({ text: '[a.png]', attachments: [{ name: 'a.png' }] });
  });

  it('of a known mail that is repeated within minutes are kept though its words say nothing new', async () => {
    const from = `Ida <${randomUUID()}@example.com>`;
    const post = (files: PostedFile[]) => postMailForm(app, dealer, mailForm(app, { from, text: TEXT, files }));
    await post([]);
    await post([{ name: 'glemt.png', content: PNG }]);
    const { body } = await client().get<Schemas['ArrivalList']>('/v1/arrivals?channel=email&limit=1');
    const messages = await client().get<Schemas['MessageList']>(`/v1/leads/${body.data[0]?.lead_id}/messages`);
    expect(messages.body.data.flatMap(({ attachments }) => attachments.map(({ name }) => name))).toEqual(['glemt.png']);
  });

  it('beyond 200, or announced and not sent, are counted and the mail is there', async () => {
    const many = Array.from({ length: 230 }, (_, index) => ({ name: `${index}.txt`, content: 'x' }));
    const { message } = await taken(many);
    expect([message.attachments.length, message.attachments_left_out]).toEqual([200, 30]);
    const short = await taken([{ name: 'en.txt', content: 'x' }], { fields: { 'attachment-count': '3' } });
    expect([short.message.attachments.length, short.message.attachments_left_out]).toEqual([1, 2]);
  });

  it('that stand in the text are marked, whatever the map of ids looks like', async () => {
    const fields = { 'content-id-map': '{"":"attachment-1","":"attachment-2"}' };
    const files = ['a.png', 'b.png', 'c.png'].map((name) => ({ name, content: PNG }));
    const { message } = await taken(files, { fields });
    expect(message.attachments.map(({ inline }) => inline)).toEqual([true, true, false]);
  });
});

async function replyable(leadId: string): Promise<{ messageId: string; from: string }> {
  const { body } = await client().get<Schemas['OutboxList']>(`/v1/outbox?lead_id=${leadId}`);
  const mail = body.data.find(({ audience }) => audience === 'customer');
  return { messageId: mail?.headers['Message-ID'] ?? '', from: mail?.to ?? '' };
}

describe('a post that is sent again', () => {
  it('stores its files once', async () => {
    const fields = { from: `Per <${randomUUID()}@example.com>`, text: TEXT, messageId: `<${randomUUID()}@x.example>` };
    const files = [{ name: 'a.txt', content: 'x' }];
    const before = await countOf();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => postMailForm(app, dealer, mailForm(app, { ...fields, files }))),
    );
    expect(answers.filter(({ body }) => body.status === 'stored')).toHaveLength(1);
    expect(await countOf()).toEqual({ files: before.files + 1, pieces: before.pieces + 1 });
  });

  it('after the database lost a piece is stored whole, and what was half stored is forgotten', async () => {
    const before = await countOf();
    const form = () => mailForm(app, { from: mail, text: TEXT, messageId, files: [{ name: 'a.txt', content: 'x' }] });
    const [mail, messageId] = [`Gro <${randomUUID()}@example.com>`, `<${randomUUID()}@x.example>`];
    await withFaults(losesOne('attachment_chunks'), async () => {
      expect((await postMailForm(app, dealer, form())).status).toBe(503);
    });
    expect(await runAsTenant(dealer, () => Arrival.countDocuments({ from: mail }))).toBe(0);
    expect((await postMailForm(app, dealer, form())).body.status).toBe('stored');
    expect((await countOf()).files).toBe(before.files + 2);
    app.clock.advance(DAY_MS + 1000);
    expect(await forgetAttachments(app.services)).toBe(1);
    expect(await countOf()).toEqual({ files: before.files + 1, pieces: before.pieces + 1 });
  });
});

describe('what is forgotten', () => {
  it('files of a deleted lead are not given out, come back with it, and are erased after 30 days', async () => {
    const { leadId, message } = await taken([{ name: 'a.txt', content: 'hemmelig' }]);
    const id = message.attachments[0]?.id;
    await client().delete(`/v1/leads/${leadId}`);
    expect((await download(id)).status).toBe(404);
    app.clock.advance(29 * DAY_MS);
    await forgetAttachments(app.services);
    await client().post(`/v1/leads/${leadId}/restore`);
    expect((await download(id)).bytes.toString()).toBe('hemmelig');
    app.clock.advance(2 * DAY_MS);
    await forgetAttachments(app.services);
    expect((await download(id)).status).toBe(200);
    await client().delete(`/v1/leads/${leadId}`);
    app.clock.advance(31 * DAY_MS);
    await forgetAttachments(app.services);
    expect(await asOperator(() => AttachmentChunk.countDocuments({ attachment_id: id ?? '' }))).toBe(0);
    await client().post(`/v1/leads/${leadId}/restore`);
    const messages = await client().get<Schemas['MessageList']>(`/v1/leads/${leadId}/messages`);
    expect(messages.body.data[0]?.attachments).toMatchObject([{ name: 'a.txt', available: false }]);
  });

  it('files of a deleted lead are, also where a crash came right after it was deleted', async () => {
    const { leadId, message } = await taken([{ name: 'a.txt', content: 'hemmelig' }]);
    let deleted = false;
    await withFaults(
      ({ collection }) => {
        if (deleted) return 'lost';
        deleted = collection === 'leads';
        return 'done';
      },
      () => client().delete(`/v1/leads/${leadId}`),
    );
    expect((await client().get(`/v1/leads/${leadId}`)).status).toBe(404);
    app.clock.advance(31 * DAY_MS);
    await forgetAttachments(app.services);
    const filter = { attachment_id: message.attachments[0]?.id ?? '' };
    expect(await asOperator(() => AttachmentChunk.countDocuments(filter))).toBe(0);
  });

  it('files of a lead that is there are not, whatever a crash left of their marks', async () => {
    const { leadId, message } = await taken([{ name: 'a.txt', content: 'viktig' }]);
    await runAsTenant(dealer, () => loosenAttachments(leadId, app.clock.now()));
    app.clock.advance(31 * DAY_MS);
    await forgetAttachments(app.services);
    expect((await download(message.attachments[0]?.id)).bytes.toString()).toBe('viktig');
  });

  it('files of a mail that became no lead stay with it for 30 days, and become the lead’s when it is made one', async () => {
    const work = (from: string) =>
      postMailForm(
        app,
        dealer,
        mailForm(app, { from, text: 'Kan dere bytte dekk og olje?', files: [{ name: 'dekk.png', content: PNG }] }),
      );
    await work(`${randomUUID()}@example.com`);
    const { body } = await client().get<Schemas['ArrivalList']>('/v1/arrivals?channel=email&limit=1');
    expect(body.data[0]).toMatchObject({ outcome: 'not_a_lead' });
    app.clock.advance(20 * DAY_MS);
    await forgetAttachments(app.services);
    const lead = await client().post<Schemas['Lead']>(`/v1/arrivals/${body.data[0]?.id}/promote`);
    await settle(app);
    const messages = await client().get<Schemas['MessageList']>(`/v1/leads/${lead.body.id}/messages`);
    expect((await download(messages.body.data[0]?.attachments[0]?.id)).status).toBe(200);
    await work(`${randomUUID()}@example.com`);
    const before = await countOf();
    app.clock.advance(31 * DAY_MS);
    await forgetAttachments(app.services);
    expect((await countOf()).files).toBeLessThan(before.files);
  });

  it('files of a mail that nobody has worked on yet stay', async () => {
    const file = {
      field: 'attachment-1',
      name: 'a',
      contentType: '',
      sizeBytes: 1,
      content: Buffer.from('x'),
      inline: false,
    };
    await runAsTenant(dealer, () => storeAttachments('arr_waiting', [file], app.clock.now()));
    const waiting = { _id: 'arr_waiting', channel: 'email', key: 'k', replay_key: 'k', state: 'quarantined' } as const;
    await runAsTenant(dealer, () => Arrival.create(waiting));
    app.clock.advance(40 * DAY_MS);
    await forgetAttachments(app.services);
    expect(await runAsTenant(dealer, () => Attachment.countDocuments({ arrival_id: 'arr_waiting' }))).toBe(1);
  });
});
