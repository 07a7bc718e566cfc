import { classifyAnswer, readJsonObject, retryAfter, textOf, withoutPersonalData } from '../classify-answer.ts';
import type { ProviderAnswer } from '../provider-request.ts';
import type { SendResult } from '../send-result.ts';

/** What an error of the Cloud API says about a message, whatever the HTTP status; `stop` when the customer wants none. */
type Meaning = 'retry' | 'failed' | 'reconnect' | 'stop';

// https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes
const MEANINGS = new Map<number, [Meaning, string]>([
  [2, ['retry', 'service_unavailable']],
  [4, ['retry', 'rate_limit']],
  [80007, ['retry', 'rate_limit']],
  [130429, ['retry', 'rate_limit']],
  [131016, ['retry', 'service_unavailable']],
  [131048, ['retry', 'spam_rate_limit']],
  [131056, ['retry', 'too_many_to_one_customer']],
  [131057, ['retry', 'account_in_maintenance']],
  [133004, ['retry', 'service_unavailable']],
  [368, ['reconnect', 'account_blocked']],
  [131005, ['reconnect', 'permission_denied']],
  [131031, ['reconnect', 'account_locked']],
  [131037, ['reconnect', 'display_name_not_approved']],
  [131042, ['reconnect', 'payment_missing']],
  [131045, ['reconnect', 'number_not_registered']],
  [133010, ['reconnect', 'number_not_registered']],
  [131021, ['failed', 'recipient_is_the_sender']],
  [131026, ['failed', 'not_reachable_on_whatsapp']],
  [131030, ['failed', 'recipient_not_allowed_for_test_number']],
  [131047, ['failed', 'window_closed']],
  [131049, ['failed', 'held_back_by_meta']],
  [130472, ['failed', 'held_back_by_meta']],
  [131050, ['stop', 'opted_out']],
  [132000, ['failed', 'template_parameters_wrong']],
  [132001, ['failed', 'template_missing']],
  [132005, ['failed', 'template_too_long']],
  [132007, ['failed', 'template_refused']],
  [132012, ['failed', 'template_parameters_wrong']],
  [132015, ['failed', 'template_paused']],
  [132016, ['failed', 'template_disabled']],
]);

/** What a code of the Cloud API means; codes that nobody has met yet fail the one message. */
export function whatsAppMeaning(code: number): { meaning: Meaning; reason: string } {
  const [meaning, reason] = MEANINGS.get(code) ?? ['failed', `refused (#${code})`];
  return { meaning, reason };
}

function isConnectionError(code: number): boolean {
  return [0, 3, 10, 102, 190, 463, 467].includes(code) || (code >= 200 && code <= 299);
}

function sentId(body: string): string | null {
  const { messages } = readJsonObject(body);
  const first = Array.isArray(messages) ? (Object(messages[0]) as Record<string, unknown>) : {};
  return textOf(first.id);
}

/** What an answer of the Cloud API means for a message; only what is certain is called sent, failed or worth a retry. */
export function classifyWhatsAppAnswer(answer: ProviderAnswer): SendResult {
  const error = answer.kind === 'answer' ? readJsonObject(answer.body).error : null;
  const { code: given, message } = (error ?? {}) as Record<string, unknown>;
  const code = Number(given);
  if (answer.kind === 'answer' && answer.status >= 300 && Number.isInteger(code)) {
    if (isConnectionError(code))
      return { state: 'reconnect', reason: withoutPersonalData(`(#${code}) ${textOf(message) ?? ''}`.trim()) };
    const known = MEANINGS.has(code) ? whatsAppMeaning(code) : null;
    // A code that is known says that it was refused, also where the status says that something went wrong.
    if (known?.meaning === 'retry') return { state: 'retry', reason: known.reason, ...retryAfter(answer.headers) };
    if (known) return { state: known.meaning === 'stop' ? 'failed' : known.meaning, reason: known.reason };
  }
  const result = classifyAnswer(answer, {
    sentId,
    refusal: () => `${Number.isInteger(code) ? `(#${code}) ` : ''}${textOf(message) ?? ''}`.trim() || null,
  });
  // A 2xx without the id of a message is no promise that there is one.
  if (result.state === 'sent' && result.providerId === null) return { state: 'unknown', reason: 'answer_without_id' };
  return result;
}
