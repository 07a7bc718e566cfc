import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Reads `X-Hub-Signature-256`; `null` when it is missing, repeated (then joined with a comma) or written in another way.
 * To be asked before the body is read: what has no signature is not worth reading.
 */
export function readMetaSignature(header: string | undefined): Buffer | null {
  const hex = /^sha256=([0-9a-f]{64})$/.exec(header ?? '')?.[1];
  return hex === undefined ? null : Buffer.from(hex, 'hex');
}

/**
 * Checks the HMAC-SHA256 of a body exactly as it came over the wire
 * (https://developers.facebook.com/docs/graph-api/webhooks/getting-started). JSON that was parsed and written again has
 * other bytes and does not pass.
 */
export function verifyMetaSignature(body: Buffer, signature: Buffer, appSecrets: readonly string[]): boolean {
  return appSecrets.some((secret) => timingSafeEqual(createHmac('sha256', secret).update(body).digest(), signature));
}
