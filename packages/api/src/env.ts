import type { TestClock } from './database/database-clock.ts';
import { type Variable, variables } from './env-variables.ts';

/** What `loadEnv` makes of the variables: read once, checked, frozen. */
export type Env = Readonly<{
  nodeEnv: 'development' | 'test' | 'production';
  port: number;
  host: string;
  dataDir: string;
  publicUrl: string;
  mongodbUri: string;
  role: 'web' | 'worker' | 'all';
  jwtSecret: string;
  /** The key that seals. */
  encryptionKey: string;
  /** Every key that opens, the one that seals first. */
  encryptionKeys: readonly string[];
  logLevel: string;
  trustProxyHops: number;
  serveDemo: boolean;
  allowLoopbackUrls: boolean;
  anthropic: Readonly<{
    apiKey: string;
    baseUrl: string;
    fastModel: string;
    mainModel: string;
    timeoutMs: number;
  }> | null;
  embeddings: Readonly<{ apiKey: string; baseUrl: string; model: string; atlasIndex: string | null }> | null;
  aiMonthlyTokens: number;
  mailDomain: string;
  mailgun: Readonly<{ apiKey: string; domain: string; baseUrl: string; timeoutMs: number }> | null;
  mailgunSigningKeys: readonly string[];
  /** Last part of the address that a route for all dealerships posts to. */
  mailRouteToken: string | null;
  twilio: Readonly<{ accountSid: string; authToken: string; from: string; baseUrl: string; timeoutMs: number }> | null;
  meta: Readonly<{
    /** The present secret, and while it is changed the one before. */
    appSecrets: readonly string[];
    verifyToken: string;
    appId: string | null;
    graphUrl: string;
    timeoutMs: number;
  }> | null;
  rateLimits: Readonly<{
    browserPerMinute: number;
    browserBurst: number;
    serverPerMinute: number;
    signInPerMinute: number;
    signInAddressPerMinute: number;
  }>;
  failpoints: string | null;
  testClock: TestClock | null;
}>;

/** Thrown with every problem at once, so that an operator mends them in one go. */
export class InvalidEnvironment extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not complete:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'InvalidEnvironment';
  }
}

type Values = Record<string, unknown>;

const FOR_TESTS: readonly string[] = ['FAILPOINTS', 'TEST_CLOCK'];

const TWILIO = ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM'] as const;

const META = ['META_APP_SECRET', 'META_VERIFY_TOKEN'] as const;

/** A provider that is set by half would be taken for one that is not wanted. */
function halfSet(values: Values, provider: string, names: readonly string[]): string[] {
  const missing = names.filter((name) => values[name] === undefined);
  if (missing.length === 0 || missing.length === names.length) return [];
  return missing.map((name) => `${name} is missing: the rest of ${provider} is set`);
}

function readValues(source: Record<string, string | undefined>): Values {
  const values: Values = {};
  const problems: string[] = [];
  const production = source.NODE_ENV === 'production';
  for (const variable of variables as readonly Variable[]) {
    const given = source[variable.name]?.trim();
    const fallback = production && variable.needed ? undefined : variable.fallback;
    const text = given === undefined || given === '' ? fallback : given;
    if (text === undefined) {
      const needed = variable.needed === 'always' || (production && variable.needed === 'production');
      if (needed) problems.push(`${variable.name} is missing: ${variable.meaning}`);
      continue;
    }
    const parsed = variable.schema.safeParse(text);
    if (production && FOR_TESTS.includes(variable.name)) problems.push(`${variable.name} is not for production`);
    else if (parsed.success) values[variable.name] = parsed.data;
    else problems.push(`${variable.name} ${parsed.error.issues[0]?.message ?? 'is not valid'}: ${variable.meaning}`);
  }
  problems.push(...halfSet(values, 'Twilio', TWILIO), ...halfSet(values, 'Meta', META));
  if (problems.length > 0) throw new InvalidEnvironment(problems);
  return values;
}

function pick<T>(values: Values, name: (typeof variables)[number]['name']): T {
  return values[name] as T;
}

function readMeta(values: Values, timeoutMs: number): Env['meta'] {
  const appSecrets = pick<string[] | undefined>(values, 'META_APP_SECRET');
  const verifyToken = pick<string | undefined>(values, 'META_VERIFY_TOKEN');
  if (!appSecrets || !verifyToken) return null;
  const graphUrl = pick<string>(values, 'META_GRAPH_URL').replace(/\/$/, '');
  return {
    appSecrets,
    verifyToken,
    appId: pick<string | undefined>(values, 'META_APP_ID') ?? null,
    graphUrl,
    timeoutMs,
  };
}

/**
 * Reads the configuration from environment variables.
 * @throws InvalidEnvironment naming every variable that is missing or not valid
 */
