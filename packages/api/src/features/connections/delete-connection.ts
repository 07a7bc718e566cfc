import { recordEvents } from '../../events/record-events.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { addressOf, ConnectionAddress } from './address-model.ts';
import { tokenOf } from './connection-token.ts';
import { findConnection } from './find-connection.ts';
import { Connection } from './model.ts';
import { providers, targetOf } from './try-token.ts';

interface DeleteConnection {
  ctx: TenantContext;
  input: { connection_id: string };
}

/**
 * Forgets a connection and its token. The provider is asked to post no more; should that fail, what it posts belongs to
 * nobody.
 * @throws Problem 404
 */
export async function deleteConnection({ ctx, input }: DeleteConnection): Promise<void> {
  const { services, dealershipId } = ctx;
  const connection = await findConnection(input.connection_id);
  const token = tokenOf(services.env, connection);
  await ConnectionAddress.deleteOne({
    _id: addressOf(connection.provider, connection.external_id),
    connection_id: connection._id,
  });
  await Connection.deleteOne({ _id: connection._id });
  await recordEvents(services, dealershipId, false, [
    { type: 'connection.updated', data: { connection_id: connection._id } },
  ]);
  if (services.graph && token !== null)
    services.background.track(providers[connection.provider].unsubscribe(services.graph, targetOf(connection), token));
}
