import mongoose from 'mongoose';
import type { components } from '../../generated/openapi.ts';
import { Vehicle, type VehicleRecord } from '../vehicles/model.ts';
import { vehicleTitle } from '../vehicles/vehicle-title.ts';
import type { HistoryRecord } from './history-model.ts';
import type { LeadRecord, SubmissionRecord } from './model.ts';

type Lead = components['schemas']['Lead'];

function time(date: Date | null): string | null {
  return date === null ? null : date.toISOString();
}

function presentSubmission(record: SubmissionRecord): components['schemas']['Submission'] {
  return {
    id: record.id,
    source: record.source,
    source_detail: record.source_detail,
    message: record.message,
    vehicle_interest: record.vehicle_interest,
    source_url: record.source_url,
    repeats: record.repeated_by.length,
    received_at: record.received_at.toISOString(),
    metadata: record.metadata,
  };
}

function presentLeadVehicle(record: VehicleRecord | undefined): Lead['vehicle'] {
  if (!record) return null;
  return {
    id: record._id,
    title: vehicleTitle(record),
    price: record.price,
    mileage: record.mileage,
    status: record.status,
    image_url: record.image_url,
  };
}

function presentWith(record: LeadRecord, vehicle: VehicleRecord | undefined): Lead {
  return {
    id: record._id,
    status: record.status,
    status_reason: record.status_reason,
    source: record.source,
    sources: record.sources,
    customer: {
      name: record.customer.name,
      email: record.customer.email,
      phone: record.customer.phone,
      emails: record.customer.emails,
      phones: record.customer.phones,
      language: record.customer.language,
    },
    person_id: record.person_id,
    previous_lead_id: record.previous_lead_id,
    vehicle_interest: record.vehicle_interest,
    vehicle: presentLeadVehicle(vehicle),
    message: record.message,
    preview: record.preview,
    submissions: record.submissions.map(presentSubmission),
    duplicate: record.submissions.length > 1,
    score: record.score,
    temperature: record.temperature,
    score_reasons: record.score_reasons,
    urgency: record.urgency,
    escalations: record.escalations,
    qualification: record.qualification,
    assigned_to: record.assigned_to === null ? null : { id: record.assigned_to.id, name: record.assigned_to.name },
    handled_by: record.handled_by,
    tags: record.tags,
    consents: record.consents.map((consent) => ({
      version: consent.version,
      granted: consent.granted,
      recorded_at: consent.recorded_at.toISOString(),
      source_url: consent.source_url,
    })),
    utm: record.utm,
    unread: record.unread,
    test: record.test,
    version: record.version,
    first_response_at: time(record.first_response_at),
    first_response_seconds: record.first_response_seconds,
    last_contact_at: time(record.last_contact_at),
    last_activity_at: record.last_activity_at.toISOString(),
    converted_at: time(record.converted_at),
    created_at: record.created_at.toISOString(),
    updated_at: record.updated_at.toISOString(),
    deleted_at: time(record.deleted_at),
  };
}

/** What clients see of leads, with their vehicles read in one go. */
export async function presentLeads(records: readonly LeadRecord[]): Promise<Lead[]> {
  const ids = [...new Set(records.map((record) => record.vehicle_id).filter((id): id is string => id !== null))];
  const vehicles =
    ids.length === 0 ? [] : await Vehicle.find({ _id: mongoose.trusted({ $in: ids }) }).lean<VehicleRecord[]>();
  const byId = new Map(vehicles.map((vehicle) => [vehicle._id, vehicle]));
  return records.map((record) =>
    presentWith(record, record.vehicle_id === null ? undefined : byId.get(record.vehicle_id)),
  );
}

/** What clients see of a lead. */
export async function presentLead(record: LeadRecord): Promise<Lead> {
  const vehicle =
    record.vehicle_id === null ? null : await Vehicle.findOne({ _id: record.vehicle_id }).lean<VehicleRecord>();
  return presentWith(record, vehicle ?? undefined);
}

/** The version of a lead as an ETag. */
export function etagOf(record: Pick<LeadRecord, 'version'>): string {
  return `"${record.version}"`;
}

/** What clients see of an entry of the history. */
export function presentHistory(record: HistoryRecord): components['schemas']['HistoryEntry'] {
  return {
    id: record._id,
    type: record.type,
    actor: { type: record.actor.type, name: record.actor.name },
    from: record.from,
    to: record.to,
    reason: record.reason,
    occurred_at: record.occurred_at.toISOString(),
  };
}
