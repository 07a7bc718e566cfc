import { isSandboxReceiver, receiveInSandbox } from '../../features/sandbox/sandbox-receiver.ts';
import type { WebhookAttemptRecord, WebhookDeliveryRecord } from '../../features/webhooks/delivery-model.ts';
import type { WebhookEndpointRecord } from '../../features/webhooks/endpoint-model.ts';
import { openWebhookSecrets } from '../../features/webhooks/webhook-secret.ts';
import { SECOND_MS } from '../../lib/clock.ts';
import { SafeFetchError, type SafeRequest, type SafeResponse } from '../../lib/safe-fetch.ts';
import type { Services } from '../../services.ts';
import { readRetryAfter } from './retry-schedule.ts';
import { signWebhook } from './sign-webhook.ts';

/** How long a receiver may take, look-up and connection included. */
export const WEBHOOK_TIMEOUT_MS = 15 * SECOND_MS;
const LONGEST_ANSWER_BYTES = 256 * 1024;
const SHOWN_CHARACTERS = 1000;

/** What came of one attempt. */
export interface AttemptOutcome {
  attempt: WebhookAttemptRecord;
  /** Milliseconds the receiver asked to be left alone for. */
  retryAfterMs: number | null;
}

function reasonOf(error: unknown): string {
  return error instanceof SafeFetchError ? `${error.reason}: ${error.message}` : 'unreachable: the request failed';
}

/** What is shown of an answer: its beginning, without characters that a database or a page cannot take. */
function beginningOf(body: Buffer): string {
  const text = body.subarray(0, SHOWN_CHARACTERS * 4).toString('utf8');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out.
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').slice(0, SHOWN_CHARACTERS);
}

function headersOf(services: Services, delivery: WebhookDeliveryRecord, endpoint: WebhookEndpointRecord) {
  // Receivers compare this with their own clocks: a sandbox's moved clock has no say here.
  const timestamp = Math.floor(Date.now() / SECOND_MS);
  const secrets = openWebhookSecrets(services.env, endpoint, services.clock.now());
  return {
    'content-type': 'application/json',
    'user-agent': 'Norvalt-Webhooks/1',
    ...signWebhook({ id: delivery.webhook_id, timestamp, body: delivery.body }, secrets),
  };
}

function post(services: Services, { url, dealership_id }: WebhookEndpointRecord, request: SafeRequest) {
  return isSandboxReceiver(services.env, dealership_id, url)
    ? receiveInSandbox(services, dealership_id, url, request)
    : services.safeFetch(url, request);
}

/** Posts a delivery once, signed for this very moment; what goes wrong is part of the outcome. */
export async function attemptDelivery(
  services: Services,
  delivery: WebhookDeliveryRecord,
  endpoint: WebhookEndpointRecord,
): Promise<AttemptOutcome> {
  const at = services.clock.now();
  const startedAt = performance.now();
  const since = () => Math.round(performance.now() - startedAt);
  let answer: SafeResponse;
  try {
    answer = await post(services, endpoint, {
      method: 'POST',
      headers: headersOf(services, delivery, endpoint),
      body: delivery.body,
      timeoutMs: WEBHOOK_TIMEOUT_MS,
      maxBytes: LONGEST_ANSWER_BYTES,
    });
  } catch (error) {
    const attempt = { at, status: null, error: reasonOf(error), duration_ms: since(), response: null };
    return { attempt, retryAfterMs: null };
  }
  const { status, body, headers } = answer;
  return {
    attempt: { at, status, error: null, duration_ms: since(), response: beginningOf(body) },
    retryAfterMs: readRetryAfter(headers['retry-after'], new Date()),
  };
}
