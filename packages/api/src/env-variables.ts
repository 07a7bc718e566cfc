import { z } from 'zod';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const count = z.coerce.number().int().positive();
const secret = z.string().min(32, 'needs at least 32 characters');
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);
const secrets = list.pipe(z.array(secret).min(1));

/** One variable that the product reads. */
export interface Variable {
  name: string;
  meaning: string;
  schema: z.ZodType;
  fallback?: string;
  /** Needed for the process to start, everywhere or only where `NODE_ENV=production`. */
  needed?: 'always' | 'production';
}

/** Every variable the product reads, in the order of `.env.example`. */
export const variables = [
  {
    name: 'NODE_ENV',
    meaning: '`production` makes missing secrets stop the start',
    schema: z.enum(['development', 'test', 'production']),
    fallback: 'development',
  },
  {
    name: 'PORT',
    meaning: 'Port of the web server; 0 takes a free one',
    schema: z.coerce.number().int().min(0).max(65535),
    fallback: '3000',
  },
  { name: 'HOST', meaning: 'Address the web server listens on', schema: z.string().min(1), fallback: '127.0.0.1' },
  {
    name: 'DATA_DIR',
    meaning: 'Folder of the embedded database and of the generated development secrets',
    schema: z.string().min(1),
    fallback: '.data',
  },
  {
    name: 'PUBLIC_URL',
    meaning: 'Address people and providers reach this deployment at; in development http://localhost:PORT',
    schema: z.url(),
    needed: 'production',
  },
  {
    name: 'MONGODB_URI',
    meaning: 'The database; `npm start` starts an embedded one when it is empty',
    schema: z.string().regex(/^mongodb(\+srv)?:\/\//, 'is not a MongoDB URI'),
    needed: 'always',
  },
  { name: 'ROLE', meaning: 'What this process does', schema: z.enum(['web', 'worker', 'all']), fallback: 'all' },
  { name: 'JWT_SECRET', meaning: 'Signs access tokens, 32 characters or more', schema: secret, needed: 'always' },
  {
    name: 'ENCRYPTION_KEY',
    meaning: 'Seals what must not be read in the database, 32 characters or more; while it is changed: new,old',
    schema: secrets,
    needed: 'always',
  },
  {
    name: 'LOG_LEVEL',
    meaning: 'pino level, or `silent`',
    schema: z.enum(['silent', 'error', 'warn', 'info', 'debug']),
    fallback: 'info',
  },
  {
    name: 'TRUST_PROXY',
    meaning: "How many proxies in front may tell the visitor's address",
    schema: z.coerce.number().int().min(0).max(10),
    fallback: '0',
  },
  { name: 'SERVE_DEMO', meaning: "Serve the demo dealership's web site at /demo", schema: flag, fallback: 'false' },
  {
    name: 'ALLOW_LOOPBACK_URLS',
    meaning: 'Lets web pages and webhooks that a dealership names be on this machine; never in production',
    schema: flag,
    fallback: 'false',
  },
  {
    name: 'ANTHROPIC_API_KEY',
    meaning: 'Lets Claude write the replies; without it rules and templates do',
    schema: z.string().min(1),
  },
  {
    name: 'ANTHROPIC_BASE_URL',
    meaning: 'Where the Messages API is',
    schema: z.url(),
    fallback: 'https://api.anthropic.com',
  },
  { name: 'AI_MODEL_FAST', meaning: 'Model that classifies', schema: z.string().min(1), fallback: 'claude-haiku-5-5' },
  { name: 'AI_MODEL_MAIN', meaning: 'Model that writes', schema: z.string().min(1), fallback: 'claude-sonnet-5-5' },
  {
    name: 'EMBEDDINGS_API_KEY',
    meaning: 'Lets the knowledge be searched by meaning as well; without it words decide',
    schema: z.string().min(1),
  },
  {
    name: 'EMBEDDINGS_BASE_URL',
    meaning: 'Where the embeddings API is: Voyage, OpenAI or one like theirs',
    schema: z.url(),
    fallback: 'https://api.voyageai.com/v1',
  },
  { name: 'EMBEDDINGS_MODEL', meaning: 'Model that embeds', schema: z.string().min(1), fallback: 'voyage-4-lite' },
  {
    name: 'VECTOR_SEARCH_INDEX',
    meaning: 'Name of an Atlas vector index over `knowledge_vectors`; without it vectors are compared in the process',
    schema: z.string().min(1),
  },
  {
    name: 'AI_TIMEOUT_MS',
    meaning: 'Longest wait for one answer of a model, in milliseconds',
    schema: count,
    fallback: '12000',
  },
  {
    name: 'AI_MONTHLY_TOKENS',
    meaning: 'Tokens a dealership may use in a calendar month',
    schema: z.coerce.number().int().min(0),
    fallback: '500000',
  },
  {
    name: 'MAILGUN_API_KEY',
    meaning: 'Sends e-mail; without it mail goes to the outbox',
    schema: z.string().min(1),
    needed: 'production',
  },
  {
    name: 'MAILGUN_DOMAIN',
    meaning: 'Domain mail is sent from and received at',
    schema: z.string().min(1),
    fallback: 'mail.norvalt.localhost',
    needed: 'production',
  },
  {
    name: 'MAILGUN_SIGNING_KEY',
    meaning: 'HTTP webhook signing key; two with a comma between during a rotation',
    schema: z.string().min(1),
    needed: 'production',
  },
  {
    name: 'MAILGUN_ROUTE_TOKEN',
    meaning:
      'One Mailgun route for all dealerships posts to /webhooks/mailgun/inbound/ and this, 32 characters or more',
    schema: secret,
  },
  {
    name: 'MAILGUN_BASE_URL',
    meaning: 'https://api.eu.mailgun.net for a domain in the EU',
    schema: z.url(),
    fallback: 'https://api.mailgun.net',
  },
  {
    name: 'TWILIO_ACCOUNT_SID',
    meaning: 'Sends SMS; without it SMS goes to the outbox, in production to e-mail',
    schema: z.string().min(1),
  },
  { name: 'TWILIO_AUTH_TOKEN', meaning: 'Primary auth token of the account', schema: z.string().min(1) },
  {
    name: 'TWILIO_FROM',
    meaning: 'Number SMS is sent from, E.164',
    schema: z.string().regex(/^\+[0-9]{6,15}$/, 'is not an E.164 number'),
  },
  { name: 'TWILIO_BASE_URL', meaning: 'Where the Twilio API is', schema: z.url(), fallback: 'https://api.twilio.com' },
  {
    name: 'META_APP_SECRET',
    meaning: 'Secret of the app at Meta that Facebook and WhatsApp are connected by; while it is changed: new,old',
    schema: list.pipe(z.array(z.string()).min(1)),
  },
  {
    name: 'META_VERIFY_TOKEN',
    meaning: 'What Meta says when it checks the webhook address; any text of your own',
    schema: z.string().min(8, 'needs at least 8 characters'),
  },
  {
    name: 'META_APP_ID',
    meaning: 'Id of that app; with it the day a token ends is known beforehand',
    schema: z.string().regex(/^[0-9]{5,25}$/, 'is not the id of an app'),
  },
  {
    name: 'META_GRAPH_URL',
    meaning: 'Where the Graph API is, with its version',
    schema: z.url(),
    fallback: 'https://graph.facebook.com/v24.0',
  },
  {
    name: 'PROVIDER_TIMEOUT_MS',
    meaning: 'Longest wait for a mail, SMS or other provider, in milliseconds',
    schema: count,
    fallback: '15000',
  },
  {
    name: 'RATE_LIMIT_BROWSER_PER_MINUTE',
    meaning: 'Form posts a minute from one visitor address',
    schema: count,
    fallback: '10',
  },
  {
    name: 'RATE_LIMIT_BROWSER_BURST',
    meaning: 'Form posts one visitor address may make at once',
    schema: count,
    fallback: '20',
  },
  {
    name: 'RATE_LIMIT_SERVER_PER_MINUTE',
    meaning: 'Server-to-server posts a minute for one dealership: a tenth of them at once, the rest by the second',
    schema: count,
    fallback: '600',
  },
  {
    name: 'RATE_LIMIT_SIGN_IN_ADDRESS_PER_MINUTE',
    meaning: 'Sign-in attempts a minute from one address, whatever the account',
    schema: count,
    fallback: '120',
  },
  {
    name: 'RATE_LIMIT_SIGN_IN_PER_MINUTE',
    meaning: 'Sign-in attempts a minute from one address to one account',
    schema: count,
    fallback: '10',
  },
  {
    name: 'FAILPOINTS',
    meaning: 'For tests, refused in production: where this process fails, see docs/reliability.md',
    schema: z.string().min(1),
  },
  {
    name: 'TEST_CLOCK',
    meaning: 'For tests, refused in production: a wrong or fast clock, `speed=N,from=MS,offset=MS`',
    schema: z
      .string()
      .regex(/^speed=\d+,from=\d+,offset=-?\d+$/)
      .transform((text) => {
        const [speed = 1, fromMs = 0, offsetMs = 0] = text.split(',').map((part) => Number(part.split('=')[1]));
        return { speed, fromMs, offsetMs };
      }),
  },
] as const satisfies readonly Variable[];

/** Writes the text of `.env.example`. */
export function renderEnvExample(): string {
  const lines = (variables as readonly Variable[]).flatMap((variable) => {
    const needed =
      variable.needed === 'always'
        ? ' (needed; npm start makes one)'
        : variable.needed === 'production'
          ? ' (needed in production)'
          : '';
    return [
      `# ${variable.meaning}${needed}`,
      `${variable.fallback === undefined ? '# ' : ''}${variable.name}=${variable.fallback ?? ''}`,
      '',
    ];
  });
  return `# Everything Norvalt reads from the environment. A line that is commented out has no default.\n\n${lines.join('\n')}`;
}
