import { createHmac, randomUUID } from 'node:crypto';
import { accountOf } from './graph.mjs';
import { secrets } from './product-under-load.mjs';

let posted = 0;
const next = () => {
  posted += 1;
  return posted;
};
const run = process.pid;
const json = (headers = {}) => ({ 'content-type': 'application/json', ...headers });
const words = (number) => `Hei, er bilen fortsatt til salgs? Jeg kan komme på lørdag. Hilsen kunde ${number}`;
const email = (number) => `ola.${run}.${number}@example.com`;
const phone = (number) => `+479${String(1_000_000 + (number % 9_000_000))}`;

function plainForm(number) {
  return {
    name: 'Ola Nordmann',
    email: email(number),
    vehicle_interest: 'Volvo XC60 2022',
    message: words(number),
    source_url: 'https://dealer.example/volvo-xc60',
  };
}

function mailgun(dealership, number, key = secrets.mailgun) {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const token = randomUUID();
  const headers = [
    ['Message-Id', `<${number}.${run}@example.com>`],
    ['From', `Ola Nordmann <${email(number)}>`],
  ];
  const fields = {
    recipient: dealership.mailbox,
    sender: email(number),
    from: `Ola Nordmann <${email(number)}>`,
    subject: 'Volvo XC60',
    'body-plain': words(number),
    'message-headers': JSON.stringify(headers),
    timestamp,
    token,
    signature: createHmac('sha256', key).update(timestamp).update(token).digest('hex'),
  };
  return {
    path: `/webhooks/mailgun/inbound/${dealership.inboundToken}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  };
}

function twilio(path, fields, key = secrets.twilio) {
  const signed = Object.keys(fields)
    .sort()
    .reduce((text, name) => `${text}${name}${fields[name]}`, `${secrets.publicUrl}${path}`);
  return {
    path,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': createHmac('sha1', key).update(signed).digest('base64'),
    },
    body: new URLSearchParams(fields).toString(),
  };
}

function sms(dealership, number, key) {
  const fields = { MessageSid: `SM${run}-${number}`, From: phone(number), To: '+4759440000', Body: words(number) };
  return twilio(`/webhooks/twilio/${dealership.inboundToken}/sms`, { ...fields, NumMedia: '0' }, key);
}

function call(dealership, number, key) {
  const fields = { CallSid: `CA${run}-${number}`, From: phone(number), To: '+4759440000', CallStatus: 'no-answer' };
  return twilio(`/webhooks/twilio/${dealership.inboundToken}/call`, fields, key);
}

function meta(body, key = secrets.meta) {
  const text = JSON.stringify(body);
  const signature = `sha256=${createHmac('sha256', key).update(text).digest('hex')}`;
  return { path: '/webhooks/meta', headers: json({ 'x-hub-signature-256': signature }), body: text };
}

function facebook(dealership, number, key) {
  const value = {
    leadgen_id: `${run}${number}`,
    page_id: dealership.pageId,
    form_id: '77',
    created_time: 1_790_000_000,
  };
  const entry = [{ id: dealership.pageId, time: 1_790_000_000, changes: [{ field: 'leadgen', value }] }];
  return meta({ object: 'page', entry }, key);
}

function whatsApp({ numberId }, number, key) {
  const from = phone(number).slice(1);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const message = { from, id: `wamid.${run}.${number}`, timestamp, type: 'text', text: { body: words(number) } };
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '4759441111', phone_number_id: numberId },
    contacts: [{ profile: { name: 'Ola Nordmann' }, wa_id: from }],
    messages: [message],
  };
  const entry = [{ id: accountOf(numberId), changes: [{ field: 'messages', value }] }];
  return meta({ object: 'whatsapp_business_account', entry }, key);
}

/** A message in one of many chats: the first of each makes a lead, the others go on with it. */
function chat({ chats, origin }, number) {
  const token = chats[number % chats.length];
  return {
    path: '/v1/chat/session/messages',
    headers: json({ authorization: `Bearer ${token}`, origin }),
    body: JSON.stringify({ client_id: `bench-${run}-${number}`, text: words(number) }),
  };
}

function widgetForm(dealership, number) {
  return {
    path: `/v1/forms/${dealership.formId}/submissions`,
    headers: json({
      authorization: `Bearer ${dealership.publishableKey}`,
      origin: dealership.origin,
      'idempotency-key': `widget-${run}-${number}`,
    }),
    body: JSON.stringify({ name: 'Ola Nordmann', email: email(number), message: words(number), elapsed_ms: 9000 }),
  };
}

function api(dealership, number) {
  return {
    path: '/v1/leads',
    headers: json({ authorization: `Bearer ${dealership.secretKey}`, 'idempotency-key': `api-${run}-${number}` }),
    body: JSON.stringify({ customer: { name: 'Ola Nordmann', email: email(number) }, message: words(number) }),
  };
}

function adf(dealership, number) {
  return {
    path: '/v1/adf',
    headers: { 'content-type': 'application/xml', authorization: `Bearer ${dealership.secretKey}` },
    body: `<?adf version="1.0"?><adf><prospect><id source="bench">${run}-${number}</id><requestdate>2026-11-20T10:15:00+01:00</requestdate>
<vehicle interest="buy"><make>Volvo</make><model>XC60</model></vehicle><customer><contact><name part="full">Ola Nordmann</name>
<email>${email(number)}</email></contact><comments>${words(number)}</comments></customer><vendor><vendorname>B</vendorname></vendor></prospect></adf>`,
  };
}

/** Every way in: what its next post is, under the key of its provider or a wrong one. */
const ways = {
  'plain form': (dealership, number) => ({
    path: `/webhooks/form/${dealership.id}`,
    headers: json(),
    body: JSON.stringify(plainForm(number)),
  }),
  'widget form': widgetForm,
  API: api,
  ADF: adf,
  Mailgun: mailgun,
  'Twilio SMS': sms,
  'Twilio call': call,
  'Facebook lead': facebook,
  WhatsApp: whatsApp,
  chat,
};

const repeated = [
  'widget form',
  'API',
  'ADF',
  'Mailgun',
  'Twilio SMS',
  'Twilio call',
  'Facebook lead',
  'WhatsApp',
  'chat',
];
const signed = ['Mailgun', 'Twilio SMS', 'Twilio call', 'Facebook lead', 'WhatsApp'];

/** The same body for the floor, which does nothing with it. */
export function floorTarget(url) {
  return { url, next: () => ({ path: '/post', headers: json(), body: JSON.stringify(plainForm(next())) }) };
}

/** A target for each way in, for the same post again and again, and for a signature that is wrong. */
export function productTargets(url, dealership) {
  const made = (name, kind, number, key) => ({ name, kind, url, next: () => ways[name](dealership, number(), key) });
  return [
    ...Object.keys(ways).map((name) => made(name, 'new', next)),
    ...repeated.map((name) => made(name, 'repeated', () => 0)),
    ...signed.map((name) => made(name, 'rejected', next, 'a wrong key')),
  ];
}

/** What a sender of one dealership posts with its secret key, without idempotency. */
export function plainFormTarget(url, dealership) {
  return { url, next: () => ways['plain form'](dealership, next()) };
}
