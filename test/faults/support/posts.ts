import { createHmac } from 'node:crypto';
import type { GraphStub } from '../stubs/graph-stub.ts';
import { accountOf } from '../stubs/graph-stub.ts';
import { META_SECRET, OUR_NUMBER, PUBLIC_URL, SIGNING_KEY, TWILIO_TOKEN } from './cluster.ts';
import { type Dealership, ORIGIN } from './dealership.ts';
import type { Answer } from './exchange.ts';
import type { Clock } from './fast-clock.ts';

/** Somebody who writes to one dealership. */
export interface Customer {
  name: string;
  email: string;
  /** E.164. */
  phone: string;
}

/** How the one who posts goes on after an answer, and after how many milliseconds each time. */
export interface RetryRule {
  waitsMs: readonly number[];
  isAccepted(answer: Answer): boolean;
  isFinal(answer: Answer): boolean;
}

/** Something that is posted to the product until it is accepted. */
export interface Post {
  channel: 'form' | 'plain form' | 'api' | 'adf' | 'mail' | 'sms' | 'call' | 'facebook' | 'whatsapp';
  dealership: Dealership;
  customer: Customer;
  /** Stands in what is written and nowhere else; null for a call, which says nothing. */
  token: string | null;
  path: string;
  /** Asked for each try: a provider signs anew. */
  request(): { headers: Record<string, string>; body: string };
  rule: RetryRule;
}

/** A minute of a provider's schedule takes this long here. */
const SCHEDULED_MINUTE_MS = 60;

const isSuccess = ({ status }: Answer) => status !== null && status >= 200 && status < 300;

/** https://documentation.mailgun.com/docs/mailgun/user-manual/receive-forward-store/receive-http: only 406 is final. */
const MAILGUN: RetryRule = {
  waitsMs: [10, 15, 30, 60, 120, 240].map((minutes) => minutes * SCHEDULED_MINUTE_MS),
  isAccepted: ({ status }) => status === 200,
  isFinal: ({ status }) => status === 406,
};

/** `#rc=5&rp=all`: five more tries after a refused connection, a timeout or an answer of 4xx or 5xx. */
const TWILIO: RetryRule = {
  waitsMs: [300, 1000, 3000, 8000, 16_000],
  isAccepted: isSuccess,
  isFinal: () => false,
};

/** https://developers.facebook.com/docs/graph-api/webhooks: after an answer that is not 200 it comes again, for 36 hours. */
const META: RetryRule = {
  waitsMs: [200, 600, 1800, 4000, 8000, 8000, 8000],
  isAccepted: ({ status }) => status === 200,
  isFinal: () => false,
};

/** A program of ours or of a partner's: what can be mended by waiting is tried again under the same key. */
const CLIENT: RetryRule = {
  waitsMs: [200, 400, 800, 1600, 3200, 6400, 6400, 6400, 6400],
  isAccepted: isSuccess,
  isFinal: ({ status }) => status !== null && status < 500 && ![408, 409, 429].includes(status),
};

const json = (headers: Record<string, string> = {}) => ({ 'content-type': 'application/json', ...headers });

/** A browser that shows a form of another system: nobody presses the button again. */
const ONCE: RetryRule = { waitsMs: [], isAccepted: isSuccess, isFinal: () => true };

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

/** The signed fields of a Mailgun post of this moment. */
export function mailgunSignature(clock: Clock, key = SIGNING_KEY) {
  const timestamp = String(Math.floor(clock.now().getTime() / 1000));
  const token = createHmac('sha256', key).update(`${performance.now()} ${Math.random()}`).digest('hex').slice(0, 50);
  return { timestamp, token, signature: createHmac('sha256', key).update(timestamp).update(token).digest('hex') };
}

interface MailWords {
  words: string;
  /** Message-ID of what it answers. */
  inReplyTo?: string;
  signingKey?: string;
}

/** A mail that a Mailgun route passes on; each try is signed anew. */
export function mailPost(
  clock: Clock,
  dealership: Dealership,
  customer: Customer,
  token: string,
  mail: MailWords,
): Post {
  const answered: [string, string][] = mail.inReplyTo
    ? [
        ['In-Reply-To', mail.inReplyTo],
        ['References', mail.inReplyTo],
      ]
    : [];
  const from = `${customer.name} <${customer.email}>`;
  const to = `${dealership.mailbox}@mail.norvalt.example`;
  const fields = {
    recipient: to,
    sender: customer.email,
    from,
    subject: 'Volvo XC60',
    'body-plain': `${mail.words} ${token}`,
    'message-headers': JSON.stringify([
      ['Message-Id', `<${token}@customer.example>`],
      ['From', from],
      ['To', to],
      ['Subject', 'Volvo XC60'],
      ...answered,
    ]),
  };
  return {
    channel: 'mail',
    dealership,
    customer,
    token,
    path: `/webhooks/mailgun/inbound/${dealership.inboundToken}`,
    request: () => ({
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...fields, ...mailgunSignature(clock, mail.signingKey) }).toString(),
    }),
    rule: MAILGUN,
  };
}

/** Signs a form as Twilio does: over the public address and every field. */
export function twilioRequest(path: string, fields: Record<string, string>) {
  const signed = Object.keys(fields)
    .sort()
    .reduce((text, name) => `${text}${name}${fields[name]}`, `${PUBLIC_URL}${path}`);
  return {
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': createHmac('sha1', TWILIO_TOKEN).update(signed).digest('base64'),
    },
    body: new URLSearchParams(fields).toString(),
  };
}

/** An SMS to the dealership's number. */
export function smsPost(dealership: Dealership, customer: Customer, token: string, text: string): Post {
  const path = `/webhooks/twilio/${dealership.inboundToken}/sms`;
  const fields = { MessageSid: `SM-in-${token}`, From: customer.phone, To: OUR_NUMBER, Body: text, NumMedia: '0' };
  return {
    channel: 'sms',
    dealership,
    customer,
    token: text.includes(token) ? token : null,
    path,
    request: () => twilioRequest(path, fields),
    rule: TWILIO,
  };
}

/** One of the reports of a call that nobody took. */
export function callPost(dealership: Dealership, customer: Customer, callSid: string, status: string): Post {
  const path = `/webhooks/twilio/${dealership.inboundToken}/call`;
  const fields = { CallSid: callSid, From: customer.phone, To: OUR_NUMBER, CallStatus: status };
  return {
    channel: 'call',
    dealership,
    customer,
    token: null,
    path,
    request: () => twilioRequest(path, fields),
    rule: TWILIO,
  };
}

/** Signs a post as Meta does: over its bytes. */
export function metaRequest(body: object) {
  const text = JSON.stringify(body).replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const signature = createHmac('sha256', META_SECRET).update(text).digest('hex');
  return { headers: json({ 'x-hub-signature-256': `sha256=${signature}` }), body: text };
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
