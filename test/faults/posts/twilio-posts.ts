import { createHmac } from 'node:crypto';
import type { Dealership } from '../support/dealership.ts';
import { OUR_NUMBER, PUBLIC_URL, TWILIO_TOKEN } from '../support/product-environment.ts';
import type { Customer, Post } from './post.ts';
import { TWILIO } from './retry-rules.ts';

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
