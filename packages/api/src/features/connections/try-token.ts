import type { GraphFailure } from '../../channels/meta/classify-graph-answer.ts';
import type { GraphClient } from '../../channels/meta/graph-client.ts';
import { listGraph } from '../../channels/meta/list-graph.ts';
import type { ConnectionProvider, ConnectionRecord } from './model.ts';

/** What a provider says of a token. */
export type TokenVerdict =
  | { ok: true; name: string }
  /** `field` is what the person who connects it has to change. */
  | {
      ok: false;
      kind: GraphFailure['kind'];
      field: 'token' | 'external_id' | 'account_id';
      detail: string;
    };

/** The page, or the number and the account it is of, at the provider. */
export interface ConnectionTarget {
  externalId: string;
  accountId: string | null;
}

/** What a connection is of. */
export function targetOf(connection: Pick<ConnectionRecord, 'external_id' | 'account_id'>): ConnectionTarget {
  return { externalId: connection.external_id, accountId: connection.account_id };
}

/** What the product does with the connections of one provider. */
interface Provider {
  /** Something small that only works with a token of that page or number. */
  tryToken(graph: GraphClient, target: ConnectionTarget, token: string): Promise<TokenVerdict>;
  /** Asks the provider to post what happens there; to be done with every new token. */
  subscribe(graph: GraphClient, target: ConnectionTarget, token: string): Promise<TokenVerdict>;
  /** Takes that back. */
  unsubscribe(graph: GraphClient, target: ConnectionTarget, token: string): Promise<void>;
}

function refused(answer: GraphFailure, field: Extract<TokenVerdict, { ok: false }>['field'] = 'token'): TokenVerdict {
  return { ok: false, kind: answer.kind, field, detail: answer.reason };
}

const facebook: Provider = {
  async tryToken(graph, { externalId }, token) {
    const me = await graph.get('me', { fields: 'id,name' }, token);
    if (me.kind !== 'ok') return refused(me);
    const name = String(me.body.name ?? '').slice(0, 200);
    if (String(me.body.id) === externalId) return { ok: true, name: name || externalId };
    const detail = `The token is of ${name || 'somebody else'} (${String(me.body.id).slice(0, 30)}), not of this page.`;
    return { ok: false, kind: 'refused', field: 'external_id', detail };
  },
  async subscribe(graph, { externalId }, token) {
    const answer = await graph.post(`${externalId}/subscribed_apps`, { subscribed_fields: 'leadgen' }, token);
    return answer.kind === 'ok' ? { ok: true, name: '' } : refused(answer);
  },
  async unsubscribe(graph, { externalId }, token) {
    await graph.delete(`${externalId}/subscribed_apps`, token);
  },
};

function nameOfNumber({ verified_name, display_phone_number }: Record<string, unknown>): string {
  return [verified_name, display_phone_number]
    .map((part) => String(part ?? '').slice(0, 100))
    .join(' ')
    .trim();
}

const whatsapp: Provider = {
  // The numbers of the account, not the number itself: a token may read a number whose account it may not use.
  async tryToken(graph, { externalId, accountId }, token) {
    const fields = 'id,verified_name,display_phone_number';
    const listed = await listGraph(graph, `${accountId}/phone_numbers`, { fields }, token);
    if (!('items' in listed)) return refused(listed, listed.kind === 'missing' ? 'account_id' : 'token');
    const found = listed.items.find(({ id }) => String(id) === externalId);
    if (found) return { ok: true, name: nameOfNumber(found) || externalId };
    return { ok: false, kind: 'refused', field: 'external_id', detail: 'The account has no number with this id.' };
  },
  async subscribe(graph, { accountId }, token) {
    const answer = await graph.post(`${accountId}/subscribed_apps`, {}, token);
    return answer.kind === 'ok' ? { ok: true, name: '' } : refused(answer);
  },
  // The account stays subscribed: other numbers of it may be connected, here or elsewhere.
  async unsubscribe() {},
};

/** One line for each provider that can be connected. */
export const providers: Record<ConnectionProvider, Provider> = { facebook, whatsapp };

/** When a token ends, as far as the provider tells; `null` for never and for unknown. */
export async function tokenExpiry(graph: GraphClient, token: string): Promise<Date | null> {
  const answer = await graph.inspectToken(token);
  if (answer?.kind !== 'ok') return null;
  const data = Object(answer.body.data) as Record<string, unknown>;
  const seconds = [data.expires_at, data.data_access_expires_at].map(Number).filter((value) => value > 0);
  return seconds.length === 0 ? null : new Date(Math.min(...seconds) * 1000);
}
