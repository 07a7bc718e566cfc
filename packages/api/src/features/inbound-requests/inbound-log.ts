import { insertRecords } from '../../database/insert-records.ts';
import type { InboundTrace } from '../../http/inbound-trace.ts';
import { after, DAY_MS, MINUTE_MS } from '../../lib/clock.ts';
import { describeError } from '../../lib/describe-error.ts';
import { newId } from '../../lib/ids.ts';
import { LruCache } from '../../lib/lru-cache.ts';
import type { Services } from '../../services.ts';
import { asOperator } from '../../tenancy/context.ts';
import { findDealership, findDealershipByInboundToken } from '../dealership/find-dealership.ts';
import { InboundRequest, type InboundRequestRecord } from './model.ts';

const KEPT_MS = 30 * DAY_MS;
const MAX_AT_ONCE = 200;
/** More than this is only counted: the log must not take the memory of a process whose database is away. */
const MAX_WAITING = 5000;

/** Of posts that are refused no more than this a minute are written down for one dealership: a flood says it once. */
const MAX_REFUSED_PER_MINUTE = 60;
/** Of so many addresses and dealerships is counted at a time; addresses are anybody's to make up, of any length. */
const MAX_COUNTED = 5000;
const MAX_COUNTED_LENGTH = 120;

function verdictOf(status: number, repeated: boolean): InboundRequestRecord['verdict'] {
  if (status >= 500) return 'failed';
  if (status >= 400) return 'refused';
  return repeated ? 'repeated' : 'accepted';
}

/** Whose a refused post is: its address names the dealership or carries its token. */
async function ownerOf(trace: InboundTrace): Promise<string | null> {
  if (trace.dealershipId !== null) return trace.dealershipId;
  for (const part of trace.pathname.split('/').slice(2, 5)) {
    if (part.length < 16 || part.length > 64) continue;
    const owner = part.startsWith('dlr_') ? await findDealership(part) : await findDealershipByInboundToken(part);
    if (owner) return owner._id;
  }
  return null;
}

function recordsOf(trace: InboundTrace, owner: string | null): InboundRequestRecord[] {
  const arrivals: { dealershipId: string; arrivalId: string | null; repeated: boolean }[] =
    owner === null ? trace.arrivals : [{ dealershipId: owner, arrivalId: null, repeated: false }];
  return arrivals.map(({ dealershipId, arrivalId, repeated }) => ({
    _id: newId('inb', trace.receivedAt),
    dealership_id: dealershipId,
    request_id: trace.requestId,
    route: trace.route,
    verdict: verdictOf(trace.status, repeated),
    status: trace.status,
    code: trace.code,
    arrival_id: arrivalId,
    bytes: trace.bytes,
    duration_ms: trace.durationMs,
    received_at: trace.receivedAt,
    expires_at: after(trace.receivedAt, KEPT_MS),
  }));
}

/** Writes down every post from outside after it was answered: what waits while one write runs goes with the next. */
export class InboundLog {
  readonly #services: Pick<Services, 'background' | 'logger'>;
  #waiting: InboundTrace[] = [];
  #writing = false;
  readonly #refused = new LruCache<number>(MAX_COUNTED, MINUTE_MS);

  constructor(services: Pick<Services, 'background' | 'logger'>) {
    this.#services = services;
  }

  /** Takes charge of what is known of one post. */
  add(trace: InboundTrace): void {
    if (this.#waiting.length >= MAX_WAITING) return;
    this.#waiting.push(trace);
    if (!this.#writing) this.#services.background.track(this.#write());
  }

  #isFlood(of: string, { status, receivedAt }: InboundTrace): boolean {
    if (status < 400) return false;
    const key = `${Math.floor(receivedAt.getTime() / MINUTE_MS)} ${of.slice(0, MAX_COUNTED_LENGTH)}`;
    const count = (this.#refused.get(key) ?? 0) + 1;
    this.#refused.set(key, count);
    return count > MAX_REFUSED_PER_MINUTE;
  }

  async #recordsOf(trace: InboundTrace): Promise<InboundRequestRecord[]> {
    if (trace.arrivals.length > 0) return recordsOf(trace, null);
    // By address first where only the address can tell whose it is: a flood must not cost a question to the database each time.
    if (trace.dealershipId === null && this.#isFlood(trace.pathname, trace)) return [];
    const owner = await ownerOf(trace);
    if (owner === null || this.#isFlood(owner, trace)) return [];
    return recordsOf(trace, owner);
  }

  async #write(): Promise<void> {
    this.#writing = true;
    try {
      while (this.#waiting.length > 0) {
        const batch = this.#waiting.splice(0, MAX_AT_ONCE);
        await asOperator(async () =>
          insertRecords(InboundRequest, (await Promise.all(batch.map((trace) => this.#recordsOf(trace)))).flat()),
        ).catch((error: unknown) =>
          this.#services.logger.warn({ requests: batch.length, ...describeError(error) }, 'inbound log not written'),
        );
      }
    } finally {
      this.#writing = false;
    }
  }
}
