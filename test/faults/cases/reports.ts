import { metaRequest, whatsAppBody } from '../posts/meta-posts.ts';
import { twilioRequest } from '../posts/twilio-posts.ts';
import type { Sent } from '../stubs/sent.ts';
import type { Dealership } from '../support/dealership.ts';
import { exchange } from '../support/exchange.ts';
import type { Scene } from '../support/scene.ts';

/** Tells the product what became of an SMS; the HTTP status. */
export async function reportSms(
  { cluster }: Scene,
  dealership: Dealership,
  sid: string,
  status: string,
): Promise<number | null> {
  const path = `/webhooks/twilio/${dealership.inboundToken}/status`;
  const answer = await exchange(
    `${cluster.directUrl}${path}`,
    twilioRequest(path, { MessageSid: sid, MessageStatus: status, To: '+4799999999' }),
  );
  return answer.status;
}

/** Tells the product that a mail was delivered, under one signature; the HTTP status. */
export async function reportMail(
  { cluster }: Scene,
  dealership: Dealership,
  messageId: string,
  signature: object,
): Promise<number | null> {
  const event = {
    event: 'delivered',
    message: { headers: { 'message-id': messageId.slice(1, -1) } },
    'user-variables': { dealership: dealership.id },
  };
  const answer = await exchange(`${cluster.directUrl}/webhooks/mailgun/events`, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ signature, 'event-data': event }),
  });
  return answer.status;
}

/** Tells the product what became of a WhatsApp message; the HTTP status. */
export async function reportWhatsApp(
  { cluster }: Scene,
  dealership: Dealership,
  { id, to, sendKey }: Sent,
  status: string,
): Promise<number | null> {
  const timestamp = String(Math.floor(cluster.clock.now().getTime() / 1000));
  const report = { id, status, timestamp, recipient_id: to.slice(1), biz_opaque_callback_data: sendKey };
  const body = whatsAppBody(dealership, { statuses: [report] });
  return (await exchange(`${cluster.directUrl}/webhooks/meta`, metaRequest(body))).status;
}

/** Presses unsubscribe in a mail, as a mail program does (RFC 8058); when it was answered, null where it was not. */
export async function unsubscribe({ cluster }: Scene, url: string): Promise<number | null> {
  const answer = await exchange(`${cluster.url}${new URL(url).pathname}`, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  return answer.status !== null && answer.status < 300 ? Date.now() : null;
}
