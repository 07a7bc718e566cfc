import type { IndexCache } from './answering/knowledge/index-cache.ts';
import type { ModelProvider, TokenBudget } from './answering/types.ts';
import type { GraphClient } from './channels/meta/graph-client.ts';
import type { EmailTransport, SmsTransport } from './delivery/transports.ts';
import type { Env } from './env.ts';
import type { LiveHub } from './events/live-hub.ts';
import type { Meaning } from './features/knowledge/vectors/meaning.ts';
import type { SandboxClock } from './features/sandbox/sandbox-clock.ts';
import type { Background } from './lib/background.ts';
import type { Clock } from './lib/clock.ts';
import type { Logger } from './lib/logger.ts';
import type { SafeFetch } from './lib/safe-fetch.ts';

/** What verbs and jobs are given instead of reaching for globals. */
export interface Services {
  env: Env;
  clock: Clock;
  /** The same clock, where those of sandboxes are set. */
  sandboxClock: SandboxClock;
  logger: Logger;
  live: LiveHub;
  /** Work that goes on after an answer was given; a shutdown waits for it. */
  background: Background;
  model: ModelProvider | null;
  budget: TokenBudget;
  email: EmailTransport;
  sms: SmsTransport;
  /** Indexes over what the dealerships know, of those that were asked last. */
  knowledgeIndexes: IndexCache;
  /** Compares by meaning; null where no embeddings are configured. */
  meaning: Meaning | null;
  /** Requests addresses that a dealership typed; nothing else may. */
  safeFetch: SafeFetch;
  /** The Graph API, where this deployment has an app at Meta. */
  graph: GraphClient | null;
  /** Tells the worker in this process that there is something to do; harmless where there is none. */
  wake(): void;
}
