import { Norvalt } from '@norvalt/sdk';
import { accountOf, graphToken } from '../stubs/graph-stub.ts';
import type { Cluster } from './cluster.ts';
import { exchange } from './exchange.ts';

/** A dealership that has signed up, and everything that others need to reach it. */
export interface Dealership {
  id: string;
  name: string;
  /** The part of its mail address before the @. */
  mailbox: string;
  /** The secret part of the addresses that providers post to. */
  inboundToken: string;
  formId: string;
  secretKey: string;
  publishableKey: string;
  /** Its page at Facebook and its number at WhatsApp. */
  pageId: string;
  numberId: string;
}

const ORIGIN = 'https://dealer.example';

async function post<T>(cluster: Cluster, place: string, body: unknown, token?: string): Promise<T> {
  const answer = await exchange(`${cluster.directUrl}${place}`, {
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
  if (answer.status === null || answer.status >= 300)
    throw new Error(`${place} answered ${answer.status}: ${answer.body}`);
  return JSON.parse(answer.body) as T;
}

let connected = 0;

/** Connects a page and a number of its own. */
async function connect(cluster: Cluster, token: string): Promise<{ pageId: string; numberId: string }> {
  connected += 1;
  const [pageId, numberId] = [`9007199254${connected}`, `3107199254${connected}`];
  const page = { provider: 'facebook', external_id: pageId, token: graphToken(pageId) };
  const number = {
    provider: 'whatsapp',
    external_id: numberId,
    account_id: accountOf(numberId),
    token: graphToken(numberId),
  };
  for (const connection of [page, number]) await post(cluster, '/v1/connections', connection, token);
  return { pageId, numberId };
}

/** Signs a dealership up, makes its keys and connects it. */
export async function signUp(cluster: Cluster, name: string): Promise<Dealership> {
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@dealer.example`;
  const { access_token: token, dealership } = await post<{ access_token: string; dealership: { id: string } }>(
    cluster,
    '/v1/auth/signup',
    { email, password: 'en lang setning er best', name: 'Rep', dealership_name: name },
  );
  const seen = await exchange(`${cluster.directUrl}/v1/dealership`, {
    method: 'GET',
    headers: { authorization: `Bearer ${token}` },
  });
  const { inbound_email: inbound, default_form_id: formId } = JSON.parse(seen.body) as {
    inbound_email: { address: string; webhook_path: string };
    default_form_id: string;
  };
  const key = (fields: object) => post<{ key: string }>(cluster, '/v1/api-keys', { mode: 'live', ...fields }, token);
  const secret = await key({ name: 'Secret', kind: 'secret', scopes: ['leads:read', 'leads:write'] });
  const publishable = await key({ name: 'Site', kind: 'publishable', allowed_origins: [ORIGIN] });
  return {
    id: dealership.id,
    name,
    mailbox: inbound.address.split('@')[0] ?? '',
    inboundToken: inbound.webhook_path.split('/').at(-1) ?? '',
    formId,
    secretKey: secret.key,
    publishableKey: publishable.key,
    ...(await connect(cluster, token)),
  };
}

/** The API as somebody at the dealership sees it. */
export function clientOf(cluster: Cluster, dealership: Dealership): Norvalt {
  return new Norvalt({ baseUrl: cluster.directUrl, apiKey: dealership.secretKey });
}

export { ORIGIN };
