import type { IncomingHttpHeaders } from 'node:http';
import type { ProviderAnswer } from './provider-request.ts';
import type { SendResult } from './send-result.ts';

export interface ProviderReading {
  /** The provider's id of what it accepted. */
  sentId(body: string): string | null;
  /** The provider's own words or code for a refusal. */
  refusal(body: string): string | null;
  /** A refusal that means something else than its HTTP status says. */
  special?(body: string): SendResult | null;
}

/** What an exchange means for the message; only what is certain is called sent, failed or worth a retry. */
export function classifyAnswer(answer: ProviderAnswer, provider: ProviderReading): SendResult {
  if (answer.kind === 'not_sent') return { state: 'retry', reason: answer.reason };
  if (answer.kind === 'ambiguous') return { state: 'unknown', reason: answer.reason };
  const { status, body, headers } = answer;
  if (status >= 200 && status < 300) return { state: 'sent', providerId: provider.sentId(body) };
  if (status >= 500 || status === 408 || status < 200) return { state: 'unknown', reason: `http_${status}` };

  const special = provider.special?.(body);
  if (special) return special;
  const reason = withoutPersonalData([`http_${status}`, provider.refusal(body)].filter((part) => part).join(': '));
  if (status === 429) return { state: 'retry', reason, ...retryAfter(headers) };
  // A wrong address or account in our settings refuses every message alike, so it is not the message that failed.
  if (status < 400 || status === 401 || status === 403 || status === 404) return { state: 'reconnect', reason };
  return { state: 'failed', reason };
}

/** Retry-After in milliseconds; a date is measured against the provider's own clock. */
export function retryAfter(headers: IncomingHttpHeaders): { retryAfterMs?: number } {
  const value = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,6}$/.test(value)) return { retryAfterMs: Number(value) * 1000 };
  const waitMs = Date.parse(value) - Date.parse(headers.date ?? '');
  return Number.isFinite(waitMs) ? { retryAfterMs: Math.max(0, waitMs) } : {};
}

/** Providers repeat addresses and numbers in what they refuse; reasons end up in logs. */
export function withoutPersonalData(reason: string): string {
  return reason
    .slice(0, 1000)
    .replace(/[^\s'"<>]{1,64}@[^\s'"<>]+/g, '…')
    .replace(/\+?\d[\d ]{6,}\d/g, '…')
    .replace(/\s+/g, ' ')
    .slice(0, 200);
}

/** The JSON object in a body; empty when it is none. */
export function readJsonObject(body: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(body);
    return parsed !== null && typeof parsed === 'object' && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}

/** A text field of a provider's answer, else null. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
