import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { mailForm, postMailForm } from '../../../test/mail-with-files.ts';
import { startDealership } from '../../../test/start-dealership.ts';
import { mailRoute, postMail, roomyEnv, settle, signedMail } from '../../../test/work.ts';
import { runAsTenant } from '../../tenancy/context.ts';
import { Arrival } from '../arrivals/model.ts';
import { Attachment, AttachmentChunk } from '../attachments/model.ts';

const { app, dealer } = await startDealership({ env: roomyEnv });

/** The same bytes for the same words, on every machine. */
function* bytesOf(seed: string): Generator<number> {
  for (let round = 0; ; round += 1) yield* createHash('sha256').update(`${seed} ${round}`).digest();
}

const stored = () =>
  runAsTenant(dealer, async () => ({
    arrivals: await Arrival.countDocuments({}),
    unfinished: await Arrival.countDocuments({ state: 'received' }),
  }));

/** Files whose mail was not taken in. */
async function orphans(): Promise<number> {
  return runAsTenant(dealer, async () => {
    const arrivals = new Set((await Arrival.find({}, { _id: 1 }).lean()).map(({ _id }) => _id));
    const files = await Attachment.find({}, { arrival_id: 1 }).lean();
    const chunks = await AttachmentChunk.find({}, { attachment_id: 1 }).lean();
    const ids = new Set(files.map(({ _id }) => _id));
    return (
      files.filter(({ arrival_id }) => !arrivals.has(arrival_id)).length +
      chunks.filter(({ attachment_id }) => !ids.has(attachment_id)).length
    );
  });
}

describe('a post whose bytes were damaged on the way', () => {
  it('is stored whole or refused, and nothing of a refused one stays', async () => {
    const before = await stored();
    let taken = 0;
    const statuses = new Set<number>();
    for (let number = 0; number < 40; number += 1) {
      const form = mailForm(app, {
        from: `kunde-${number}@example.com`,
        text: 'Er bilen ledig?',
        files: [{ name: 'bilde.png', type: 'image/png', content: 'bytes of a picture' }],
      });
      const request = new Request('http://x.example', { method: 'POST', body: form });
      const body = Buffer.from(await request.arrayBuffer());
      const random = bytesOf(`damage ${number}`);
      const next = () => ((random.next().value ?? 0) << 8) + (random.next().value ?? 0);
      for (let change = 0; change < 1 + (number % 4); change += 1) body[next() % body.length] = next() % 256;
      const cut = number % 5 === 0 ? next() % body.length : body.length;
      const answer = await fetch(`${app.url}${await mailRoute(dealer)}`, {
        method: 'POST',
        headers: { 'content-type': request.headers.get('content-type') ?? '' },
        body: body.subarray(0, cut),
      });
      statuses.add(answer.status);
      if (answer.status === 200) taken += 1;
      await answer.arrayBuffer();
    }
    await settle(app);
    expect([...statuses].filter((status) => status !== 200 && status !== 406)).toEqual([]);
    expect(statuses.size).toBe(2);
    const after = await stored();
    expect([after.arrivals - before.arrivals, after.unfinished]).toEqual([taken, 0]);
    expect(await orphans()).toBe(0);
  });
});

describe('a mail that is a bomb', () => {
  const deep = 100_000;
  it.each<[string, Record<string, string>]>([
    ['of nested elements', { 'body-plain': '', 'body-html': `${'<div>'.repeat(deep)}Er bilen ledig?` }],
    ['of nested quotations', { 'body-plain': `${'>'.repeat(deep)} Er bilen ledig?` }],
    ['of nested lists in its headers', { 'message-headers': '['.repeat(deep) }],
    ['of many headers', { 'message-headers': JSON.stringify(Array.from({ length: 20_000 }, () => ['X-A', 'b'])) }],
    ['of references', { References: '<a@b.example> '.repeat(20_000), 'In-Reply-To': '<'.repeat(deep) }],
    ['of encoded words', { subject: '=?utf-8?B?QQ==?= '.repeat(5_000), from: '=?utf-8?Q?=41?='.repeat(5_000) }],
    ['of addresses', { from: 'a@b.example,'.repeat(20_000), 'Reply-To': '('.repeat(deep) }],
    [
      'of entities',
      {
        'body-plain': `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(1000)}">]><adf><prospect><customer>${'&b;'.repeat(10_000)}`,
      },
    ],
    ['of a content-id map', { 'content-id-map': '{"a":'.repeat(20_000) }],
  ])('%s is stored and worked on', async (_, fields) => {
    const { status } = await postMail(app, dealer, { ...signedMail({ text: 'Hei' }, app.clock.now()), ...fields });
    await settle(app);
    expect(status).toBe(200);
    expect((await stored()).unfinished).toBe(0);
  });
});

describe('a mail in the wrong letters', () => {
  it.each(['utf-16', 'iso-2022-jp', 'x-nonsense', 'utf-7', ''])('posted as %j is stored', async (charset) => {
    const body = new URLSearchParams(signedMail({ text: 'Er bilen på lager? Åse' }, app.clock.now())).toString();
    const answer = await app.as(null).post<{ status: string }>(await mailRoute(dealer), body, {
      'content-type': `application/x-www-form-urlencoded; charset=${charset}`,
    });
    // What cannot be read at all has no signature that could be right.
    expect([200, 406]).toContain(answer.status);
  });

  it('of half characters and bytes of nothing is stored', async () => {
    const text = `Hei ${String.fromCharCode(0, 0xd800, 0xfffe, 0x202e)} er bilen ledig?`;
    const { status } = await postMail(app, dealer, signedMail({ text, subject: '\u0000\u202eemne' }, app.clock.now()));
    expect(status).toBe(200);
  });
});

it.each([
  '../../etc/passwd',
  '..\\..\\x.exe',
  '\u202egnp.exe',
  `${'å'.repeat(500)}.pdf`,
  '.htaccess',
  'con',
  ' ',
  'lead.xml\r\nX: y',
])('a file called %j is stored under a name that harms nobody', async (name) => {
  const form = mailForm(app, { text: 'Se vedlegg om bilen', files: [{ name, content: 'x' }] });
  expect((await postMailForm(app, dealer, form)).status).toBe(200);
  const newest = await runAsTenant(dealer, () => Attachment.findOne({}).sort({ _id: -1 }).lean());
  expect(newest?.name).toMatch(/^[^/\\<>:"|?*\p{Cc}\p{Cf}.][^/\\<>:"|?*\p{Cc}\p{Cf}]{0,119}$/u);
});
