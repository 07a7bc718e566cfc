import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { mailForm, type PostedFile, postMailForm } from '../../test/mail-with-files.ts';
import { startDealership } from '../../test/start-dealership.ts';
import { messageRecords, postMail, roomyEnv, settle, signedMail } from '../../test/work.ts';
import type { components } from '../generated/openapi.ts';

type Schemas = components['schemas'];

const { app, admin, dealer, client } = await startDealership({ env: roomyEnv });

const newAddress = () => `${randomUUID()}@example.com`;

function prospect({ id = randomUUID(), email = newAddress(), comments = 'Er den ledig?' } = {}) {
  return `<prospect><id source="portal.example">${id}</id><requestdate>2026-11-20T10:15:00+01:00</requestdate>
    <vehicle interest="buy"><year>2022</year><make>Volvo</make><model>XC60</model></vehicle>
    <customer><contact><name part="full">Åse Ødegård</name><email>${email}</email></contact><comments>${comments}</comments></customer>
    <vendor><vendorname>Fjord Bil</vendorname></vendor><provider><name>Bilportalen</name></provider></prospect>`;
}
const adf = (...prospects: string[]) => `<?adf version="1.0"?><adf>${prospects.join('\n')}</adf>`;
const portal = { from: 'Bilportalen <no-reply@portal.example>', subject: 'New lead' };

async function send(text: string, headers: [string, string][] = []) {
  const fields = signedMail({ ...portal, text, headers }, app.clock.now());
  const { status } = await postMail(app, dealer, fields);
  await settle(app);
  return { status, arrival: await newestMail() };
}

async function sendFiles(text: string, files: PostedFile[]) {
  const { status } = await postMailForm(app, dealer, mailForm(app, { ...portal, text, files }));
  await settle(app);
  return { status, arrival: await newestMail() };
}

const newestMail = async () =>
  (await client().get<Schemas['ArrivalList']>('/v1/arrivals?channel=email&limit=1')).body.data[0];
const leadOf = async (id: string | null | undefined) => (await client().get<Schemas['Lead']>(`/v1/leads/${id}`)).body;
const leadsOf = async (email: string) => (await client().get<Schemas['LeadList']>(`/v1/leads?q=${email}`)).body.data;

describe('an ADF lead in a mail', () => {
  it('is answered to the customer, never to the machine that sent it', async () => {
    const email = newAddress();
    const { arrival } = await send(`Ny henvendelse:\n\n${adf(prospect({ email }))}`, [
      ['Auto-Submitted', 'auto-generated'],
    ]);
    expect(arrival).toMatchObject({ outcome: 'lead_created', label: 'sales_inquiry' });
    expect(arrival?.reasons).toEqual(['Holds a lead in ADF from Bilportalen', 'Repaired: text before the XML']);
    const lead = await leadOf(arrival?.lead_id);
    expect(lead).toMatchObject({ source: 'adf', message: 'Er den ledig?', vehicle_interest: '2022 Volvo XC60' });
    expect(lead.submissions[0]?.metadata).toMatchObject({ adf: { repaired: ['text before the XML'], missing: [] } });
    const sent = (await messageRecords(dealer, lead.id)).filter(
      ({ direction, audience }) => direction === 'outbound' && audience === 'customer',
    );
    expect(sent.map(({ recipient }) => recipient)).toEqual([email]);
  });

  it('comes as a file as well, in its own charset, and the file stays with the lead', async () => {
    const email = newAddress();
    const xml = `<?xml version="1.0" encoding="ISO-8859-1"?>${adf(prospect({ email }))}`;
    const files = [{ name: 'lead.xml', type: 'text/xml', content: new Uint8Array(Buffer.from(xml, 'latin1')) }];
    const { arrival } = await sendFiles('See the attachment.', files);
    const lead = await leadOf(arrival?.lead_id);
    expect(lead.customer).toMatchObject({ name: 'Åse Ødegård', email });
    const messages = (await client().get<Schemas['MessageList']>(`/v1/leads/${lead.id}/messages`)).body.data;
    const file = messages.flatMap(({ attachments }) => attachments)[0];
    expect(file).toMatchObject({ name: 'lead.xml', available: true });
    expect((await client().get(`/v1/attachments/${file?.id}`)).status).toBe(200);
  });

  it('makes one lead of text and file, and of the same lead in two mails and by API', async () => {
    const email = newAddress();
    const xml = adf(prospect({ email }));
    await sendFiles(xml, [{ name: 'lead.xml', content: xml }]);
    const { arrival } = await send(xml);
    expect(arrival?.outcome).toBe('submission_repeated');
    const key = await app.secretKey({ ...admin, client: client() }, ['leads:write', 'leads:read']);
    const byApi = await fetch(`${app.url}/v1/adf`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/xml' },
      body: xml,
    });
    expect(await byApi.json()).toMatchObject({ data: [{ repeated: true, lead_id: arrival?.lead_id }] });
    const leads = await leadsOf(email);
    expect(leads.map(({ id }) => id)).toEqual([arrival?.lead_id]);
    expect((await leadOf(leads[0]?.id)).submissions).toHaveLength(1);
  });

  it('makes as many leads as there are prospects', async () => {
    const emails = [newAddress(), newAddress(), newAddress()];
    const { arrival } = await send(adf(...emails.map((email) => prospect({ email }))));
    expect(arrival?.reasons[0]).toBe('Holds 3 leads in ADF from Bilportalen');
    const found = await Promise.all(emails.map(leadsOf));
    expect(found.map((leads) => leads.length)).toEqual([1, 1, 1]);
    expect(arrival?.lead_id).toBe(found[0]?.[0]?.id);
  });
});

describe('ADF that nothing can be read from', () => {
  it.each([
    ['nested without end', `<adf>${'<a>'.repeat(2000)}`],
    ['without a prospect', 'Kari vil kjøpe bil <adf> kari </adf>'],
    ['of too many elements', `<adf><prospect>${'<x/>'.repeat(25_000)}`],
  ])('%s is a lead for a person all the same', async (_, text) => {
    const { status, arrival } = await send(text);
    expect(status).toBe(200);
    expect(arrival).toMatchObject({ outcome: 'lead_created' });
    expect(arrival?.reasons[0]).toBe('Holds an ADF document that cannot be read');
    expect(await leadOf(arrival?.lead_id)).toMatchObject({ source: 'email', handled_by: 'human' });
  });
});
