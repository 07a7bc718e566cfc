import type { ChatPayload } from '../../channels/chat/chat-payload.ts';
import { invalidRequest, Problem } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { recordArrival } from '../../intake/record-arrival.ts';
import { workOnArrival } from '../../intake/work-on-arrival.ts';
import { siblingId } from '../../lib/ids.ts';
import { checkOpen, findChatSession } from './find-chat-session.ts';
import { ChatSession, type ChatSessionRecord } from './model.ts';
import { type PlacedMessage, readChatMessages } from './read-chat.ts';

interface SendChatMessage {
  ctx: TenantContext;
  input: { client_id: string; text: string; asks_for_person?: boolean | undefined };
}

/** Messages of one chat; who has more to say is better called. */
const MAX_MESSAGES = 500;

function payloadOf(
  session: ChatSessionRecord,
  { client_id: clientId, asks_for_person: asksForPerson = false }: SendChatMessage['input'],
  text: string,
): ChatPayload {
  return {
    kind: 'chat',
    sessionId: session._id,
    clientId,
    text,
    asksForPerson,
    language: session.language,
    contact: session.contact,
    sourceUrl: session.page_url,
    referrer: session.referrer,
    utm: session.utm,
    vehicleInterest: session.vehicle_interest,
    vehicleId: session.vehicle_id,
    relatedLeadId: session.related_lead_id,
  };
}

async function placed(session: ChatSessionRecord, messageId: string): Promise<PlacedMessage | null> {
  const current = (await ChatSession.findOne({ _id: session._id }).lean<ChatSessionRecord>()) ?? session;
  const position = current.log.indexOf(messageId) + 1;
  const [found] =
    position === 0 ? [] : await readChatMessages({ ...current, log: current.log.slice(0, position) }, position - 1);
  return found ?? null;
}

/**
 * Takes in what the visitor wrote. The arrival under the visitor's own id of the message is what makes a retry answer the
 * same; it is durable before this answers.
 * @throws Problem 409 when the chat has ended, 422 when the id was used for other words
 */
export async function sendChatMessage({ ctx, input }: SendChatMessage): Promise<PlacedMessage | { arrivalId: string }> {
  const { services } = ctx;
  const session = await findChatSession(ctx);
  await checkOpen(session);
  if (session.log.length >= MAX_MESSAGES)
    throw new Problem('conflict', { detail: 'This chat has become too long. Open a new one.' });
  const text = input.text.replaceAll('\u0000', '').trim();
  if (text === '') throw invalidRequest([{ pointer: '#/text', detail: 'must say something' }]);
  const { arrival, repeated } = await recordArrival(services, {
    dealershipId: ctx.dealershipId,
    channel: 'chat',
    key: `${session._id} ${input.client_id}`,
    test: session.test,
    payload: payloadOf(session, input, text),
    from: session.contact.email ?? session.contact.name,
    subject: null,
    text,
  });
  if (repeated) {
    const payload = arrival.payload as ChatPayload | null;
    // What came in is forgotten after a while, its key is not: then it counts as the same.
    if (payload !== null && payload.text !== text)
      throw new Problem('idempotency_key_reused', { detail: 'Use a new client_id for another message.' });
  } else {
    const worked = await workOnArrival(services, arrival).catch(() => null);
    if (worked) services.background.track(worked.settled);
  }
  return (await placed(session, siblingId(arrival._id, 'msg'))) ?? { arrivalId: arrival._id };
}
