import mongoose from 'mongoose';
import { recordEvents } from '../../events/record-events.ts';
import { after, MINUTE_MS } from '../../lib/clock.ts';
import type { Services } from '../../services.ts';
import { addressOf } from './address-model.ts';
import { Connection, type ConnectionRecord, type ConnectionState } from './model.ts';
import { raiseAlarm } from './raise-alarm.ts';
import { releaseWaiting } from './release-waiting.ts';

/** A provider that has not answered properly for this long is out of order, not just slow. */
const PATIENCE_MS = 2 * MINUTE_MS;
/** How often a provider that is out of order is asked again. */
const ASK_AGAIN_MS = MINUTE_MS;
/** How exactly the time of the last success is kept. */
const SUCCESS_NOTED_EVERY_MS = MINUTE_MS;

/**
 * Whether the provider may be asked now: `null`, or when it may be. While it is out of order one question a minute is
 * enough, whoever asks it; the others wait for its answer.
 */
export async function takeTurnToAsk(services: Services, connection: ConnectionRecord): Promise<Date | null> {
  if (connection.state !== 'failing' || connection.retry_at === null) return null;
  const now = services.clock.now();
  if (connection.retry_at > now) return connection.retry_at;
  const next = after(now, ASK_AGAIN_MS);
  const mine = await Connection.updateOne(
    { ...same(connection), retry_at: connection.retry_at },
    { $set: { retry_at: next } },
  );
  return mine.modifiedCount === 1 ? null : next;
}

async function announce(services: Services, connection: ConnectionRecord): Promise<void> {
  await recordEvents(services, connection.dealership_id, false, [
    { type: 'connection.updated', data: { connection_id: connection._id } },
  ]);
}

/** What follows from one token only counts for that token. */
function same(connection: ConnectionRecord) {
  return { _id: connection._id, token_set_at: connection.token_set_at };
}

/**
 * Notes that a provider did what it was asked; ends an outage, and what waited for its end is taken in. Of a connection
 * that works all along the last success is noted once a minute.
 */
export async function noteWorks(services: Services, connection: ConnectionRecord): Promise<void> {
  const now = services.clock.now();
  await Connection.updateOne(
    {
      ...same(connection),
      $or: mongoose.trusted([
        { troubled_since: mongoose.trusted({ $ne: null }) },
        { retry_at: mongoose.trusted({ $ne: null }) },
        { last_success_at: null },
        { last_success_at: mongoose.trusted({ $lte: after(now, -SUCCESS_NOTED_EVERY_MS) }) },
      ]),
    },
    { $set: { last_success_at: now, troubled_since: null, retry_at: null } },
  );
  if (connection.state === 'connected') return;
  const mended = await Connection.updateOne(
    { ...same(connection), state: mongoose.trusted({ $ne: 'connected' }) },
    { $set: { state: 'connected', state_since: now, outage: null, updated_at: now } },
  );
  if (mended.modifiedCount === 0) return;
  await releaseWaiting(services, addressOf(connection.provider, connection.external_id));
  await announce(services, connection);
}

async function breakDown(
  services: Services,
  connection: ConnectionRecord,
  state: Exclude<ConnectionState, 'connected'>,
): Promise<void> {
  const now = services.clock.now();
  const changed = await Connection.findOneAndUpdate(
    { ...same(connection), state: mongoose.trusted({ $ne: state }) },
    { $set: { state, state_since: now, updated_at: now } },
    { returnDocument: 'after' },
  ).lean<ConnectionRecord>();
  if (!changed) return;
  // One outage, however its reason changes: the admins are told once.
  await Connection.updateOne({ ...same(changed), outage: null }, { $set: { outage: { since: now, alarmed: false } } });
  await raiseAlarm(services, connection._id);
  await announce(services, connection);
}

/** Notes what a provider refused without the connection being any worse for it. */
export async function noteError(services: Services, connection: ConnectionRecord, reason: string): Promise<void> {
  await Connection.updateOne(same(connection), {
    $set: { last_error: reason, last_error_at: services.clock.now() },
  });
}

/** Notes that a provider refuses the token (`expired`) or what is done with it (`failing`), and raises the alarm. */
export async function noteRefused(
  services: Services,
  connection: ConnectionRecord,
  state: Exclude<ConnectionState, 'connected'>,
  reason: string,
): Promise<void> {
  const now = services.clock.now();
  await Connection.updateOne(same(connection), {
    $set: { last_error: reason, last_error_at: now, retry_at: after(now, ASK_AGAIN_MS) },
  });
  await breakDown(services, connection, state);
}

/** Notes that a provider did not answer properly; when that has lasted for two minutes the alarm is raised. */
export async function noteTrouble(services: Services, connection: ConnectionRecord, reason: string): Promise<void> {
  const now = services.clock.now();
  await Connection.updateOne(same(connection), {
    $set: { last_error: reason, last_error_at: now, retry_at: after(now, ASK_AGAIN_MS) },
    $min: { next_check_at: after(now, ASK_AGAIN_MS) },
  });
  await Connection.updateOne({ ...same(connection), troubled_since: null }, { $set: { troubled_since: now } });
  const since = connection.troubled_since ?? now;
  if (connection.state === 'connected' && now.getTime() - since.getTime() >= PATIENCE_MS)
    await breakDown(services, connection, 'failing');
}

/** Notes that the provider told of something that happened. */
export async function noteEvent(services: Services, connectionIds: readonly string[]): Promise<void> {
  await Connection.updateMany(
    { _id: mongoose.trusted({ $in: [...connectionIds] }) },
    { $set: { last_event_at: services.clock.now() } },
  );
}
