import { createHmac } from 'node:crypto';

/** A post before it is signed. */
export interface UnsignedWebhook {
  id: string;
  /** Seconds since 1970, of this attempt. */
  timestamp: number;
  body: string;
}

/**
 * The headers of Standard Webhooks 1.0 for a post: one `v1` signature for each secret, so that a receiver that knows
 * only one of them is content while a secret is being changed.
 */
export function signWebhook(
  { id, timestamp, body }: UnsignedWebhook,
  secrets: readonly string[],
): Record<string, string> {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  };
}
