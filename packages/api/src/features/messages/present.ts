import type { components } from '../../generated/openapi.ts';
import type { MessageAttachment, MessageRecord } from './model.ts';

type Purpose = components['schemas']['Message']['purpose'];

function presentAttachment(attachment: MessageAttachment): MessageAttachment {
  const { id, name, kind, size_bytes, inline, available } = attachment;
  return { id, name, kind, size_bytes, inline, available };
}

/** What clients see of a message of a conversation. */
export function presentMessage(record: MessageRecord): components['schemas']['Message'] {
  return {
    id: record._id,
    lead_id: record.lead_id ?? '',
    direction: record.direction,
    sender_type: record.sender_type,
    sender_name: record.sender_name,
    channel: record.channel,
    // Alerts and invitations go to colleagues and are never part of a conversation.
    purpose: record.purpose as Purpose,
    subject: record.subject,
    text: record.text ?? '',
    state: record.state,
    state_reason: record.state_reason,
    language: record.language,
    written_by: record.written_by,
    claims: record.claims.map((claim) => ({ claim: claim.claim, source: claim.source, source_id: claim.source_id })),
    approved_by: record.approved_by?.name ?? null,
    edited: record.edited ?? false,
    attachments: (record.attachments ?? []).map(presentAttachment),
    attachments_left_out: record.attachments_left_out ?? 0,
    recipient: record.channel === 'chat' ? null : record.recipient,
    created_at: record.created_at.toISOString(),
    sent_at: record.sent_at?.toISOString() ?? null,
  };
}
