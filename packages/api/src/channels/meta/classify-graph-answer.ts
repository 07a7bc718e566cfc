import { readJsonObject, retryAfter, textOf, withoutPersonalData } from '../classify-answer.ts';
import type { ProviderAnswer } from '../provider-request.ts';

/**
 * What the Graph API said. `busy`: nothing follows from it, ask again later. `token`: the token is not valid any more.
 * `permission`: it is valid and may not do this. `missing`: there is no such thing, or this token may not see it.
 */
export type GraphAnswer =
  | { kind: 'ok'; body: Record<string, unknown> }
  | { kind: 'busy'; reason: string; retryAfterMs?: number }
  | { kind: 'token' | 'permission' | 'missing' | 'refused'; reason: string; code: number | null };

/** Why the Graph API did not give what was asked for. */
export type GraphFailure = Exclude<GraphAnswer, { kind: 'ok' }>;

// https://developers.facebook.com/docs/graph-api/guides/error-handling
const TOKEN = new Set([102, 190, 463, 467]);
const BUSY = new Set([1, 2, 4, 17, 32, 341, 613]);
const MISSING_SUBCODE = 33;

function isPermission(code: number): boolean {
  return code === 3 || code === 10 || (code >= 200 && code <= 299);
}

function kindOf(code: number, subcode: number, status: number): GraphFailure['kind'] {
  if (TOKEN.has(code)) return 'token';
  if (isPermission(code)) return 'permission';
  if (BUSY.has(code) || (code >= 80_000 && code <= 80_014)) return 'busy';
  if ((code === 100 && subcode === MISSING_SUBCODE) || code === 803) return 'missing';
  if (status >= 500 || status === 429 || status === 408) return 'busy';
  if (status === 401) return 'token';
  if (status === 403) return 'permission';
  return status === 404 ? 'missing' : 'refused';
}

/** What an exchange with the Graph API means. */
export function classifyGraphAnswer(answer: ProviderAnswer): GraphAnswer {
  if (answer.kind !== 'answer') return { kind: 'busy', reason: answer.reason };
  const { status, body, headers } = answer;
  const content = readJsonObject(body);
  const error = (content.error ?? null) as Record<string, unknown> | null;
  if (status >= 200 && status < 300 && error === null) return { kind: 'ok', body: content };
  const code = Number(error?.code);
  const kind = kindOf(code, Number(error?.error_subcode), status);
  const said = [Number.isInteger(code) ? `(#${code})` : `http_${status}`, textOf(error?.message)];
  const reason = withoutPersonalData(said.filter((part) => part).join(' '));
  if (kind === 'busy') return { kind, reason, ...retryAfter(headers) };
  return { kind, reason, code: Number.isInteger(code) ? code : null };
}
