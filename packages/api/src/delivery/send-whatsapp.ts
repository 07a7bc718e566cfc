import { classifyGraphAnswer } from '../channels/meta/classify-graph-answer.ts';
import type { ProviderAnswer } from '../channels/provider-request.ts';
import type { SendResult } from '../channels/send-result.ts';
import { classifyWhatsAppAnswer } from '../channels/whatsapp/classify-whatsapp-answer.ts';
import { type OutgoingWhatsApp, whatsAppBody } from '../channels/whatsapp/whatsapp-message.ts';
import { noteRefused, noteTrouble, noteWorks } from '../features/connections/connection-health.ts';
import { tokenOf } from '../features/connections/connection-token.ts';
import { Connection, type ConnectionRecord } from '../features/connections/model.ts';
import { describeError } from '../lib/describe-error.ts';
import type { Services } from '../services.ts';

async function noteHealth(services: Services, connection: ConnectionRecord, answer: ProviderAnswer): Promise<void> {
  const said = classifyGraphAnswer(answer);
  if (said.kind === 'ok') return noteWorks(services, connection);
  if (said.kind === 'busy') return noteTrouble(services, connection, said.reason);
  if (said.kind === 'token') return noteRefused(services, connection, 'expired', said.reason);
  if (said.kind === 'permission') return noteRefused(services, connection, 'failing', said.reason);
}

/**
 * Sends one message by the number it belongs to and notes what that says of the connection. Throws only before anything
 * was sent.
 */
export async function sendWhatsApp(services: Services, outgoing: OutgoingWhatsApp): Promise<SendResult> {
  const connection = await Connection.findOne({
    provider: 'whatsapp',
    external_id: outgoing.numberId,
  }).lean<ConnectionRecord>();
  if (!connection || services.graph === null)
    return { state: 'reconnect', reason: 'The WhatsApp number is not connected' };
  if (connection.state === 'expired')
    return { state: 'reconnect', reason: connection.last_error ?? 'The token expired' };
  const token = tokenOf(services.env, connection);
  if (token === null) return { state: 'reconnect', reason: 'The key that the token was sealed with is gone' };
  const answer = await services.graph.send(`${outgoing.numberId}/messages`, whatsAppBody(outgoing), token);
  await noteHealth(services, connection, answer).catch((error: unknown) =>
    services.logger.error({ connection_id: connection._id, ...describeError(error) }, 'health was not noted'),
  );
  return classifyWhatsAppAnswer(answer);
}
