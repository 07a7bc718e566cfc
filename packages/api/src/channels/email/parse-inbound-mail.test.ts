import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInboundMail } from './parse-inbound-mail.ts';

const headers = (...pairs: [string, string][]) => ({ 'message-headers': JSON.stringify(pairs) });
const mail = (fields: Record<string, string | string[]>) =>
  parseInboundMail(new Map(Object.entries(fields).map(([name, value]) => [name, [value].flat()])));

const answer = {
  recipient: 'fjordbil+01JABCDEF@inn.norvalt.example',
  sender: 'ola@example.com',
  from: 'Ola Nordmann <Ola@example.com>',
  subject: '=?utf-8?Q?Sv:_Volvo_p=C3=A5_lager?=',
  'body-plain':
    'Ja takk.\r\n\r\nMvh\r\nOla\r\n\r\n12. nov. 2026 kl. 14:03 skrev Fjord Bil <post@fjordbil.no>:\r\n\r\n> Hei',
  'stripped-text': 'Ja takk.\r\n\r\nMvh\r\nOla\r\n\r\n12. nov. 2026 kl. 14:03 skrev Fjord Bil:',
  timestamp: '1763000000',
  ...headers(
    ['Received', 'by a'],
    ['Received', 'by b'],
    ['Message-Id', '<answer@example.com>'],
    ['In-Reply-To', '<ours@fjordbil.no>'],
    ['References', '<first@fjordbil.no> <ours@fjordbil.no>'],
    ['Reply-To', 'Ola privat <privat@example.com>'],
    ['To', '"Bil, Fjord" <fjordbil+01JABCDEF@inn.norvalt.example>'],
    ['Cc', 'kari@example.com'],
    ['X-Mailgun-Sscore', '-0.3'],
  ),
};

describe('parseInboundMail', () => {
  it('reads an answer', () => {
    const { headers: read, fullText, ...rest } = mail(answer);
    expect(rest).toEqual({
      messageId: '<answer@example.com>',
      inReplyTo: '<ours@fjordbil.no>',
      references: ['<first@fjordbil.no>', '<ours@fjordbil.no>'],
      from: { name: 'Ola Nordmann', email: 'ola@example.com' },
      replyTo: { name: 'Ola privat', email: 'privat@example.com' },
      sender: 'ola@example.com',
      recipient: 'fjordbil+01jabcdef@inn.norvalt.example',
      plusToken: '01JABCDEF',
      to: [{ name: 'Bil, Fjord', email: 'fjordbil+01jabcdef@inn.norvalt.example' }],
      cc: [{ name: null, email: 'kari@example.com' }],
      subject: 'Sv: Volvo på lager',
      text: 'Ja takk.',
      signatureText: 'Mvh\nOla',
      automated: false,
      automatedReason: null,
      receivedAt: new Date(1763000000_000),
      spamScore: -0.3,
    });
    expect(read.get('received')).toEqual(['by a', 'by b']);
    expect(fullText).toContain('> Hei');
  });

  it('reads headers that come as fields of their own', () => {
    const read = mail({
      'Message-Id': '<a@b.no>',
      From: 'Ola <ola@example.com>',
      'X-Mailgun-Sscore': '4.5',
      subject: 'x',
    });
    expect(read).toMatchObject({ messageId: '<a@b.no>', from: { email: 'ola@example.com' }, spamScore: 4.5 });
  });

  it('reads an HTML body when there is no plain one, and stripped-text when there is neither', () => {
    expect(mail({ 'body-plain': ' \r\n', 'body-html': ['<p>Hei</p>', '<p>du</p>'] }).text).toBe('Hei\n\ndu');
    expect(mail({ 'stripped-text': 'Hei', 'stripped-signature': 'Ola' })).toMatchObject({
      text: 'Hei',
      signatureText: 'Ola',
    });
  });

  it('has no new text when there is only a quotation', () => {
    const read = mail({ 'body-plain': '> Hei', 'stripped-text': 'Hei' });
    expect(read).toMatchObject({ text: '', fullText: '> Hei' });
  });

  it.each([
    ['auto_submitted', { ...headers(['Auto-Submitted', 'auto-replied (vacation)']) }],
    ['auto_submitted', { ...headers(['Auto-Submitted', 'auto-generated; owner-email="x"']) }],
    ['precedence', { ...headers(['Precedence', 'Bulk']) }],
    ['precedence', { ...headers(['Precedence', 'list']) }],
    ['auto_response_suppress', { ...headers(['X-Auto-Response-Suppress', 'All']) }],
    ['mailing_list', { ...headers(['List-Id', '<news.example.com>']) }],
    ['mailing_list', { ...headers(['List-Unsubscribe', '<https://x.no/u>']) }],
    ['empty_sender', { sender: '' }],
    ['empty_sender', { sender: '<>' }],
    ['empty_sender', { ...headers(['Return-Path', '<>']) }],
    ['system_sender', { sender: 'MAILER-DAEMON@example.com' }],
    ['system_sender', { from: 'Postmaster <postmaster@example.com>' }],
  ])('is automated: %s %j', (automatedReason, fields) => {
    expect(mail({ from: 'ola@example.com', ...fields })).toMatchObject({ automated: true, automatedReason });
  });

  it.each([
    [headers(['Auto-Submitted', 'no'])],
    [headers(['Auto-Submitted', 'No; because'])],
    [headers(['Precedence', 'first-class'])],
    [headers(['X-Auto-Response-Suppress', 'none'])],
    [headers(['Return-Path', '<ola@example.com>'])],
    [{ from: 'noreply@portal.example' }],
  ])('is a person: %j', (fields) => expect(mail(fields).automated).toBe(false));

  it.each([
    ['fjordbil@inn.example', null],
    ['fjordbil+a+b@inn.example', 'a+b'],
    ['<fjordbil+Tok_en-1@inn.example>', 'Tok_en-1'],
    ['fjordbil+@inn.example', null],
    ['+x@inn.example', null],
    ['', null],
    ['fjordbil+tok@inn.example, other@inn.example', 'tok'],
  ])('finds the token of %j', (recipient, token) => expect(mail({ recipient }).plusToken).toBe(token));

  it('keeps NUL and half characters out of what is stored', () => {
    expect(mail({ 'body-plain': 'a\0b\ud800', subject: 's\0' })).toMatchObject({ fullText: 'ab\ufffd', subject: 's' });
  });

  it('never throws, whatever the fields are', () => {
    const name = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'from',
        'sender',
        'recipient',
        'message-headers',
        'body-html',
        'body-plain',
        'timestamp',
        'subject',
        'To',
        'Message-Id',
      ),
    );
    const value = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.json());
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.array(value, { maxLength: 3 }))), (entries) => {
        expect(parseInboundMail(new Map(entries)).headers).toBeInstanceOf(Map);
      }),
      { numRuns: 100 },
    );
  });

  it.each(['null', '{}', '[1]', '[[1,2]]', '[["a"]]', 'nonsense', '[["__proto__","x"]]'])(
    'takes message-headers %s',
    (json) => {
      expect(mail({ 'message-headers': json }).messageId).toBeNull();
    },
  );
});
