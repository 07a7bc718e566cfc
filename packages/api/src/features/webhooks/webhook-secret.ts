import { createHmac } from 'node:crypto';
import type { Env } from '../../env.ts';
import { openText, sealText } from '../../lib/secrets.ts';
import type { WebhookEndpointRecord, WebhookSecretRecord } from './endpoint-model.ts';

const PURPOSE = 'webhook secret';

/** A secret of 32 bytes; the same for a retry of one request, whose answer nobody may have seen. */
export function makeWebhookSecret(env: Pick<Env, 'encryptionKey'>, creationId: string): string {
  const bytes = createHmac('sha256', env.encryptionKey).update(`${PURPOSE} ${creationId}`).digest();
  return `whsec_${bytes.toString('base64')}`;
}

/** A secret as it is stored. */
export function sealWebhookSecret(env: Pick<Env, 'encryptionKey'>, secret: string, at: Date): WebhookSecretRecord {
  return { sealed: sealText(env.encryptionKey, PURPOSE, secret), created_at: at, expires_at: null };
}

/** Reads the secrets that have not run out, newest first. */
export function openWebhookSecrets(
  env: Pick<Env, 'encryptionKeys'>,
  endpoint: Pick<WebhookEndpointRecord, 'secrets'>,
  now: Date,
): string[] {
  return endpoint.secrets
    .filter(({ expires_at }) => expires_at === null || expires_at > now)
    .map(({ sealed }) => openText(env.encryptionKeys, PURPOSE, sealed))
    .filter((secret) => secret !== null);
}

/** A secret sealed with the present key: itself where it is already, `null` where no key opens it. */
export function resealWebhookSecret(
  env: Pick<Env, 'encryptionKey' | 'encryptionKeys'>,
  secret: WebhookSecretRecord,
): WebhookSecretRecord | null {
  if (openText([env.encryptionKey], PURPOSE, secret.sealed) !== null) return secret;
  const text = openText(env.encryptionKeys, PURPOSE, secret.sealed);
  return text === null ? null : { ...secret, sealed: sealText(env.encryptionKey, PURPOSE, text) };
}
