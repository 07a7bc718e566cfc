import type { Express, NextFunction, Request, RequestHandler, Response } from 'express';
import mongoose from 'mongoose';
import { BurstyRateLimiter, RateLimiterMemory, RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import type { Env } from '../env.ts';
import { sha256 } from '../lib/secrets.ts';
import { Problem } from './problem.ts';
import { RateLimit } from './rate-limit-model.ts';

/** The part of a limiter that is used here. */
interface Limiter {
  consume(key: string): Promise<RateLimiterRes>;
}

/** One limiter per kind of request; see SPEC 9 for the defaults. */
export interface RateLimits {
  browserPost: { limiter: Limiter; policy: string };
  serverPost: { limiter: Limiter; policy: string };
  /** What a chat's browser sends besides messages: typing, read, questions for news. */
  chatSignals: { limiter: Limiter; policy: string };
  signIn: { limiter: Limiter; policy: string };
  /** Stops who tries many accounts from one place; each try costs a password hash. */
  signInAddress: { limiter: Limiter; policy: string };
}

const KEPT_AS = 'rateLimits';

/** Gives the limits to operations that can only count once they have read whose the request is. */
export function keepRateLimits(app: Express, limits: RateLimits): void {
  app.locals[KEPT_AS] = limits;
}

/** The limits of the app that serves a request. */
export function rateLimitsOf(request: Request): RateLimits {
  return request.app.locals[KEPT_AS] as RateLimits;
}

const MINUTE_SECONDS = 60;
/** Typing is told every few seconds, and who has no stream asks for news. */
const CHAT_SIGNALS_PER_POST = 12;

/** Of a minute's quota so much may come at once. */
const AT_ONCE_SHARE = 0.1;

/**
 * A quota of a minute that is given out by the second, but for a tenth of it that may come at once: who spends it in
 * one go takes the time of everybody else. One too small for that is counted by the minute.
 */
function createEvenLimiter(keyPrefix: string, perMinute: number): Limiter {
  const perSecond = Math.floor((perMinute * (1 - AT_ONCE_SHARE)) / MINUTE_SECONDS);
  if (perSecond < 1) return new RateLimiterMemory({ keyPrefix, points: perMinute, duration: MINUTE_SECONDS });
  const atOnce = perMinute - perSecond * MINUTE_SECONDS;
  return new BurstyRateLimiter(
    new RateLimiterMemory({ keyPrefix, points: perSecond, duration: 1 }),
    new RateLimiterMemory({ keyPrefix: `${keyPrefix}_at_once`, points: atOnce, duration: MINUTE_SECONDS }),
  );
}

/** Makes the limiters. Posts are counted in each process; sign-ins in the database, so that a restart forgives nobody. */
export function createRateLimits(limits: Env['rateLimits']): RateLimits {
  const extra = Math.max(0, limits.browserBurst - limits.browserPerMinute);
  const steady = new RateLimiterMemory({
    keyPrefix: 'browser',
    points: limits.browserPerMinute,
    duration: MINUTE_SECONDS,
  });
  const burst = new RateLimiterMemory({ keyPrefix: 'burst', points: extra, duration: 10 * MINUTE_SECONDS });
  return {
    browserPost: {
      limiter: new BurstyRateLimiter(steady, burst),
      policy: `"browser";q=${limits.browserPerMinute};w=${MINUTE_SECONDS}`,
    },
    serverPost: {
      limiter: createEvenLimiter('server', limits.serverPerMinute),
      policy: `"server";q=${limits.serverPerMinute};w=${MINUTE_SECONDS}`,
    },
    chatSignals: {
      limiter: new RateLimiterMemory({
        keyPrefix: 'chat',
        points: limits.browserPerMinute * CHAT_SIGNALS_PER_POST,
        duration: MINUTE_SECONDS,
      }),
      policy: `"chat";q=${limits.browserPerMinute * CHAT_SIGNALS_PER_POST};w=${MINUTE_SECONDS}`,
    },
    signIn: {
      limiter: new RateLimiterMongo({
        storeClient: mongoose.connection,
        dbName: mongoose.connection.name,
        tableName: RateLimit.collection.name,
        disableIndexesCreation: true,
        keyPrefix: 'sign_in',
        points: limits.signInPerMinute,
        duration: MINUTE_SECONDS,
      }),
      policy: `"sign_in";q=${limits.signInPerMinute};w=${MINUTE_SECONDS}`,
    },
    signInAddress: {
      limiter: new RateLimiterMemory({
        keyPrefix: 'sign_in_address',
        points: limits.signInAddressPerMinute,
        duration: MINUTE_SECONDS,
      }),
      policy: `"sign_in_address";q=${limits.signInAddressPerMinute};w=${MINUTE_SECONDS}`,
    },
  };
}

/**
 * Counts one request against a limit.
 * @throws Problem 429 with `Retry-After` when the limit is spent
 */
export async function spend(limit: RateLimits[keyof RateLimits], key: string, response: Response): Promise<void> {
  try {
    const left = await limit.limiter.consume(key);
    response.set('RateLimit-Policy', limit.policy);
    response.set(
      'RateLimit',
      `${limit.policy.split(';')[0]};r=${left.remainingPoints};t=${Math.ceil(left.msBeforeNext / 1000)}`,
    );
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const retryAfter = String(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
    throw new Problem('rate_limited', {
      detail: `Wait ${retryAfter} seconds and send the same again.`,
      headers: {
        'Retry-After': retryAfter,
        'RateLimit-Policy': limit.policy,
        RateLimit: `${limit.policy.split(';')[0]};r=0;t=${retryAfter}`,
      },
    });
  }
}

/** Limits form posts: a browser by its address, a server by the dealership it posts to. */
export function limitFormPosts(limits: RateLimits, tenantKey: (request: Request) => string): RequestHandler {
  return async (request: Request, response: Response, next: NextFunction) => {
    const fromBrowser = request.get('origin') !== undefined || request.get('sec-fetch-site') !== undefined;
    if (fromBrowser) await spend(limits.browserPost, request.ip ?? 'unknown', response);
    else await spend(limits.serverPost, tenantKey(request), response);
    next();
  };
}

/** Limits what comes from a visitor's address, browser or not: a token of a chat is anybody's to have. */
export function limitChat(limit: RateLimits[keyof RateLimits]): RequestHandler {
  return async (request: Request, response: Response, next: NextFunction) => {
    await spend(limit, request.ip ?? 'unknown', response);
    next();
  };
}

/** Limits attempts to sign in by address and account together, so that an attacker cannot lock somebody out. */
export function limitSignIn(limits: RateLimits): RequestHandler {
  return async (request: Request, response: Response, next: NextFunction) => {
    const body = request.body as { email?: unknown; token?: unknown } | undefined;
    // The body has not been checked yet: it may be anything.
    const named = [body?.email, body?.token].find((value) => typeof value === 'string') ?? '';
    const account = String(named).trim().toLowerCase();
    await spend(limits.signInAddress, request.ip ?? 'unknown', response);
    await spend(limits.signIn, sha256(`${request.ip ?? 'unknown'} ${account}`), response);
    next();
  };
}
