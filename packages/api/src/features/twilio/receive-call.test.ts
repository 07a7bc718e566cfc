import { randomInt, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { startDealership } from '../../../test/start-dealership.ts';
import { OUR_NUMBER, postTwilio, twilioEnv, twilioToken } from '../../../test/twilio-post.ts';
import { messageRecords, RecordingSms, roomyEnv, settle, stillSignedIn } from '../../../test/work.ts';
import type { components } from '../../generated/openapi.ts';

type Lead = components['schemas']['Lead'];
type Fields = Record<string, string>;

const sms = new RecordingSms();
const { app, admin, dealer } = await startDealership(
  { env: { ...roomyEnv, ...twilioEnv }, services: { sms } },
  { dealership_name: 'Fjord Bil' },
);
const token = await twilioToken(dealer);

const mobile = () => `+479${randomInt(1_000_000, 9_999_999)}`;

async function post(fields: Fields, path: 'call' | 'sms' = 'call') {
  const answer = await postTwilio(app, { token, path }, fields);
  await settle(app);
  return answer;
}

async function leadsOf(phone: string): Promise<Lead[]> {
  const path = `/v1/leads?q=${encodeURIComponent(phone)}`;
  return (await stillSignedIn(app, admin).get<{ data: Lead[] }>(path)).body.data;
}

const textsTo = (phone: string) => sms.calls.filter((call) => call.to === phone).map((call) => call.text);

/** The two reports of one call: of the `<Dial>` and of the leg it dialled. */
function reports(from: string, status: string): { action: Fields; leg: Fields } {
  const callSid = `CA${randomUUID()}`;
  return {
    action: { CallSid: callSid, CallStatus: 'completed', DialCallStatus: status, From: from, To: OUR_NUMBER },
    leg: { CallSid: `CA${randomUUID()}`, ParentCallSid: callSid, CallStatus: status, From: from, To: '+4759441111' },
  };
}

const orders: [string, ('action' | 'leg')[]][] = [
  ['the dial alone', ['action']],
  ['the leg alone', ['leg']],
  ['the dial first', ['action', 'leg']],
  ['the leg first', ['leg', 'action']],
  ['both, twice', ['leg', 'action', 'leg', 'action']],
];

describe.each(['no-answer', 'busy', 'failed', 'canceled'])('a call that ended as %s', (status) => {
  it.each(orders)('is one lead and one text back when reported by %s', async (_, order) => {
    const from = mobile();
    const reported = reports(from, status);
    for (const name of order) expect((await post(reported[name])).status).toBe(200);
    expect(await leadsOf(from)).toHaveLength(1);
    expect(textsTo(from)).toHaveLength(1);
  });
});

describe('a call', () => {
  it('that was taken is nothing', async () => {
    const from = mobile();
    for (const status of ['completed', 'answered', 'in-progress', 'ringing', 'queued']) {
      const { action, leg } = reports(from, status);
      await post(action);
      await post(leg);
    }
    expect(await leadsOf(from)).toEqual([]);
  });

  it('that was missed is texted back in words that say who writes', async () => {
    const from = mobile();
    await post(reports(from, 'no-answer').action);
    const [lead] = await leadsOf(from);
    expect(lead).toMatchObject({ source: 'phone', status: 'contacted', message: 'Ubesvart anrop' });
    expect(textsTo(from)[0]).toMatch(/^Hei! Du ringte Fjord Bil.*digital assistent hos Fjord Bil/s);
  });

  it('with a withheld number is a lead without a text', async () => {
    const before = sms.calls.length;
    const customers = () => sms.calls.slice(before).filter((call) => call.text.startsWith('Hei!'));
    for (const from of ['+266696687', 'anonymous', '']) {
      // Nobody is recognised by a withheld number: what makes the two reports one lead is the call alone.
      const { action, leg } = reports(from, 'no-answer');
      await post(leg);
      await post(action);
    }
    expect(customers()).toEqual([]);
    const leads = await stillSignedIn(app, admin).get<{ data: Lead[] }>('/v1/leads');
    const unknown = leads.body.data.filter((lead) => lead.source === 'phone' && lead.customer.phone === null);
    expect(unknown).toHaveLength(3);
  });

  it('of somebody who answers the text goes on as a conversation about what they write', async () => {
    const from = mobile();
    await post(reports(from, 'no-answer').action);
    const sid = `SM${randomUUID()}`;
    await post({ MessageSid: sid, From: from, To: OUR_NUMBER, Body: 'Hva er åpningstidene?', NumMedia: '0' }, 'sms');
    const [lead] = await leadsOf(from);
    const said = (await messageRecords(admin.dealership.id, lead?.id ?? '')).filter(
      (one) => one.audience === 'customer',
    );
    expect(said.map((one) => [one.direction, one.channel])).toEqual([
      ['inbound', 'phone'],
      ['outbound', 'sms'],
      ['inbound', 'sms'],
      ['outbound', 'sms'],
    ]);
    expect(textsTo(from)[1]).not.toMatch(/Du ringte/);
  });

  it('of nobody is refused', async () => {
    expect((await post({ CallStatus: 'no-answer' })).status).toBe(400);
  });
});
