import type { Express, NextFunction, Request, RequestHandler, Response } from 'express';
import mongoose from 'mongoose';
import { RateLimiterMemory, RateLimiterMongo } from 'rate-limiter-flexible';
import type { Env } from '../env.ts';
import { sha256 } from '../lib/secrets.ts';
import { type Limit, type Quota, takeFrom } from './limit.ts';
import { Problem } from './problem.ts';
import { RateLimit } from './rate-limit-model.ts';

/** One limit per kind of request; see SPEC 9 for the defaults. */
export interface RateLimits {
  browserPost: Limit;
  serverPost: Limit;
  /** What a chat's browser sends besides messages: typing, read, questions for news. */
  chatSignals: Limit;
  signIn: Limit;
  /** Stops who tries many accounts from one place; each try costs a password hash. */
  signInAddress: Limit;
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
/** A person who fills several forms in a row is no flood. */
const BURST_SECONDS = 10 * MINUTE_SECONDS;
/** Typing is told every few seconds, and who has no stream asks for news. */
const CHAT_SIGNALS_PER_POST = 12;

/** Of a server's minute about so much may come at once. */
const AT_ONCE_SHARE = 0.1;
/** The shortest times a quota of a minute is given out by, in seconds. */
const STEPS = [1, 2, 5, 10, 30];

/** A quota that is counted in this process. */
function counted(name: string, points: number, windowSeconds = MINUTE_SECONDS): Quota {
  const counter = new RateLimiterMemory({ keyPrefix: name, points, duration: windowSeconds });
  return { name, points, windowSeconds, counter };
}

/**
 * A quota of a minute that is given out by the second, but for a tenth of it that may come at once: who spends it in
 * one go takes the time of everybody else. A small one, of which a second has no whole share, is given out in longer steps.
 */
function evenLimit(name: string, perMinute: number): Limit {
  const steady = perMinute * (1 - AT_ONCE_SHARE);
  for (const seconds of STEPS) {
    const points = Math.floor((steady * seconds) / MINUTE_SECONDS);
    const atOnce = perMinute - (points * MINUTE_SECONDS) / seconds;
    if (points > 0 && atOnce <= 2 * AT_ONCE_SHARE * perMinute)
      return [counted(name, points, seconds), counted(`${name}_burst`, atOnce)];
  }
  return [counted(name, perMinute)];
}

function browserLimit({ browserPerMinute, browserBurst }: Env['rateLimits']): Limit {
  const steady = counted('browser', browserPerMinute);
  const extra = browserBurst - browserPerMinute;
  return extra > 0 ? [steady, counted('browser_burst', extra, BURST_SECONDS)] : [steady];
}

/** Makes the limits. Posts are counted in each process; sign-ins in the database, so that a restart forgives nobody. */
export function createRateLimits(limits: Env['rateLimits']): RateLimits {
  const signIns = new RateLimiterMongo({
    storeClient: mongoose.connection,
    dbName: mongoose.connection.name,
    tableName: RateLimit.collection.name,
    disableIndexesCreation: true,
    keyPrefix: 'sign_in',
    points: limits.signInPerMinute,
    duration: MINUTE_SECONDS,
  });
  const signIn = { name: 'sign_in', points: limits.signInPerMinute, windowSeconds: MINUTE_SECONDS, counter: signIns };
  return {
    browserPost: browserLimit(limits),
    serverPost: evenLimit('server', limits.serverPerMinute),
    chatSignals: [counted('chat', limits.browserPerMinute * CHAT_SIGNALS_PER_POST)],
    signIn: [signIn],
    signInAddress: [counted('sign_in_address', limits.signInAddressPerMinute)],
  };
}

/**
 * Counts one request against a limit.
 * @throws Problem 429 with `Retry-After` when the limit is spent
 */
export async function spend(limit: Limit, key: string, response: Response): Promise<void> {
  const { allowed, retryAfterSeconds, headers } = await takeFrom(limit, key);
  if (!allowed) {
    const retryAfter = String(retryAfterSeconds);
    throw new Problem('rate_limited', {
      detail: `Wait ${retryAfter} seconds and send the same again.`,
      headers: { 'Retry-After': retryAfter, ...headers },
    });
  }
  response.set(headers);
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
export function limitChat(limit: Limit): RequestHandler {
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
