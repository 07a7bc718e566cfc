import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import { roomyEnv } from '../../../test/work.ts';
import { asOperator } from '../../tenancy/context.ts';
import { WebhookEndpoint, type WebhookEndpointRecord } from './endpoint-model.ts';
import { resealWebhookSecrets } from './reseal-webhook-secrets.ts';
import { openWebhookSecrets } from './webhook-secret.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ env: roomyEnv });
});
afterAll(() => app.close());

it('a change of the key seals the secrets of webhooks anew, once, and the old key can go', async () => {
  const admin = await app.signUp();
  const body = { url: 'https://crm.example/in', events: ['lead.created'] };
  const made = await admin.client.post<{ endpoint: { id: string }; secret: string }>('/v1/webhook-endpoints', body);
  const { env } = app.services;
  const next = 'n'.repeat(32);
  const changed = { ...app.services, env: { ...env, encryptionKey: next, encryptionKeys: [next, env.encryptionKey] } };
  expect([await resealWebhookSecrets(changed), await resealWebhookSecrets(changed)]).toEqual([1, 0]);
  const endpoint = await asOperator(() =>
    WebhookEndpoint.findById(made.body.endpoint.id).lean<WebhookEndpointRecord>(),
  );
  const opened = endpoint && openWebhookSecrets({ encryptionKeys: [next] }, endpoint, app.clock.now());
  expect(opened).toEqual([made.body.secret]);
});
