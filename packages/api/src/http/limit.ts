import { RateLimiterRes } from 'rate-limiter-flexible';

/** Counts what was used of a quota; the limiters of rate-limiter-flexible are such. */
interface Counter {
  /** @throws RateLimiterRes when the quota is spent */
  consume(key: string): Promise<RateLimiterRes>;
  get(key: string): Promise<RateLimiterRes | null>;
}

/** So many requests in so many seconds, for each key by itself. */
export interface Quota {
  name: string;
  points: number;
  windowSeconds: number;
  counter: Counter;
}

/** Quotas of which the first that is not spent pays for a request: a steady one, and what a burst may take beyond it. */
export type Limit = readonly [Quota, ...Quota[]];

/** What is left of a limit after a request, with the fields of the Internet draft "RateLimit header fields for HTTP". */
export interface Usage {
  allowed: boolean;
  /** How long it takes until some quota of the limit has something to give again. */
  retryAfterSeconds: number;
  headers: { 'RateLimit-Policy': string; RateLimit: string };
}

/** Of one quota; `taken` when it paid for the request. */
interface State {
  taken: boolean;
  remaining: number;
  resetSeconds: number;
}

function stateOf({ remainingPoints, msBeforeNext }: RateLimiterRes, taken: boolean): State {
  return { taken, remaining: Math.max(0, remainingPoints), resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) };
}

async function take({ counter }: Quota, key: string): Promise<State> {
  try {
    return stateOf(await counter.consume(key), true);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return { ...stateOf(refused, false), remaining: 0 };
  }
}

async function look({ counter, points, windowSeconds }: Quota, key: string): Promise<State> {
  const left = await counter.get(key);
  return left === null ? { taken: false, remaining: points, resetSeconds: windowSeconds } : stateOf(left, false);
}

/** Takes one request from a limit and says what is left of each of its quotas. */
export async function takeFrom(limit: Limit, key: string): Promise<Usage> {
  let allowed = false;
  let retryAfterSeconds = Number.POSITIVE_INFINITY;
  const policies: string[] = [];
  const left: string[] = [];
  for (const quota of limit) {
    const state: State = await (allowed ? look(quota, key) : take(quota, key));
    allowed ||= state.taken;
    retryAfterSeconds = Math.min(retryAfterSeconds, state.resetSeconds);
    policies.push(`"${quota.name}";q=${quota.points};w=${quota.windowSeconds}`);
    left.push(`"${quota.name}";r=${state.remaining};t=${state.resetSeconds}`);
  }
  return {
    allowed,
    retryAfterSeconds,
    headers: { 'RateLimit-Policy': policies.join(', '), RateLimit: left.join(', ') },
  };
}
