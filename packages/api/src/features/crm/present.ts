import { crmProfiles } from '../../channels/adf/crm-profiles.ts';
import type { components } from '../../generated/openapi.ts';
import type { CrmRecord } from '../dealership/model.ts';
import type { MessageRecord } from '../messages/model.ts';

/** What clients see of how leads go to the CRM. */
export function presentCrm({ enabled, address, profile, subject }: CrmRecord): components['schemas']['Crm'] {
  return { enabled, address, profile, subject, default_subject: crmProfiles[profile].subject };
}

/** What clients see of a lead that went to the CRM. */
export function presentCrmDelivery(record: MessageRecord): components['schemas']['CrmDelivery'] {
  return {
    id: record._id,
    lead_id: record.lead_id ?? '',
    state: record.state,
    state_reason: record.state_reason,
    recipient: record.recipient,
    subject: record.subject,
    document: record.text,
    created_at: record.created_at.toISOString(),
    sent_at: record.sent_at?.toISOString() ?? null,
  };
}
