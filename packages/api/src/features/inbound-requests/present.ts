import type { components } from '../../generated/openapi.ts';
import type { ArrivalRecord } from '../arrivals/model.ts';
import { presentArrival } from '../arrivals/present.ts';
import type { InboundRequestWithArrival } from './find-inbound-request.ts';
import type { InboundRequestRecord } from './model.ts';
import { redactPayload } from './redact-payload.ts';

/** What clients see of a post from outside. */
export function presentInboundRequest(record: InboundRequestRecord): components['schemas']['InboundRequest'] {
  return {
    id: record._id,
    request_id: record.request_id,
    route: record.route,
    verdict: record.verdict,
    status: record.status,
    code: record.code,
    arrival_id: record.arrival_id,
    bytes: record.bytes,
    duration_ms: record.duration_ms,
    received_at: record.received_at.toISOString(),
  };
}

/** Words that were written on the phone are private until they are part of a conversation. */
function isPrivate({ payload, lead_id }: ArrivalRecord): boolean {
  return lead_id === null && (payload as { kind?: unknown } | null)?.kind === 'whatsapp_echo';
}

/** The same with what it brought, secrets hidden. */
export function presentInboundRequestDetails({
  request,
  arrival,
}: InboundRequestWithArrival): components['schemas']['InboundRequestDetails'] {
  return {
    ...presentInboundRequest(request),
    arrival: arrival === null ? null : presentArrival(arrival),
    payload:
      arrival === null || isPrivate(arrival)
        ? null
        : (redactPayload(arrival.payload) as Record<string, unknown> | null),
  };
}
