import { createHmac } from 'node:crypto';
import { accountOf, type GraphStub } from '../stubs/graph-stub.ts';
import type { Dealership } from '../support/dealership.ts';
import type { Clock } from '../support/fast-clock.ts';
import { META_SECRET } from '../support/product-environment.ts';
import type { Customer, Post } from './post.ts';
import { META } from './retry-rules.ts';

/** Signs a post as Meta does: over its bytes. */
export function metaRequest(body: object) {
  const text = JSON.stringify(body).replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const signature = createHmac('sha256', META_SECRET).update(text).digest('hex');
  return { headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` }, body: text };
}

let leads = 880_000;

/** A lead of the dealership's page at Facebook, which the post only names. */
export function facebookPost(
  graph: GraphStub,
  dealership: Dealership,
  customer: Customer,
  token: string,
  words: string,
): Post {
  leads += 1;
  const id = String(leads);
  graph.leads.set(id, [
    { name: 'full_name', values: [customer.name] },
    { name: 'email', values: [customer.email] },
    { name: 'what_do_you_want_to_know?', values: [`${words} ${token}`] },
  ]);
  const value = { leadgen_id: id, page_id: dealership.pageId, form_id: '77', created_time: 1_795_600_000 };
  const entry = [{ id: dealership.pageId, time: 1_795_600_000, changes: [{ field: 'leadgen', value }] }];
  return {
    channel: 'facebook',
    dealership,
    customer,
    token,
    path: '/webhooks/meta',
    request: () => metaRequest({ object: 'page', entry }),
    rule: META,
  };
}

/** What happens at the dealership's number at WhatsApp, as Meta writes it. */
export function whatsAppBody({ numberId }: Dealership, what: object): object {
  const metadata = { display_phone_number: '4759441111', phone_number_id: numberId };
  const value = { messaging_product: 'whatsapp', metadata, ...what };
  const entry = [{ id: accountOf(numberId), changes: [{ field: 'messages', value }] }];
  return { object: 'whatsapp_business_account', entry };
}

/** A message by WhatsApp to the dealership's number. */
export function whatsAppPost(
  dealership: Dealership,
  customer: Customer,
  clock: Clock,
  token: string,
  text: string,
): Post {
  const from = customer.phone.slice(1);
  const timestamp = String(Math.floor(clock.now().getTime() / 1000));
  const message = { from, id: `wamid.in.${token}`, timestamp, type: 'text', text: { body: text } };
  const what = { contacts: [{ profile: { name: customer.name }, wa_id: from }], messages: [message] };
  return {
    channel: 'whatsapp',
    dealership,
    customer,
    token: text.includes(token) ? token : null,
    path: '/webhooks/meta',
    request: () => metaRequest(whatsAppBody(dealership, what)),
    rule: META,
  };
}
