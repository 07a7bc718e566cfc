import { createHmac, timingSafeEqual } from 'node:crypto';

/** The three signed fields of a Mailgun post, as they came: possibly missing, repeated or of a wrong type. */
export interface MailgunSignature {
  timestamp?: unknown;
  token?: unknown;
  signature?: unknown;
}

export interface MailgunVerification {
  /** Current and, during a rotation, previous HTTP webhook signing keys. */
  signingKeys: readonly string[];
  now: Date;
}

export type MailgunVerdict = { ok: true; replayKey: string } | { ok: false; reason: 'missing' | 'signature' | 'stale' };

const oldestMs = 12 * 60 * 60 * 1000;
const newestMs = 60 * 60 * 1000;

/**
 * Checks the HMAC-SHA256 of `timestamp + token` (https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks)
 * and that the timestamp is between 12 h old and 1 h ahead; never throws.
 * `replayKey` is the same for every post that carries the same signed pair: store it under a unique index.
 */
export function verifyMailgunSignature(
  { timestamp, token, signature }: MailgunSignature,
  { signingKeys, now }: MailgunVerification,
): MailgunVerdict {
  const [timestampText, tokenText, signatureText] = [lastText(timestamp), lastText(token), lastText(signature)];
  if (!timestampText || !tokenText || !signatureText) return { ok: false, reason: 'missing' };
  if (!/^[0-9a-f]{64}$/i.test(signatureText)) return { ok: false, reason: 'signature' };

  const given = Buffer.from(signatureText, 'hex');
  const matches = signingKeys.some((key) => {
    if (key === '') return false;
    const expected = createHmac('sha256', key).update(timestampText).update(tokenText).digest();
    return timingSafeEqual(expected, given);
  });
  if (!matches) return { ok: false, reason: 'signature' };
  if (!/^\d{1,12}$/.test(timestampText)) return { ok: false, reason: 'stale' };

  const ageMs = now.getTime() - Number(timestampText) * 1000;
  if (ageMs > oldestMs || ageMs < -newestMs) return { ok: false, reason: 'stale' };
  // The signature, not the token: the pair is signed without a separator, so digits can be moved between the two.
  return { ok: true, replayKey: given.toString('hex') };
}

/** Sender variables can be merged into the form ahead of the signed fields, so the last of repeated values counts. */
function lastText(value: unknown): string | undefined {
  const last: unknown = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' ? last : undefined;
}
