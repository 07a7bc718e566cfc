import { insertRecords } from '../../database/insert-records.ts';
import type { InboundTrace } from '../../http/inbound-trace.ts';
import { after, DAY_MS, MINUTE_MS } from '../../lib/clock.ts';
import { describeError } from '../../lib/describe-error.ts';
import { newId } from '../../lib/ids.ts';
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
  #refused = { minute: 0, counts: new Map<string, number>() };

  constructor(services: Pick<Services, 'background' | 'logger'>) {
    this.#services = services;
  }

  /** Takes charge of what is known of one post. */
  add(trace: InboundTrace): void {
    if (this.#waiting.length >= MAX_WAITING) return;
    this.#waiting.push(trace);
    if (!this.#writing) this.#services.background.track(this.#write());
  }

  #isFlood(of: string, at: Date): boolean {
    const minute = Math.floor(at.getTime() / MINUTE_MS);
    if (minute !== this.#refused.minute) this.#refused = { minute, counts: new Map() };
    const count = (this.#refused.counts.get(of) ?? 0) + 1;
    this.#refused.counts.set(of, count);
    return count > MAX_REFUSED_PER_MINUTE;
  }

  async #recordsOf(trace: InboundTrace): Promise<InboundRequestRecord[]> {
    if (trace.arrivals.length > 0) return recordsOf(trace, null);
    // By address first: who floods one must not cost the database a question each time.
    if (this.#isFlood(trace.pathname, trace.receivedAt)) return [];
    const owner = await ownerOf(trace);
    if (owner === null || this.#isFlood(owner, trace.receivedAt)) return [];
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
