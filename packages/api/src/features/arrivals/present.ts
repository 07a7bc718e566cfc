import type { components } from '../../generated/openapi.ts';
import type { ArrivalRecord } from './model.ts';

/** What clients see of an arrival. */
export function presentArrival(record: ArrivalRecord): components['schemas']['Arrival'] {
  return {
    id: record._id,
    channel: record.channel,
    outcome: record.outcome,
    from: record.from,
    subject: record.subject,
    excerpt: record.excerpt,
    label: record.label,
    confidence: record.confidence,
    reasons: record.reasons,
    lead_id: record.lead_id,
    attempts: record.attempts,
    error: record.error,
    received_at: record.received_at.toISOString(),
  };
}
