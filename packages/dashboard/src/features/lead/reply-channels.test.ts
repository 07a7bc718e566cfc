import type { Lead, ReplyChannel } from '@norvalt/sdk';
import { describe, expect, it } from 'vitest';
import { channelsNow, firstChannel } from './reply-channels.ts';

const lead = (source: Lead['source'], email: string | null = 'kari@example.com') =>
  ({ source, customer: { email, phone: '+4790123456' } }) as Lead;
const closes = '2026-11-21T10:00:00.000Z';
const whatsapp: ReplyChannel = {
  channel: 'whatsapp',
  possible: true,
  reason: null,
  recipient: '+4790123456',
  window_closes_at: closes,
  template_text: null,
};

describe('the ways to write to a customer', () => {
  it('are those of the lead until the API has answered', () => {
    const channels = channelsNow(lead('website', null), undefined, 0);
    expect([channels.email?.reason, channels.sms?.possible, channels.whatsapp]).toEqual([
      'no_address',
      true,
      undefined,
    ]);
  });

  it('have WhatsApp where the customer wrote by it, until its window closes', () => {
    const at = Date.parse(closes);
    expect(channelsNow(lead('whatsapp'), [whatsapp], at - 1).whatsapp?.possible).toBe(true);
    expect(channelsNow(lead('whatsapp'), [whatsapp], at).whatsapp).toMatchObject({
      reason: 'window_closed',
      possible: false,
    });
    const never: ReplyChannel = { ...whatsapp, possible: false, reason: 'never_wrote', window_closes_at: null };
    expect(channelsNow(lead('website'), [never], at).whatsapp).toBeUndefined();
  });

  it('begin with the one the customer wrote by', () => {
    const now = Date.parse(closes) - 1;
    const first = (of: Lead, said?: ReplyChannel[]) => firstChannel(of, channelsNow(of, said, now));
    expect(first(lead('whatsapp'), [whatsapp])).toBe('whatsapp');
    expect(first(lead('sms'))).toBe('sms');
    expect(first(lead('website'))).toBe('email');
    expect(first(lead('website', null))).toBe('sms');
  });
});
