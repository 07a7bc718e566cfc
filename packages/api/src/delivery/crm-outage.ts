import mongoose from 'mongoose';
import { renderCrmMail } from '../channels/email/render-crm-mail.ts';
import { type CrmOutage, Dealership, type DealershipRecord } from '../features/dealership/model.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import { writeToAdmins } from '../features/users/write-to-admins.ts';
import type { Services } from '../services.ts';

/**
 * Notes that a lead did not get to the CRM and tells the admins, once each for an outage. What was sent before it failed
 * was bounced by the CRM's own mail server.
 */
export async function beginCrmOutage(services: Services, message: MessageRecord): Promise<void> {
  const began: CrmOutage = {
    since: services.clock.now(),
    kind: message.sent_at === null ? 'not_sent' : 'bounced',
  };
  await Dealership.updateOne({ _id: message.dealership_id, crm_outage: null }, { $set: { crm_outage: began } });
  const dealership = await Dealership.findById(message.dealership_id).lean<DealershipRecord>();
  const since = dealership?.crm_outage?.since;
  if (!dealership || !since) return;
  const mail = renderCrmMail({
    language: dealership.language,
    dealershipName: dealership.name,
    address: message.recipient ?? dealership.crm?.address ?? null,
    reason: message.state_reason,
    link: `${services.env.publicUrl}/app/leads/${message.lead_id}`,
  });
  await writeToAdmins(services, dealership, `crm outage ${since.getTime()}`, mail);
}

/**
 * Notes that a lead got to the CRM. That it was handed over ends an outage of sending; a mailbox that bounces is mended
 * only when something was delivered to it.
 */
export async function endCrmOutage({ dealership_id: id, state }: MessageRecord): Promise<void> {
  const ended: CrmOutage['kind'][] = state === 'delivered' ? ['not_sent', 'bounced'] : ['not_sent'];
  await Dealership.updateOne(
    { _id: id, 'crm_outage.kind': mongoose.trusted({ $in: ended }) },
    { $set: { crm_outage: null } },
  );
}
