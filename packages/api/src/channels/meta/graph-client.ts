import { createHmac } from 'node:crypto';
import type { Env } from '../../env.ts';
import { type ProviderAnswer, requestProvider } from '../provider-request.ts';
import { classifyGraphAnswer, type GraphAnswer } from './classify-graph-answer.ts';

export type GraphSettings = NonNullable<Env['meta']>;

type Parameters = Record<string, string>;

/** The Graph API of Meta, called with the token of one connection at a time. */
export interface GraphClient {
  get(path: string, parameters: Parameters, token: string): Promise<GraphAnswer>;
  post(path: string, parameters: Parameters, token: string): Promise<GraphAnswer>;
  delete(path: string, token: string): Promise<GraphAnswer>;
  /** Posts JSON, for what must not be done twice: tells how far it got. */
  send(path: string, body: Record<string, unknown>, token: string): Promise<ProviderAnswer>;
  /** What Meta knows of a token; `null` where the app's own id is not configured. */
  inspectToken(token: string): Promise<GraphAnswer | null>;
}

/** Calls the Graph API; never rejects. Tokens go in a header, so that they are in no address and no log. */
export function createGraphClient(settings: GraphSettings): GraphClient {
  const exchange = (
    method: string,
    path: string,
    parameters: Parameters,
    token: string,
    body: Record<string, unknown> | null = null,
  ): Promise<ProviderAnswer> => {
    const url = new URL(`${settings.graphUrl}/${path}`);
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    const proof = proofOf(settings, token);
    if (proof !== null) url.searchParams.set('appsecret_proof', proof);
    return requestProvider({
      method,
      url,
      headers: {
        Authorization: `Bearer ${token}`,
        Accept: 'application/json',
        ...(body === null ? {} : { 'Content-Type': 'application/json' }),
      },
      body: body === null ? null : Buffer.from(JSON.stringify(body)),
      timeoutMs: settings.timeoutMs,
    });
  };
  const call = async (method: string, path: string, parameters: Parameters, token: string): Promise<GraphAnswer> =>
    classifyGraphAnswer(await exchange(method, path, parameters, token));
  return {
    get: (path, parameters, token) => call('GET', path, parameters, token),
    post: (path, parameters, token) => call('POST', path, parameters, token),
    delete: (path, token) => call('DELETE', path, {}, token),
    send: (path, body, token) => exchange('POST', path, {}, token, body),
    inspectToken: async (token) => {
      const [secret] = settings.appSecrets;
      if (settings.appId === null || secret === undefined) return null;
      return call('GET', 'debug_token', { input_token: token }, `${settings.appId}|${secret}`);
    },
  };
}

/**
 * Proves that the caller knows the app's secret as well as the token
 * (https://developers.facebook.com/docs/graph-api/guides/secure-requests); the app's own token has it inside.
 */
function proofOf({ appSecrets }: GraphSettings, token: string): string | null {
  const [secret] = appSecrets;
  if (secret === undefined || token.includes('|')) return null;
  return createHmac('sha256', secret).update(token).digest('hex');
}
