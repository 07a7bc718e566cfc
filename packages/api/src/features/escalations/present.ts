import type { components } from '../../generated/openapi.ts';
import type { EscalationRecord } from './model.ts';

/** What clients see of an escalation; `now` decides whether it is overdue. */
export function presentEscalation(record: EscalationRecord, now: Date): components['schemas']['Escalation'] {
  return {
    id: record._id,
    lead_id: record.lead_id,
    customer_name: record.customer_name,
    message_id: record.message_id,
    reason: record.reason,
    reasons: record.reasons,
    priority: record.priority,
    state: record.state,
    excerpt: record.excerpt,
    detail: record.detail,
    assigned_to: record.assigned_to === null ? null : { id: record.assigned_to.id, name: record.assigned_to.name },
    taken_at: record.taken_at?.toISOString() ?? null,
    due_at: record.due_at.toISOString(),
    overdue: record.state === 'open' && record.due_at < now,
    resolution:
      record.resolution === null
        ? null
        : { note: record.resolution.note, by: record.resolution.by, at: record.resolution.at.toISOString() },
    reopened: record.reopened,
    test: record.test,
    created_at: record.created_at.toISOString(),
    updated_at: record.updated_at.toISOString(),
  };
}
