import { recordEvents } from '../../events/record-events.ts';
import { Problem } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { addressOf } from './address-model.ts';
import { checkToken } from './check-token.ts';
import { sealedFields } from './connection-token.ts';
import { type ConnectionWithWaiting, findConnection, withWaiting } from './find-connection.ts';
import { Connection, type ConnectionRecord } from './model.ts';
import { releaseWaiting } from './release-waiting.ts';

interface UpdateConnection {
  ctx: TenantContext;
  input: { connection_id: string; token: string };
}

/**
 * Gives a connection a new token, once the provider says that it is of the same page or number, and takes in what waited.
 * @throws Problem 404, 422 when the token is refused, 503 when the provider cannot be asked
 */
export async function updateConnection({ ctx, input }: UpdateConnection): Promise<ConnectionWithWaiting> {
  const { services, dealershipId } = ctx;
  const before = await findConnection(input.connection_id);
  const { name, expiresAt } = await checkToken(services, before.provider, before.external_id, input.token);
  const now = services.clock.now();
  const connection = await Connection.findOneAndUpdate(
    { _id: before._id },
    {
      $set: {
        name,
        ...sealedFields(services.env, before, input.token),
        token_set_at: now,
        token_expires_at: expiresAt,
        ...(before.state === 'connected' ? {} : { state: 'connected', state_since: now }),
        troubled_since: null,
        retry_at: null,
        outage: null,
        last_success_at: now,
        next_check_at: now,
        updated_at: now,
      },
    },
    { returnDocument: 'after' },
  ).lean<ConnectionRecord>();
  if (!connection) throw new Problem('conflict', { detail: 'It was disconnected meanwhile.' });
  await releaseWaiting(services, addressOf(connection.provider, connection.external_id));
  await recordEvents(services, dealershipId, false, [
    { type: 'connection.updated', data: { connection_id: connection._id } },
  ]);
  return withWaiting(connection);
}
