import { renderWebhookAlertMail, type WebhookAlert } from '../../channels/email/render-webhook-alert-mail.ts';
import { findDealership } from '../../features/dealership/find-dealership.ts';
import { Membership, type MembershipRecord } from '../../features/users/model.ts';
import type { WebhookEndpointRecord } from '../../features/webhooks/endpoint-model.ts';
import { blankMessage, insertMessages } from '../../intake/write-messages.ts';
import { newId } from '../../lib/ids.ts';
import type { Services } from '../../services.ts';

/**
 * Writes to the admins of the dealership that an endpoint is in trouble or was disabled. The send key names the time it
 * began to fail: one mail each for that, however often it goes on failing.
 */
export async function tellOwners(
  services: Services,
  endpoint: WebhookEndpointRecord,
  kind: WebhookAlert['kind'],
): Promise<void> {
  const dealership = await findDealership(endpoint.dealership_id);
  if (!dealership) return;
  const now = services.clock.now();
  const admins = await Membership.find({ role: 'admin', status: 'active' }).lean<MembershipRecord[]>();
  const mail = renderWebhookAlertMail({
    kind,
    language: dealership.language,
    dealershipName: dealership.name,
    endpointUrl: endpoint.url,
    link: `${services.env.publicUrl}/app/settings/webhooks`,
  });
  await insertMessages(
    admins.map((admin) =>
      blankMessage({
        _id: newId('msg', now),
        lead_id: null,
        test: endpoint.mode === 'test',
        audience: 'staff',
        sender_name: dealership.name,
        channel: 'email',
        purpose: 'alert',
        send_key: `webhook:${kind}:${endpoint._id}:${endpoint.failing_since?.getTime() ?? 0}:${admin.user_id}`,
        recipient: admin.email,
        language: dealership.language,
        created_at: now,
        ...mail,
      }),
    ),
  );
  services.wake();
}
