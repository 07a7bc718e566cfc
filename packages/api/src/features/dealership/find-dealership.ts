import { SECOND_MS } from '../../lib/clock.ts';
import { LruCache } from '../../lib/lru-cache.ts';
import { Dealership, type DealershipRecord } from './model.ts';

const MAX_CACHED = 2000;
const CACHED_MS = 5 * SECOND_MS;

// Every enquiry and every message reads its dealership; another process sees a change after CACHED_MS at the latest.
const cache = new LruCache<DealershipRecord>(MAX_CACHED, CACHED_MS);

/** Reads a dealership, at most five seconds old; `null` when there is none. Do not change what it returns. */
export async function findDealership(id: string): Promise<DealershipRecord | null> {
  const cached = cache.get(id);
  if (cached) return cached;
  const record = await Dealership.findById(id).lean<DealershipRecord>();
  if (record) cache.set(id, record);
  return record;
}

/** Finds the dealership that a Mailgun route posts for; `null` when the token is nobody's. */
export async function findDealershipByInboundToken(token: string): Promise<DealershipRecord | null> {
  return Dealership.findOne({ inbound_token: token }).lean<DealershipRecord>();
}

/** Makes the next read in this process see what was changed. */
export function forgetDealership(id: string): void {
  cache.delete(id);
}
