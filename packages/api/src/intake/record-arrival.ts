import { isDuplicateKey } from '../database/duplicate-key.ts';
import { insertRecords } from '../database/insert-records.ts';
import { oneAtATime } from '../database/one-at-a-time.ts';
import { Arrival, type ArrivalRecord } from '../features/arrivals/model.ts';
import { isSandbox } from '../features/sandbox/sandbox-id.ts';
import { noteArrival } from '../http/inbound-trace.ts';
import { after, SECOND_MS } from '../lib/clock.ts';
import { failpoint } from '../lib/failpoints.ts';
import { newId } from '../lib/ids.ts';
import type { Services } from '../services.ts';
import { PROCESS_ID } from './process-id.ts';

/** How long one process may work on an arrival before another takes it over. */
export const LEASE_MS = 30 * SECOND_MS;

const EXCERPT_LENGTH = 200;

/** What came in, before anything is made of it. */
export interface ArrivalInput {
  dealershipId: string;
  /** Given where something was stored under it beforehand. */
  id?: string;
  channel: ArrivalRecord['channel'];
  /** The sender's own id of it; left out, every post is one of its own. */
  key?: string;
  replayKey?: string;
  test: boolean;
  payload: unknown;
  from: string | null;
  subject: string | null;
  text: string;
}

/**
 * Stores an arrival, journaled by a majority: after this it cannot be lost. It is born claimed by this process, so that
 * working on it at once needs no second write. A key that is there already gives back the first arrival.
 */
export async function recordArrival(
  services: Services,
  input: ArrivalInput,
): Promise<{ arrival: ArrivalRecord; repeated: boolean }> {
  const now = services.clock.now();
  const id = input.id ?? newId('arr', now);
  const arrival: ArrivalRecord = {
    _id: id,
    dealership_id: input.dealershipId,
    channel: input.channel,
    key: input.key ?? id,
    replay_key: input.replayKey ?? id,
    test: input.test || isSandbox(input.dealershipId),
    payload: input.payload,
    state: 'received',
    outcome: 'pending',
    lead_id: null,
    from: input.from,
    subject: input.subject,
    excerpt: input.text.slice(0, EXCERPT_LENGTH),
    label: null,
    confidence: null,
    reasons: [],
    promoted: false,
    owner: PROCESS_ID,
    lease_until: after(now, LEASE_MS),
    fence: 1,
    attempts: 1,
    error: null,
    received_at: now,
  };
  failpoint('arrival.storing', arrival.excerpt);
  try {
    await oneAtATime(`${input.dealershipId} ${input.channel} ${arrival.key}`, () => insertRecords(Arrival, [arrival]));
    failpoint('arrival.stored', arrival.excerpt);
    noteArrival({ dealershipId: input.dealershipId, arrivalId: id, repeated: false });
    return { arrival, repeated: false };
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  const first =
    (await Arrival.findOne({ channel: input.channel, key: arrival.key }).lean<ArrivalRecord>()) ??
    (await Arrival.findOne({ channel: input.channel, replay_key: arrival.replay_key }).lean<ArrivalRecord>());
  if (!first) throw new Error('an arrival vanished between insert and read');
  noteArrival({ dealershipId: input.dealershipId, arrivalId: first._id, repeated: true });
  return { arrival: first, repeated: true };
}
