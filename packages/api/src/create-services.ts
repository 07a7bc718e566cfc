import { createAnthropicProvider } from './answering/create-anthropic-provider.ts';
import { createEmbeddingProvider } from './answering/knowledge/embedding-provider.ts';
import { IndexCache } from './answering/knowledge/index-cache.ts';
import { createGraphClient } from './channels/meta/graph-client.ts';
import { createEmailTransport, createSmsTransport } from './delivery/create-transports.ts';
import { createTokenBudget } from './delivery/token-budget.ts';
import type { Env } from './env.ts';
import { LiveHub } from './events/live-hub.ts';
import { Meaning } from './features/knowledge/vectors/meaning.ts';
import { createNearestByReading, nearestByAtlas } from './features/knowledge/vectors/nearest.ts';
import { SandboxClock } from './features/sandbox/sandbox-clock.ts';
import { Background } from './lib/background.ts';
import { type Clock, systemClock } from './lib/clock.ts';
import { createLogger } from './lib/logger.ts';
import { createSafeFetch } from './lib/safe-fetch.ts';
import type { Services } from './services.ts';

const KNOWLEDGE_INDEXES = { maxBytes: 64 * 1024 * 1024, maxAgeMs: 10 * 60_000 } as const;

function createMeaning(env: Env, parts: Pick<Services, 'background' | 'clock' | 'logger'>): Meaning | null {
  if (env.embeddings === null) return null;
  const { atlasIndex, ...settings } = env.embeddings;
  const findNearest = atlasIndex === null ? createNearestByReading() : nearestByAtlas(atlasIndex);
  return new Meaning({ ...parts, provider: createEmbeddingProvider(settings), findNearest });
}

/** Makes the real parts that verbs and jobs work with; what the environment does not name is not there. */
export function createServices(env: Env, overrides: Partial<Services> & { clock?: Clock } = {}): Services {
  const clock = new SandboxClock(overrides.clock ?? systemClock);
  const logger = overrides.logger ?? createLogger(env.logLevel);
  const background = new Background();
  return {
    env,
    logger,
    live: new LiveHub(),
    background,
    model: env.anthropic === null ? null : createAnthropicProvider({ ...env.anthropic, logger }),
    budget: createTokenBudget(env, clock),
    email: createEmailTransport(env),
    sms: createSmsTransport(env),
    knowledgeIndexes: new IndexCache(KNOWLEDGE_INDEXES),
    // A sandbox that runs ahead must not decide for all when the service is asked again.
    meaning: createMeaning(env, { background, clock: clock.real, logger }),
    safeFetch: createSafeFetch({ allowLoopback: env.allowLoopbackUrls }),
    graph: env.meta === null ? null : createGraphClient(env.meta),
    wake: () => undefined,
    ...overrides,
    clock,
    sandboxClock: clock,
  };
}
