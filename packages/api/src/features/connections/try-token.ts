import type { GraphAnswer } from '../../channels/meta/classify-graph-answer.ts';
import type { GraphClient } from '../../channels/meta/graph-client.ts';
import type { ConnectionProvider } from './model.ts';

/** What a provider says of a token. */
export type TokenVerdict =
  | { ok: true; name: string }
  /** `field` is what the person who connects it has to change. */
  | { ok: false; kind: Exclude<GraphAnswer['kind'], 'ok'>; field: 'token' | 'external_id'; detail: string };

/** What the product does with the connections of one provider. */
interface Provider {
  /** Something small that only works with a token of that page or number. */
  tryToken(graph: GraphClient, externalId: string, token: string): Promise<TokenVerdict>;
  /** Asks the provider to post what happens there; to be done with every new token. */
  subscribe(graph: GraphClient, externalId: string, token: string): Promise<TokenVerdict>;
  /** Takes that back. */
  unsubscribe(graph: GraphClient, externalId: string, token: string): Promise<void>;
}

function refused(answer: Exclude<GraphAnswer, { kind: 'ok' }>): TokenVerdict {
  return { ok: false, kind: answer.kind, field: 'token', detail: answer.reason };
}

const facebook: Provider = {
  async tryToken(graph, externalId, token) {
    const me = await graph.get('me', { fields: 'id,name' }, token);
    if (me.kind !== 'ok') return refused(me);
    const name = String(me.body.name ?? '').slice(0, 200);
    if (String(me.body.id) === externalId) return { ok: true, name: name || externalId };
    const detail = `The token is of ${name || 'somebody else'} (${String(me.body.id).slice(0, 30)}), not of this page.`;
    return { ok: false, kind: 'refused', field: 'external_id', detail };
  },
  async subscribe(graph, externalId, token) {
    const answer = await graph.post(`${externalId}/subscribed_apps`, { subscribed_fields: 'leadgen' }, token);
    return answer.kind === 'ok' ? { ok: true, name: '' } : refused(answer);
  },
  async unsubscribe(graph, externalId, token) {
    await graph.delete(`${externalId}/subscribed_apps`, token);
  },
};

/** One line for each provider that can be connected. */
export const providers: Record<ConnectionProvider, Provider> = { facebook };

/** When a token ends, as far as the provider tells; `null` for never and for unknown. */
export async function tokenExpiry(graph: GraphClient, token: string): Promise<Date | null> {
  const answer = await graph.inspectToken(token);
  if (answer?.kind !== 'ok') return null;
  const data = Object(answer.body.data) as Record<string, unknown>;
  const seconds = [data.expires_at, data.data_access_expires_at].map(Number).filter((value) => value > 0);
  return seconds.length === 0 ? null : new Date(Math.min(...seconds) * 1000);
}
