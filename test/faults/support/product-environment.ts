import type { TcpProxy } from './tcp-proxy.ts';

export const SIGNING_KEY = 'a signing key for faults';
export const TWILIO_TOKEN = 'a twilio token for faults';
export const META_SECRET = 'an app secret for faults';
export const OUR_NUMBER = '+4759440000';
/** What people and providers reach the product at, as far as it knows; signatures are over it. */
export const PUBLIC_URL = 'https://norvalt.example';

/** The wires of a cluster: from the senders to web, from web and worker to the database, and to the providers. */
export type Wires = Record<
  'web' | 'webDatabase' | 'workerDatabase' | 'mailgun' | 'twilio' | 'graph' | 'anthropic',
  TcpProxy
>;

/** What web and worker are configured with, whichever they are: the accounts of the stubs, each at its wire. */
export function productEnvironment({ mailgun, twilio, graph }: Wires): Record<string, string> {
  const at = (wire: TcpProxy) => `http://127.0.0.1:${wire.port}`;
  return {
    NODE_ENV: 'test',
    PUBLIC_URL,
    JWT_SECRET: 'j'.repeat(32),
    ENCRYPTION_KEY: 'e'.repeat(32),
    LOG_LEVEL: 'warn',
    MAILGUN_API_KEY: 'mailgun-key',
    MAILGUN_DOMAIN: 'mail.norvalt.example',
    MAILGUN_SIGNING_KEY: SIGNING_KEY,
    MAILGUN_BASE_URL: at(mailgun),
    TWILIO_ACCOUNT_SID: 'AC00000000000000000000000000000001',
    TWILIO_AUTH_TOKEN: TWILIO_TOKEN,
    TWILIO_FROM: OUR_NUMBER,
    TWILIO_BASE_URL: at(twilio),
    META_APP_SECRET: META_SECRET,
    META_VERIFY_TOKEN: 'a verify token for faults',
    META_GRAPH_URL: `${at(graph)}/v24.0`,
    PROVIDER_TIMEOUT_MS: '2000',
    RATE_LIMIT_SERVER_PER_MINUTE: '1000000',
    RATE_LIMIT_BROWSER_PER_MINUTE: '1000000',
    RATE_LIMIT_BROWSER_BURST: '1000000',
    RATE_LIMIT_SIGN_IN_PER_MINUTE: '1000',
    RATE_LIMIT_SIGN_IN_ADDRESS_PER_MINUTE: '1000',
  };
}
