import { describe, expect, it } from 'vitest';
import { parseInboundMail } from './parse-inbound-mail.ts';
import { readForwardingConfirmation } from './read-forwarding-confirmation.ts';

// Written from what Google's help pages and users' questions show of this mail; the codes and links are made up.
const LINK = 'https://mail-settings.google.com/mail/vf-%5BANGjdJ8x2kQ%5D-4f7Hq1Zt';
const CANCEL = 'https://mail-settings.google.com/mail/uf-%5BANGjdJ8x2kQ%5D-4f7Hq1Zt';

interface Sample {
  from?: string;
  subject?: string;
  text?: string;
  dkim?: string;
}

function read({
  from = 'Gmail Team <forwarding-noreply@google.com>',
  subject = '(#736893546) Gmail Forwarding Confirmation - Receive Mail from salg@fjordbil.example',
  text = `salg@fjordbil.example has requested to automatically forward mail to your email\naddress fjord-bil@mail.norvalt.localhost.\nConfirmation code: 736893546\n\nTo allow it, please click the link below:\n\n${LINK}\n\nTo cancel: ${CANCEL}`,
  dkim = 'Pass',
}: Sample = {}) {
  const fields = { from, subject, 'body-plain': text, recipient: 'fjord-bil@mail.norvalt.localhost' };
  const headers = JSON.stringify([['X-Mailgun-Dkim-Check-Result', dkim]]);
  const all = Object.entries({ ...fields, 'message-headers': headers });
  return readForwardingConfirmation(parseInboundMail(new Map(all.map(([name, value]) => [name, [value]]))));
}

describe('Gmail’s question whether it may forward', () => {
  it('gives who asked, the code and the link that confirms, not the one that cancels', () => {
    expect(read()).toEqual({ requestedBy: 'salg@fjordbil.example', code: '736893546', url: LINK });
  });

  it('is recognised in Norwegian', () => {
    const subject = '(#901234567) Bekreftelse på videresending i Gmail – motta e-post fra salg@fjordbil.example';
    const text = `salg@fjordbil.example har bedt om å videresende e-post.\nBekreftelseskode: 901234567\n\n${LINK}`;
    expect(read({ subject, text })).toEqual({ requestedBy: 'salg@fjordbil.example', code: '901234567', url: LINK });
  });

  it('has its code in the text where the subject has none', () => {
    expect(read({ subject: 'Gmail Forwarding Confirmation' })?.code).toBe('736893546');
  });

  it.each([
    ['another sender', { from: 'forwarding-noreply@google.com.evil.example' }],
    ['a failed DKIM check', { dkim: 'Fail' }],
    ['nothing to confirm', { subject: 'Hello', text: 'Hello' }],
  ])('is not what comes with %s', (_what, sample) => {
    expect(read(sample)).toBeNull();
  });

  it.each([
    'https://mail.google.com.evil.example/mail/vf-abcdefghijkl',
    'https://evil.example/mail.google.com/mail/vf-abcdefghijkl',
    'http://mail.google.com/mail/vf-abcdefghijkl',
    'https://mail.google.com@evil.example/mail/vf-abcdefghijkl',
    'https://mail.google.com:8443/mail/vf-abcdefghijkl',
    CANCEL,
  ])('shows no link %s', (link) => {
    expect(read({ text: `Confirmation code: 736893546\n\n${link}` })?.url).toBeNull();
  });
});
