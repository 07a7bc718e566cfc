import { renderWebhookAlertMail, type WebhookAlert } from '../../channels/email/render-webhook-alert-mail.ts';
import { findDealership } from '../../features/dealership/find-dealership.ts';
import { writeToAdmins } from '../../features/users/write-to-admins.ts';
import type { WebhookEndpointRecord } from '../../features/webhooks/endpoint-model.ts';
import type { Services } from '../../services.ts';

/**
 * Writes to the admins of the dealership that an endpoint is in trouble or was disabled. The key names the time it began
 * to fail: one mail each for that, however often it goes on failing.
 */
export async function tellOwners(
  services: Services,
  endpoint: WebhookEndpointRecord,
  kind: WebhookAlert['kind'],
): Promise<void> {
  const dealership = await findDealership(endpoint.dealership_id);
  if (!dealership) return;
  const mail = renderWebhookAlertMail({
    kind,
    language: dealership.language,
    dealershipName: dealership.name,
    endpointUrl: endpoint.url,
    link: `${services.env.publicUrl}/app/settings/webhooks`,
  });
  const key = `webhook:${kind}:${endpoint._id}:${endpoint.failing_since?.getTime() ?? 0}`;
  await writeToAdmins(services, dealership, key, mail, endpoint.mode === 'test');
}
