import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestHandler } from 'express';
import type { Services } from '../services.ts';
import { requestIdOf } from './request-id.ts';

/** One arrival that a request brought. */
interface TracedArrival {
  dealershipId: string;
  arrivalId: string;
  repeated: boolean;
}

/** What is known of a request from outside when it is over. No body, no address: those are with the arrival. */
export interface InboundTrace {
  requestId: string;
  route: string;
  status: number;
  code: string | null;
  bytes: number;
  durationMs: number;
  receivedAt: Date;
  /** Whose request it is, as far as the address or the key told. */
  dealershipId: string | null;
  pathname: string;
  arrivals: TracedArrival[];
}

type Noted = Pick<InboundTrace, 'dealershipId' | 'arrivals'>;

const storage = new AsyncLocalStorage<Noted>();

/** The addresses that enquiries and provider posts come in by, as they are named in the log: without ids and tokens. */
const ROUTES = [/^(\/webhooks\/[a-z]{1,30})(?:\/|$)/, /^(\/v1\/forms)\/[^/]+\/submissions\/?$/, /^(\/v1\/adf)\/?$/];

function routeOf(pathname: string): string | null {
  for (const pattern of ROUTES) {
    const route = pattern.exec(pathname)?.[1];
    if (route !== undefined) return route;
  }
  return null;
}

/** Notes whose request is being served. */
export function noteDealership(dealershipId: string): void {
  const noted = storage.getStore();
  if (noted) noted.dealershipId = dealershipId;
}

/** Notes what the request being served brought; nothing where no request is (a sweep, a poll). */
export function noteArrival(arrival: TracedArrival): void {
  storage.getStore()?.arrivals.push(arrival);
}

/** Follows every post from outside and hands over what is known of it once it was answered. */
export function traceInbound(services: Services, over: (trace: InboundTrace) => void): RequestHandler {
  return (request, response, next) => {
    const route = request.method === 'POST' ? routeOf(request.path) : null;
    if (route === null) return next();
    const pathname = request.path;
    const receivedAt = services.clock.now();
    const startedAt = performance.now();
    const noted: Noted = { dealershipId: null, arrivals: [] };
    response.once('close', () =>
      over({
        requestId: requestIdOf(response),
        route,
        pathname,
        status: response.statusCode,
        code: (response.locals.problemCode as string | undefined) ?? null,
        bytes: Number(request.get('content-length')) || 0,
        durationMs: Math.round(performance.now() - startedAt),
        receivedAt,
        ...noted,
      }),
    );
    storage.run(noted, next);
  };
}
