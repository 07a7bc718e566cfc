import { describe, expect, it } from 'vitest';
import { startDealership } from '../../test/start-dealership.ts';
import { leadRecord, messageRecords, outboxOf, postForm, roomyEnv, settle, stillSignedIn } from '../../test/work.ts';
import { HOUR_MS, MINUTE_MS } from '../lib/clock.ts';

const { app, admin, dealer } = await startDealership({ env: roomyEnv });

describe('what people type where a number is asked for', () => {
  it.each(['-', 'ingen', '0', 'ring meg'])('makes nobody somebody else: %j', async (phone) => {
    const one = await postForm(app, dealer, { phone });
    const other = await postForm(app, dealer, { phone });
    await settle(app);
    expect(other.body.lead_id).not.toBe(one.body.lead_id);
    for (const { body } of [one, other]) {
      const purposes = (await messageRecords(dealer, body.lead_id)).map((message) => message.purpose);
      expect(purposes.filter((purpose) => purpose === 'reply')).toHaveLength(1);
    }
  });
});

describe('two people who share a telephone', () => {
  it('share a lead, and each is answered where they asked from', async () => {
    const phone = '+4790000017';
    const first = await postForm(app, dealer, { email: 'per@example.com', phone, message: 'Er XC60 ledig?' });
    await settle(app);
    app.clock.advance(2 * HOUR_MS);
    const second = await postForm(app, dealer, { email: 'pia@example.com', phone, message: 'Hva koster en Golf?' });
    await settle(app);
    expect(second.body.lead_id).toBe(first.body.lead_id);
    const mails = await outboxOf(stillSignedIn(app, admin), first.body.lead_id);
    expect(mails.filter((mail) => mail.audience === 'customer').map((mail) => mail.to)).toEqual([
      expect.stringContaining('per@example.com'),
      expect.stringContaining('pia@example.com'),
    ]);
  });
});

describe('another question within five minutes', () => {
  it('is not answered by itself, and shows in the inbox as unread', async () => {
    const email = 'again@example.com';
    const { body } = await postForm(app, dealer, { email, message: 'Er XC60 ledig?' });
    await settle(app);
    await stillSignedIn(app, admin).post(`/v1/leads/${body.lead_id}/read`);
    app.clock.advance(MINUTE_MS);
    await postForm(app, dealer, { email, message: 'Har den hengerfeste?' });
    await settle(app);
    const lead = await leadRecord(dealer, body.lead_id);
    expect(lead).toMatchObject({ unread: true, preview: 'Har den hengerfeste?' });
    const texts = (await messageRecords(dealer, body.lead_id)).filter((message) => message.direction === 'inbound');
    expect(texts.map((message) => message.text)).toEqual(['Er XC60 ledig?', 'Har den hengerfeste?']);
  });
});
