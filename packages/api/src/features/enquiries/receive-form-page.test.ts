import { beforeAll, describe, expect, it } from 'vitest';
import { startDealership } from '../../../test/start-dealership.ts';
import { roomyEnv, settle } from '../../../test/work.ts';
import type { components } from '../../generated/openapi.ts';

type Lead = components['schemas']['Lead'];

const { app, admin } = await startDealership({ env: roomyEnv });
beforeAll(async () => {
  await admin.client.patch('/v1/dealership', { contact: { website: 'https://fjordbil.example' } });
});

const browser = {
  'content-type': 'application/x-www-form-urlencoded',
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'accept-language': 'sv-SE,sv;q=0.9',
};
const written = { name: 'Kari Hansen', email: 'kari@example.com', message: 'Kia EV6?' };

function post(fields: Record<string, string>, headers: Record<string, string> = browser) {
  const body = new URLSearchParams(fields).toString();
  return fetch(`${app.url}/webhooks/form/${admin.dealership.id}`, { method: 'POST', headers, body });
}

const leadsOf = async (email: string) =>
  (await admin.client.get<{ data: Lead[] }>(`/v1/leads?q=${encodeURIComponent(email)}`)).body.data;

describe('a browser that posts a form without any script', () => {
  it('is thanked on a page in the language of the form, and the enquiry is a lead with its consent', async () => {
    const answer = await post({ ...written, language: 'da', consent_version: '2026-11' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    const page = await answer.text();
    expect(page).toContain('<html lang="da">');
    expect(page).toContain('Tak, din besked er sendt');
    expect(page).toContain('<a href="https://fjordbil.example">Tilbage til webstedet</a>');
    await settle(app);
    const [lead] = await leadsOf('kari@example.com');
    expect(lead).toMatchObject({
      customer: { language: 'da' },
      consents: [{ version: '2026-11', granted: true }],
      submissions: [{ metadata: {} }],
    });
  });

  it('is told in its own language what to do when something is missing', async () => {
    const answer = await post({ ...written, email: 'not an address' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('Gå tillbaka och kontrollera namn, e-postadress och meddelande.');
  });

  it.each([
    ['a script', { ...browser, accept: '*/*' }],
    ['who asks for JSON', { ...browser, accept: 'application/json' }],
  ])('is not %s, which gets JSON as ever', async (_, headers) => {
    const answer = await post({ ...written, email: 'ola@example.com' }, headers);
    expect(await answer.json()).toMatchObject({ status: 'new' });
    const refused = await post({ ...written, email: 'nobody' }, headers);
    expect(await refused.json()).toMatchObject({ code: 'invalid_request' });
  });

  it('may have fields of other forms under our names, which are kept', async () => {
    const answer = await post({ ...written, email: 'per@example.com', language: 'klingon', consent_version: ' ' });
    expect(answer.status).toBe(200);
    await settle(app);
    const [lead] = await leadsOf('per@example.com');
    expect(lead).toMatchObject({
      customer: { language: 'nb' },
      consents: [],
      submissions: [{ metadata: { language: 'klingon' } }],
    });
  });
});
