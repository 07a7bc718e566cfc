import { NorvaltError } from './errors.ts';

/** An access token, or a function that gives the one to use now (null for none). Asked before every attempt. */
export type AccessToken = string | (() => string | null | Promise<string | null>);

/** How a client is set up. */
export interface NorvaltOptions {
  /** Where the API is, such as `https://norvalt.example`. In a browser it may be relative to the page (`/`). */
  baseUrl: string;
  /** `sk_…` on a server, `pk_…` in a browser. */
  apiKey?: string | undefined;
  /** Instead of a key: the access token of a person who signed in. */
  accessToken?: AccessToken | undefined;
  /** Milliseconds one attempt may take; 30 000 when left out. */
  timeoutMs?: number | undefined;
  /** How often a request is sent again after the first attempt; 2 when left out, 0 for never. */
  maxRetries?: number | undefined;
  /** Instead of the global `fetch`. */
  fetch?: typeof fetch | undefined;
  /** Sent with every request. */
  defaultHeaders?: Record<string, string> | undefined;
  /** Whether the browser sends cookies; the refresh cookie of `auth.refresh()` on another origin needs `include`. */
  credentials?: 'same-origin' | 'include' | undefined;
  /** Allows a secret key in a browser, where everyone who opens the page can read it. */
  dangerouslyAllowBrowser?: boolean | undefined;
}

/** Options that one call may set. */
export interface CallOptions {
  /** Milliseconds one attempt may take. */
  timeoutMs?: number | undefined;
  /** How often the request is sent again after the first attempt. */
  maxRetries?: number | undefined;
  /** Instead of the random one that every POST gets. */
  idempotencyKey?: string | undefined;
  /** Aborting it ends the call with a UserAbortError. */
  signal?: AbortSignal | undefined;
  /** Sent besides, or instead of, those the client sends. */
  headers?: Record<string, string> | undefined;
}

/** The options, checked and with their defaults. */
export interface Config {
  baseUrl: string;
  timeoutMs: number;
  maxRetries: number;
  fetch: typeof fetch;
  defaultHeaders: Record<string, string>;
  credentials: 'same-origin' | 'include' | undefined;
  /** The credential to send now, or null. */
  credential: () => Promise<string | null>;
}

const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_MAX_RETRIES = 2;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Returns the limits a call runs under; throws NorvaltError when one makes no sense. */
export function checkLimits(timeoutMs: number, maxRetries: number): { timeoutMs: number; maxRetries: number } {
  if (!(timeoutMs > 0 && timeoutMs <= LONGEST_TIMER_MS)) {
    throw new NorvaltError(`timeoutMs must be above 0, not ${timeoutMs}`);
  }
  if (!Number.isInteger(maxRetries) || maxRetries < 0) {
    throw new NorvaltError(`maxRetries must be a whole number from 0, not ${maxRetries}`);
  }
  return { timeoutMs, maxRetries };
}

// Every browser, its workers included, calls itself Mozilla; Node, Deno, Bun and edge workers do not.
const inBrowser = (): boolean =>
  typeof document !== 'undefined' || (typeof navigator !== 'undefined' && /^Mozilla\//.test(navigator.userAgent ?? ''));

function checkCredential(credential: string, allowBrowser: boolean | undefined): string {
  if (!/^[\x21-\x7e]+$/.test(credential)) {
    throw new NorvaltError('The API key or access token is empty or has whitespace in it');
  }
  if (credential.startsWith('sk_') && !allowBrowser && inBrowser()) {
    throw new NorvaltError(
      'A secret key (sk_…) was refused: everyone who opens this page can read it. Use a publishable key (pk_…) or dangerouslyAllowBrowser',
    );
  }
  return credential;
}

function checkBaseUrl(baseUrl: string): string {
  try {
    const url = new URL(baseUrl, globalThis.location?.href);
    if (!baseUrl || !/^https?:$/.test(url.protocol)) throw new TypeError(url.protocol);
    return url.origin + url.pathname.replace(/\/+$/, '');
  } catch {
    throw new NorvaltError(
      `baseUrl must be an address such as "https://norvalt.example", not ${JSON.stringify(baseUrl)}`,
    );
  }
}

/** Checks the options and fills in the defaults; throws NorvaltError for what cannot work. */
export function resolveConfig(options: NorvaltOptions): Config {
  const { apiKey, accessToken, dangerouslyAllowBrowser } = options;
  if (apiKey !== undefined && accessToken !== undefined) {
    throw new NorvaltError('Give apiKey or accessToken, not both');
  }
  if ('apiKey' in options && apiKey === undefined && accessToken === undefined) {
    throw new NorvaltError('apiKey is undefined: is the environment variable set?');
  }
  const source = apiKey ?? accessToken ?? null;
  if (typeof source === 'string') checkCredential(source, dangerouslyAllowBrowser);
  return {
    baseUrl: checkBaseUrl(options.baseUrl),
    ...checkLimits(options.timeoutMs ?? DEFAULT_TIMEOUT_MS, options.maxRetries ?? DEFAULT_MAX_RETRIES),
    // Looked up at each call, so that one who replaces the global later (tests, tracing) is heard.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    defaultHeaders: options.defaultHeaders ?? {},
    credentials: options.credentials,
    async credential() {
      const credential = typeof source === 'function' ? await source() : source;
      return credential === null ? null : checkCredential(credential, dangerouslyAllowBrowser);
    },
  };
}
