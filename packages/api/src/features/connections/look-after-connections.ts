import mongoose from 'mongoose';
import type { GraphFailure } from '../../channels/meta/classify-graph-answer.ts';
import type { GraphClient } from '../../channels/meta/graph-client.ts';
import { after, DAY_MS, MINUTE_MS } from '../../lib/clock.ts';
import { describeError } from '../../lib/describe-error.ts';
import { drainInLanes } from '../../lib/in-lanes.ts';
import type { Services } from '../../services.ts';
import { asOperator, runAsTenant } from '../../tenancy/context.ts';
import { adoptUnclaimed } from '../meta/adopt-unclaimed.ts';
import { pollFacebookLeads } from '../meta/poll-facebook-leads.ts';
import { addressOf } from './address-model.ts';
import { noteError, noteRefused, noteTrouble, noteWorks } from './connection-health.ts';
import { tokenOf } from './connection-token.ts';
import { Connection, type ConnectionRecord } from './model.ts';
import { raiseAlarm, warnOfExpiry } from './raise-alarm.ts';
import { releaseWaiting } from './release-waiting.ts';
import { providers, targetOf } from './try-token.ts';

/** Well within what Facebook allows a page with few leads: 200 calls an hour for each lead of the last 90 days. */
const EVERY_MS = 15 * MINUTE_MS;
const WARN_BEFORE_MS = 7 * DAY_MS;
/** Connections looked after at a time; nearly all of the time of each is spent waiting for its provider. */
const LANES = 4;

async function take(services: Services): Promise<ConnectionRecord | null> {
  const now = services.clock.now();
  return asOperator(() =>
    Connection.findOneAndUpdate(
      { next_check_at: mongoose.trusted({ $lte: now }) },
      { $set: { next_check_at: after(now, EVERY_MS) } },
      { sort: { next_check_at: 1 }, returnDocument: 'after' },
    ).lean<ConnectionRecord>(),
  );
}

async function check(
  services: Services,
  graph: GraphClient,
  connection: ConnectionRecord,
  token: string,
): Promise<{ kind: GraphFailure['kind']; reason: string } | null> {
  if (connection.provider === 'facebook') return pollFacebookLeads(services, graph, connection, token);
  const verdict = await providers.whatsapp.tryToken(graph, targetOf(connection), token);
  return verdict.ok ? null : { kind: verdict.kind, reason: verdict.detail };
}

async function askProvider(services: Services, connection: ConnectionRecord): Promise<void> {
  const { graph, env } = services;
  // A token that is over stays over: only a new one is worth a question.
  if (graph === null || connection.state === 'expired') return;
  const token = tokenOf(env, connection);
  if (token === null)
    return noteRefused(services, connection, 'expired', 'The key that the token was sealed with is gone');
  const failure = await check(services, graph, connection, token);
  if (failure === null) return noteWorks(services, connection);
  if (failure.kind === 'busy') return noteTrouble(services, connection, failure.reason);
  if (failure.kind === 'token') return noteRefused(services, connection, 'expired', failure.reason);
  if (connection.provider === 'whatsapp') return noteRefused(services, connection, 'failing', failure.reason);
  // Leads that webhooks tell of may well be read with a token that may not list them: it is said, not called an outage.
  await noteError(services, connection, `Missed leads cannot be looked for: ${failure.reason}`);
}

async function lookAfter(services: Services, connection: ConnectionRecord): Promise<void> {
  const address = addressOf(connection.provider, connection.external_id);
  const end = connection.token_expires_at;
  if (end !== null && after(end, -WARN_BEFORE_MS) <= services.clock.now()) await warnOfExpiry(services, connection);
  await raiseAlarm(services, connection._id);
  await adoptUnclaimed(services, connection.dealership_id, address);
  await askProvider(services, connection);
  const now = await Connection.findOne({ _id: connection._id }, { state: 1 }).lean();
  // What began to wait in the same moment in which the connection was mended is let go here.
  if (now?.state === 'connected') await releaseWaiting(services, address, ['waiting']);
}

/**
 * Goes the round of the connections that are due, a few at a time, so that one whose provider is slow holds up nobody
 * else's: finds what no webhook told of, notices tokens that end, tells the admins what they have not been told, and lets
 * go what waits for no reason. Tells how many there were.
 */
export async function lookAfterConnections(services: Services, signal?: AbortSignal): Promise<number> {
  const next = () => (signal?.aborted ? null : take(services));
  return drainInLanes(next, LANES, (connection) =>
    runAsTenant(connection.dealership_id, () => lookAfter(services, connection)).catch((error: unknown) =>
      services.logger.error(
        { connection_id: connection._id, ...describeError(error) },
        'a connection was not looked after',
      ),
    ),
  );
}
