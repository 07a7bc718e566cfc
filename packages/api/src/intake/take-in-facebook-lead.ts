import { type MappedLead, mapLeadFields } from '../channels/facebook/map-lead-fields.ts';
import { LEAD_FIELDS, readFacebookLead } from '../channels/facebook/read-facebook-lead.ts';
import type { GraphAnswer } from '../channels/meta/classify-graph-answer.ts';
import { Arrival, type ArrivalRecord } from '../features/arrivals/model.ts';
import { addressOf } from '../features/connections/address-model.ts';
import { noteRefused, noteTrouble, noteWorks, takeTurnToAsk } from '../features/connections/connection-health.ts';
import { tokenOf } from '../features/connections/connection-token.ts';
import { Connection, type ConnectionRecord } from '../features/connections/model.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import { DAY_MS } from '../lib/clock.ts';
import type { Services } from '../services.ts';
import { TryLater, WaitsForConnection } from './arrival-waits.ts';
import type { Enquiry } from './enquiry.ts';
import type { FacebookLead, FacebookLeadPayload } from './facebook-lead-payload.ts';
import { formEnquiry, formPayload } from './form-enquiry.ts';
import type { Worked } from './take-in-arrival.ts';
import { takeInEnquiry } from './take-in-enquiry.ts';

/** A lead that could only be fetched this long after it was made is a person's to answer: a prompt reply it is not. */
const PROMPT_MS = DAY_MS;
/** A lead may be told of a moment before it can be read. */
const MISSING_TRIES = 3;

const TEST_VERDICT = { test: true, reasons: ['A test of Facebook'] };

async function usableConnection(services: Services, payload: FacebookLeadPayload): Promise<ConnectionRecord> {
  const address = addressOf('facebook', payload.pageId);
  const connection = await Connection.findOne({
    provider: 'facebook',
    external_id: payload.pageId,
  }).lean<ConnectionRecord>();
  if (!connection) throw new WaitsForConnection(address, 'The page is not connected');
  if (connection.state === 'expired')
    throw new WaitsForConnection(address, connection.last_error ?? 'The token expired');
  const mayAskAt = await takeTurnToAsk(services, connection);
  if (mayAskAt !== null)
    throw new TryLater(
      connection.last_error ?? 'Facebook does not answer',
      mayAskAt.getTime() - services.clock.now().getTime(),
    );
  return connection;
}

/** Notes what an answer says of the connection, and ends the attempt unless the answer is the lead. */
async function insistOn(
  services: Services,
  connection: ConnectionRecord,
  answer: GraphAnswer,
  deferrals: number,
): Promise<Record<string, unknown>> {
  if (answer.kind === 'ok') {
    await noteWorks(services, connection);
    return answer.body;
  }
  const { kind, reason } = answer;
  const address = addressOf(connection.provider, connection.external_id);
  if (kind === 'busy') {
    await noteTrouble(services, connection, reason);
    throw new TryLater(reason, answer.retryAfterMs ?? null);
  }
  if (kind === 'token' || kind === 'permission') {
    await noteRefused(services, connection, kind === 'token' ? 'expired' : 'failing', reason);
    throw new WaitsForConnection(address, reason);
  }
  if (deferrals < MISSING_TRIES) throw new TryLater(reason);
  throw new WaitsForConnection(address, reason, true);
}

async function fetchLead(
  services: Services,
  arrival: ArrivalRecord,
  payload: FacebookLeadPayload,
): Promise<FacebookLead> {
  const { graph, env } = services;
  const connection = await usableConnection(services, payload);
  if (graph === null) throw new TryLater('This deployment has no app at Meta');
  const token = tokenOf(env, connection);
  const answer: GraphAnswer =
    token === null
      ? { kind: 'token', reason: 'The key that the token was sealed with is gone', code: null }
      : await graph.get(payload.leadgenId, { fields: LEAD_FIELDS }, token);
  const lead = readFacebookLead(await insistOn(services, connection, answer, arrival.deferrals ?? 0));
  const mapped = mapLeadFields(lead.fields);
  await Arrival.updateOne(
    { _id: arrival._id },
    {
      $set: {
        payload: { ...payload, lead },
        from: mapped.email ?? mapped.phone ?? mapped.name,
        excerpt: [mapped.vehicleInterest, mapped.message]
          .filter((part) => part)
          .join('\n')
          .slice(0, 200),
      },
    },
  );
  return lead;
}

function isLate(arrival: ArrivalRecord, lead: FacebookLead, now: Date): boolean {
  const createdAt = Date.parse(lead.createdAt ?? '');
  const since = Number.isFinite(createdAt) ? createdAt : arrival.received_at.getTime();
  return now.getTime() - since > PROMPT_MS;
}

function metadataOf(payload: FacebookLeadPayload, lead: FacebookLead): Record<string, unknown> {
  const { fields, consents: _, ...rest } = lead;
  const known = Object.entries({
    leadgen_id: payload.leadgenId,
    page_id: payload.pageId,
    form_id: rest.formId ?? payload.formId,
    ad_id: rest.adId ?? payload.adId,
    ad_name: rest.adName,
    campaign_id: rest.campaignId,
    campaign_name: rest.campaignName,
    platform: rest.platform,
    is_organic: rest.organic,
    created_time: rest.createdAt,
  }).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(known), field_data: fields };
}

function enquiryOf(
  services: Services,
  arrival: ArrivalRecord,
  payload: FacebookLeadPayload,
  lead: FacebookLead,
  mapped: MappedLead,
  dealership: DealershipRecord,
): Enquiry {
  const form = formPayload({
    source: 'facebook',
    sourceDetail: lead.campaignName ?? lead.adName ?? payload.pageId,
    channel: 'facebook',
    name: mapped.name,
    email: mapped.email,
    phone: mapped.phone,
    message: mapped.message,
    vehicleInterest: mapped.vehicleInterest,
    consents: lead.consents,
    metadata: metadataOf(payload, lead),
    quiet: mapped.test,
  });
  const enquiry = formEnquiry({ ...arrival, test: arrival.test || mapped.test }, form, dealership);
  if (arrival.promoted || isLate(arrival, lead, services.clock.now())) enquiry.handledBy = 'human';
  return enquiry;
}

/**
 * Fetches a lead of a Facebook page and makes a lead of it. Whatever stands in the way, the arrival stays: a provider
 * that is slow is asked again, and a token that is over is waited for.
 * @throws TryLater and WaitsForConnection, which the work on arrivals understands
 */
export async function takeInFacebookLead(
  services: Services,
  arrival: ArrivalRecord,
  payload: FacebookLeadPayload,
  dealership: DealershipRecord,
): Promise<Worked> {
  const lead = payload.lead ?? (await fetchLead(services, arrival, payload));
  const mapped = mapLeadFields(lead.fields);
  const enquiry = enquiryOf(services, arrival, payload, lead, mapped, dealership);
  const taken = await takeInEnquiry(services, arrival.dealership_id, enquiry);
  return mapped.test ? { ...taken, verdict: TEST_VERDICT } : taken;
}
