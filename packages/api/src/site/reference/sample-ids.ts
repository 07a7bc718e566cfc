import type { IdPrefix } from '../../lib/ids.ts';

const OF_OBJECT: Record<string, IdPrefix> = {
  ApiKey: 'key',
  ApiKeyCreated: 'key',
  Arrival: 'arr',
  Dealership: 'dlr',
  DealershipSummary: 'dlr',
  Event: 'evt',
  FollowUp: 'fup',
  Form: 'frm',
  HistoryEntry: 'hist',
  Lead: 'lead',
  LeadVehicle: 'veh',
  Message: 'msg',
  Note: 'note',
  OutboxMessage: 'out',
  Submission: 'sub',
  User: 'usr',
  UserSummary: 'usr',
  Vehicle: 'veh',
};

const OF_FIELD: Record<string, IdPrefix> = {
  api_key_id: 'key',
  arrival_id: 'arr',
  dealership_id: 'dlr',
  default_form_id: 'frm',
  lead_id: 'lead',
  message_id: 'msg',
  outbox_id: 'out',
  person_id: 'per',
  request_id: 'req',
  submission_id: 'sub',
  vehicle_id: 'veh',
};

/** An id as it looks: of the object it is the `id` of, or of what the field names; null for any other field. */
export function sampleId(field: string, object: string | null): string | null {
  const prefix = field === 'id' ? OF_OBJECT[object ?? ''] : OF_FIELD[field];
  return prefix === undefined ? null : `${prefix}_01JD8Y3M5T9Q4W7Z2X6C1V8B0N`;
}
