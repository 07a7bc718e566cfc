import { describe, expect, it } from 'vitest';
import { startDealership } from '../../test/start-dealership.ts';
import {
  enquiry,
  messageRecords,
  outboxOf,
  postForm,
  postMail,
  roomyEnv,
  settle,
  signedMail,
} from '../../test/work.ts';
import type { components } from '../generated/openapi.ts';
import { MINUTE_MS } from '../lib/clock.ts';

type Mail = components['schemas']['OutboxMessage'];

const { app, admin, dealer, client } = await startDealership({ env: roomyEnv }, { dealership_name: 'Fjord Bil' });

const customerMails = async (leadId: string) =>
  (await outboxOf(client(), leadId)).filter((mail) => mail.audience === 'customer');

async function ask(fields: Record<string, unknown> = {}): Promise<string> {
  const { body } = await postForm(app, dealer, fields);
  await settle(app);
  return body.lead_id;
}

/** The header whatever its case. */
function header(mail: Mail | undefined, name: string): string | undefined {
  return Object.entries(mail?.headers ?? {}).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

describe('the headers of a mail to a customer', () => {
  it('say who it is from, where answers go, how to stop it and that no person wrote it', async () => {
    const id = await ask();
    const [mail] = await customerMails(id);
    expect(mail?.from).toBe('Fjord Bil <fjord-bil@mail.norvalt.localhost>');
    expect(header(mail, 'Message-ID')).toMatch(/^<[0-9a-f]{40}@mail\.norvalt\.localhost>$/);
    expect(header(mail, 'Reply-To')).toMatch(/^fjord-bil\+[0-9a-z]{26}-[0-9a-f]{10}@mail\.norvalt\.localhost$/);
    expect(header(mail, 'List-Unsubscribe')).toMatch(/^<http:\/\/localhost:3000\/unsubscribe\/[\w-]+>$/);
    expect(header(mail, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    expect(header(mail, 'Auto-Submitted')).toBe('auto-replied');
    expect(header(mail, 'In-Reply-To')).toBeUndefined();
  });

  it('of a colleague do not say that a machine wrote it', async () => {
    const id = await ask();
    await client().post(`/v1/leads/${id}/messages`, { channel: 'email', text: 'Hei, Anne her.' });
    await settle(app);
    const mail = (await customerMails(id)).at(-1);
    expect(mail?.from).toContain(admin.user.name);
    expect(header(mail, 'Auto-Submitted')).toBeUndefined();
    expect(header(mail, 'List-Unsubscribe')).toBeDefined();
  });

  it('keep the thread together over several turns', async () => {
    const email = 'thread@example.com';
    const id = await ask({ email });
    const chain: string[] = [];
    for (let turn = 1; turn <= 3; turn += 1) {
      const ours = (await customerMails(id)).at(-1);
      const ourId = header(ours, 'Message-ID') ?? '';
      if (turn > 1) {
        expect(header(ours, 'In-Reply-To')).toBe(chain.at(-1));
        expect(header(ours, 'References')?.split(' ')).toEqual(chain);
        expect(ours?.subject).toMatch(/^Re: /);
      }
      chain.push(ourId);
      const theirs = `<turn-${turn}@mail.example.com>`;
      const headers: [string, string][] = [
        ['In-Reply-To', ourId],
        ['References', chain.join(' ')],
      ];
      const mail = { from: `Kari <${email}>`, subject: ours?.subject ?? '', text: `Spørsmål ${turn}: hva koster den?` };
      app.clock.advance(MINUTE_MS);
      await postMail(app, dealer, signedMail({ ...mail, messageId: theirs, headers }, app.clock.now()));
      await settle(app);
      chain.push(theirs);
    }
    expect(await customerMails(id)).toHaveLength(4);
    expect(new Set((await messageRecords(dealer, id)).map((message) => message.lead_id)).size).toBe(1);
  });

  it('bring an answer back to its lead by the Reply-To address alone', async () => {
    const email = 'token@example.com';
    const id = await ask({ email });
    const recipient = header((await customerMails(id))[0], 'Reply-To');
    await postMail(
      app,
      dealer,
      signedMail({ from: email, recipient: recipient ?? '', text: 'Takk!' }, app.clock.now()),
    );
    expect((await messageRecords(dealer, id)).map((message) => message.text)).toContain('Takk!');
  });
});

describe('a customer who writes headers into their name', () => {
  it.each([
    ['a line break', 'Kari\r\nBcc: victim@example.com'],
    ['a line separator', 'Kari\u2028Bcc: victim@example.com'],
    ['an encoded line break', '=?utf-8?Q?Kari=0D=0ABcc:_victim@example.com?='],
    ['a second address', 'Kari <victim@example.com>, Other'],
  ])('by %s gets one mail to one address', async (_what, name) => {
    const form = enquiry({ name });
    const id = await ask(form);
    const mails = await customerMails(id);
    expect(mails).toHaveLength(1);
    for (const mail of await outboxOf(client(), id)) {
      for (const value of [mail.from, mail.to, mail.subject ?? '', ...Object.values(mail.headers)])
        expect(value).not.toMatch(/[\r\n\u2028\u2029]/);
      expect(Object.keys(mail.headers).map((key) => key.toLowerCase())).not.toContain('bcc');
    }
    expect(mails[0]?.to.endsWith(`<${form.email}>`) || mails[0]?.to === form.email).toBe(true);
    const outsideQuotes = mails[0]?.to.replace(/"(?:[^"\\]|\\.)*"/g, '') ?? '';
    expect(outsideQuotes.match(/@/g)).toHaveLength(1);
    expect(outsideQuotes).not.toContain('=?');
  });

  it('or a colleague into a subject cannot add one', async () => {
    const id = await ask();
    await client().post(`/v1/leads/${id}/messages`, {
      channel: 'email',
      text: 'Hei',
      subject: 'Tilbud\r\nBcc: victim@example.com',
    });
    await settle(app);
    expect((await customerMails(id)).at(-1)?.subject).not.toMatch(/[\r\n]/);
  });

  it('or a stranger into the subject of a mail cannot add one', async () => {
    const from = 'injector@example.com';
    const subject = 'Er Volvo XC60 ledig?\r\nBcc: victim@example.com';
    await postMail(app, dealer, signedMail({ from, subject, text: 'Hei, er Volvo XC60 ledig?' }, app.clock.now()));
    await settle(app);
    const leads = await client().get<components['schemas']['LeadList']>(`/v1/leads?q=${from}`);
    const mails = await customerMails(leads.body.data[0]?.id ?? '');
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).not.toMatch(/[\r\n]/);
  });
});
