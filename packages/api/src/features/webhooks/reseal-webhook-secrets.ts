import mongoose from 'mongoose';
import type { Services } from '../../services.ts';
import { asOperator, runAsTenant } from '../../tenancy/context.ts';
import { WebhookEndpoint, type WebhookEndpointRecord, type WebhookSecretRecord } from './endpoint-model.ts';
import { resealWebhookSecret } from './webhook-secret.ts';

const BATCH = 200;

async function reseal(services: Pick<Services, 'env' | 'logger'>, endpoint: WebhookEndpointRecord): Promise<number> {
  const secrets = endpoint.secrets.map((secret) => resealWebhookSecret(services.env, secret));
  if (secrets.includes(null)) services.logger.error({ webhook_endpoint_id: endpoint._id }, 'no key opens a secret');
  const changed = secrets.filter((secret, at) => secret !== null && secret !== endpoint.secrets[at]).length;
  if (changed === 0) return 0;
  const kept: WebhookSecretRecord[] = endpoint.secrets.map((secret, at) => secrets[at] ?? secret);
  // Only over what was read: a secret that was rotated meanwhile stays, and comes up again next time.
  const { modifiedCount } = await runAsTenant(endpoint.dealership_id, () =>
    WebhookEndpoint.updateOne({ _id: endpoint._id, updated_at: endpoint.updated_at }, { $set: { secrets: kept } }),
  );
  return modifiedCount === 1 ? changed : 0;
}

/** Seals webhook secrets of an earlier key with the present one; tells how many. With one key there is nothing to do. */
export async function resealWebhookSecrets(services: Pick<Services, 'env' | 'logger'>): Promise<number> {
  if (services.env.encryptionKeys.length < 2) return 0;
  let count = 0;
  let after = '';
  for (;;) {
    const batch = await asOperator(() =>
      WebhookEndpoint.find({ _id: mongoose.trusted({ $gt: after }) })
        .sort({ _id: 1 })
        .limit(BATCH)
        .lean<WebhookEndpointRecord[]>(),
    );
    for (const endpoint of batch) count += await reseal(services, endpoint);
    const last = batch.at(-1);
    if (batch.length < BATCH || !last) return count;
    after = last._id;
  }
}
