import { createOnce, type NewRecord } from '../../database/create-once.ts';
import { isDuplicateKey } from '../../database/duplicate-key.ts';
import { recordEvents } from '../../events/record-events.ts';
import { creationIdFor } from '../../http/creation-id.ts';
import { Problem, unprocessable } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { describeError } from '../../lib/describe-error.ts';
import { adoptUnclaimed } from '../meta/adopt-unclaimed.ts';
import { addressOf } from './address-model.ts';
import { checkToken } from './check-token.ts';
import { claimAddress, confirmAddress, TAKEN } from './claim-address.ts';
import { sealedFields } from './connection-token.ts';
import { type ConnectionWithWaiting, withWaiting } from './find-connection.ts';
import { Connection, type ConnectionProvider, type ConnectionRecord } from './model.ts';
import { releaseWaiting } from './release-waiting.ts';

interface CreateConnection {
  ctx: TenantContext;
  input: { provider: ConnectionProvider; external_id: string; account_id?: string | undefined; token: string };
}

function accountOf({ provider, account_id: accountId }: CreateConnection['input']): string | null {
  if (provider !== 'whatsapp') return null;
  if (accountId !== undefined) return accountId;
  throw unprocessable([{ pointer: '#/account_id', detail: 'A WhatsApp number needs the id of its business account.' }]);
}

/** A colleague may connect the same page at the same time: one of the two gets it. */
async function writeOnce(record: NewRecord<ConnectionRecord>): Promise<ConnectionRecord> {
  try {
    return await createOnce(Connection, record);
  } catch (error) {
    throw isDuplicateKey(error) ? new Problem('already_exists', { detail: TAKEN }) : error;
  }
}

/**
 * Connects a page or number once its provider says that the token is of it.
 * @throws Problem 409 when it is connected already, 422 when the token is refused, 503 when the provider cannot be asked
 */
export async function createConnection({ ctx, input }: CreateConnection): Promise<ConnectionWithWaiting> {
  const { services, dealershipId } = ctx;
  const { provider, external_id: externalId, token } = input;
  const accountId = accountOf(input);
  const { name, expiresAt } = await checkToken(services, provider, { externalId, accountId }, token);
  const now = services.clock.now();
  const owner = { _id: creationIdFor(ctx, 'con'), dealership_id: dealershipId };
  const address = addressOf(provider, externalId);
  const claim = { _id: address, dealership_id: dealershipId, connection_id: owner._id, claimed_at: now };
  await claimAddress(claim);
  const connection = await writeOnce({
    _id: owner._id,
    provider,
    external_id: externalId,
    account_id: accountId,
    name,
    template: null,
    ...sealedFields(services.env, owner, token),
    token_set_at: now,
    token_expires_at: expiresAt,
    state: 'connected',
    state_since: now,
    troubled_since: null,
    retry_at: null,
    outage: null,
    last_event_at: null,
    last_success_at: now,
    last_error: null,
    last_error_at: null,
    next_check_at: now,
    polled_until: now,
    found_by_poll: 0,
    created_by: ctx.actor.name,
    created_at: now,
    updated_at: now,
  });
  await confirmAddress(claim).catch(async (error: unknown) => {
    // After any other error the claim may have become this one's: what is sent there would find no connection.
    if (error instanceof Problem && error.code === 'already_exists')
      await Connection.deleteOne({ _id: connection._id });
    throw error;
  });
  await recordEvents(services, dealershipId, false, [
    { type: 'connection.updated', data: { connection_id: connection._id } },
  ]);
  await releaseWaiting(services, address);
  // It may be a month's worth. What a crash or an error leaves of it, the first round of looking after connections takes.
  services.background.track(
    adoptUnclaimed(services, dealershipId, address).catch((error: unknown) =>
      services.logger.error({ connection_id: connection._id, ...describeError(error) }, 'posts were not adopted'),
    ),
  );
  return withWaiting(connection);
}
