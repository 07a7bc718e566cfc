import { expect, it } from 'vitest';
import { startDealership } from '../../../test/start-dealership.ts';
import type { components } from '../../generated/openapi.ts';
import { WebhookSender } from './webhook-sender.ts';

type Schemas = components['schemas'];

const { app, admin } = await startDealership();

const create = (url: string) =>
  admin.client.post<Schemas['WebhookEndpointWithSecret']>('/v1/webhook-endpoints', { url, events: ['lead.created'] });

it.each([
  'http://crm.example/',
  'https://10.0.0.8/',
  'https://[::1]/',
  'https://169.254.169.254/latest',
  'https://0x7f.1/',
])('%s cannot be an endpoint', async (url) => {
  expect((await create(url)).status).toBe(422);
});

it('a name that leads to this machine is refused when it is connected to', async () => {
  const { endpoint } = (await create('https://localhost/')).body;
  await admin.client.post(`/v1/webhook-endpoints/${endpoint.id}/test`);
  await new WebhookSender(app.services).drain();
  const list = await admin.client.get<Schemas['WebhookDeliveryList']>('/v1/webhook-deliveries');
  expect(list.body.data[0]).toMatchObject({ state: 'pending', attempts: 1, last_status: null });
  expect(list.body.data[0]?.state_reason).toMatch(/^refused_address/);
});