export function loadEnv(source: Record<string, string | undefined>): Env {
  const values = readValues(source);
  const port = pick<number>(values, 'PORT');
  const providerTimeoutMs = pick<number>(values, 'PROVIDER_TIMEOUT_MS');
  const anthropicKey = pick<string | undefined>(values, 'ANTHROPIC_API_KEY');
  const embeddingsKey = pick<string | undefined>(values, 'EMBEDDINGS_API_KEY');
  const mailgunKey = pick<string | undefined>(values, 'MAILGUN_API_KEY');
  const twilioSid = pick<string | undefined>(values, 'TWILIO_ACCOUNT_SID');
  const twilioToken = pick<string | undefined>(values, 'TWILIO_AUTH_TOKEN');
  const twilioFrom = pick<string | undefined>(values, 'TWILIO_FROM');
  const mailDomain = pick<string>(values, 'MAILGUN_DOMAIN');
  return Object.freeze({
    nodeEnv: pick<Env['nodeEnv']>(values, 'NODE_ENV'),
    port,
    host: pick<string>(values, 'HOST'),
    dataDir: pick<string>(values, 'DATA_DIR'),
    publicUrl: (pick<string | undefined>(values, 'PUBLIC_URL') ?? `http://localhost:${port}`).replace(/\/$/, ''),
    mongodbUri: pick<string>(values, 'MONGODB_URI'),
    role: pick<Env['role']>(values, 'ROLE'),
    jwtSecret: pick<string>(values, 'JWT_SECRET'),
    encryptionKey: pick<string[]>(values, 'ENCRYPTION_KEY')[0] ?? '',
    encryptionKeys: pick<string[]>(values, 'ENCRYPTION_KEY'),
    logLevel: pick<string>(values, 'LOG_LEVEL'),
    trustProxyHops: pick<number>(values, 'TRUST_PROXY'),
    // Its login is published: a demo is no part of a production.
    serveDemo: pick<boolean>(values, 'SERVE_DEMO') && pick<string>(values, 'NODE_ENV') !== 'production',
    allowLoopbackUrls:
      pick<boolean>(values, 'ALLOW_LOOPBACK_URLS') && pick<string>(values, 'NODE_ENV') !== 'production',
    anthropic: anthropicKey
      ? {
          apiKey: anthropicKey,
          baseUrl: pick<string>(values, 'ANTHROPIC_BASE_URL'),
          fastModel: pick<string>(values, 'AI_MODEL_FAST'),
          mainModel: pick<string>(values, 'AI_MODEL_MAIN'),
          timeoutMs: pick<number>(values, 'AI_TIMEOUT_MS'),
        }
      : null,
    embeddings: embeddingsKey
      ? {
          apiKey: embeddingsKey,
          baseUrl: pick<string>(values, 'EMBEDDINGS_BASE_URL'),
          model: pick<string>(values, 'EMBEDDINGS_MODEL'),
          atlasIndex: pick<string | undefined>(values, 'VECTOR_SEARCH_INDEX') ?? null,
        }
      : null,
    aiMonthlyTokens: pick<number>(values, 'AI_MONTHLY_TOKENS'),
    mailDomain,
    mailgun: mailgunKey
      ? {
          apiKey: mailgunKey,
          domain: mailDomain,
          baseUrl: pick<string>(values, 'MAILGUN_BASE_URL'),
          timeoutMs: providerTimeoutMs,
        }
      : null,
    mailRouteToken: pick<string | undefined>(values, 'MAILGUN_ROUTE_TOKEN') ?? null,
    mailgunSigningKeys: (pick<string | undefined>(values, 'MAILGUN_SIGNING_KEY') ?? '')
      .split(',')
      .map((key) => key.trim())
      .filter((key) => key !== ''),
    twilio:
      twilioSid && twilioToken && twilioFrom
        ? {
            accountSid: twilioSid,
            authToken: twilioToken,
            from: twilioFrom,
            baseUrl: pick<string>(values, 'TWILIO_BASE_URL'),
            timeoutMs: providerTimeoutMs,
          }
        : null,
    meta: readMeta(values, providerTimeoutMs),
    rateLimits: {
      browserPerMinute: pick<number>(values, 'RATE_LIMIT_BROWSER_PER_MINUTE'),
      browserBurst: pick<number>(values, 'RATE_LIMIT_BROWSER_BURST'),
      serverPerMinute: pick<number>(values, 'RATE_LIMIT_SERVER_PER_MINUTE'),
      signInPerMinute: pick<number>(values, 'RATE_LIMIT_SIGN_IN_PER_MINUTE'),
      signInAddressPerMinute: pick<number>(values, 'RATE_LIMIT_SIGN_IN_ADDRESS_PER_MINUTE'),
    },
    failpoints: pick<string | undefined>(values, 'FAILPOINTS') ?? null,
    testClock: pick<TestClock | undefined>(values, 'TEST_CLOCK') ?? null,
  });
}
