import { type Dealership, ORIGIN } from '../support/dealership.ts';
import type { Customer, Post } from './post.ts';
import { CLIENT, ONCE } from './retry-rules.ts';

const json = (headers: Record<string, string> = {}) => ({ 'content-type': 'application/json', ...headers });

/** The widget on the dealership's own site. */
export function formPost(dealership: Dealership, customer: Customer, token: string, words: string): Post {
  const body = JSON.stringify({
    name: customer.name,
    email: customer.email,
    phone: customer.phone,
    message: `${words} ${token}`,
    elapsed_ms: 9000,
  });
  const headers = json({
    authorization: `Bearer ${dealership.publishableKey}`,
    origin: ORIGIN,
    'idempotency-key': `widget-${token}`,
  });
  return {
    channel: 'form',
    dealership,
    customer,
    token,
    path: `/v1/forms/${dealership.formId}/submissions`,
    request: () => ({ headers, body }),
    rule: CLIENT,
  };
}

/** A form of another system that posts to the plain address, without a key. */
export function plainFormPost(dealership: Dealership, customer: Customer, token: string, words: string): Post {
  const body = JSON.stringify({ name: customer.name, email: customer.email, message: `${words} ${token}` });
  return {
    channel: 'plain form',
    dealership,
    customer,
    token,
    path: `/webhooks/form/${dealership.id}`,
    request: () => ({ headers: json(), body }),
    rule: ONCE,
  };
}

/** Another system that passes a lead on. */
export function apiPost(dealership: Dealership, customer: Customer, token: string, words: string): Post {
  const body = JSON.stringify({
    customer: { name: customer.name, email: customer.email },
    message: `${words} ${token}`,
  });
  const headers = json({ authorization: `Bearer ${dealership.secretKey}`, 'idempotency-key': `api-${token}` });
  return {
    channel: 'api',
    dealership,
    customer,
    token,
    path: '/v1/leads',
    request: () => ({ headers, body }),
    rule: CLIENT,
  };
}

/** A portal that sends ADF. */
export function adfPost(dealership: Dealership, customer: Customer, token: string, words: string): Post {
  const body = `<?adf version="1.0"?><adf><prospect><id source="portal.example">${token}</id>
    <requestdate>2026-11-20T10:15:00+01:00</requestdate><vehicle interest="buy"><make>Volvo</make><model>XC60</model></vehicle>
    <customer><contact><name part="full">${customer.name}</name><email>${customer.email}</email></contact>
    <comments>${words} ${token}</comments></customer><vendor><vendorname>Dealer</vendorname></vendor></prospect></adf>`;
  const headers = { 'content-type': 'application/xml', authorization: `Bearer ${dealership.secretKey}` };
  return {
    channel: 'adf',
    dealership,
    customer,
    token,
    path: '/v1/adf',
    request: () => ({ headers, body }),
    rule: CLIENT,
  };
}
