import type { GraphFailure } from '../../channels/meta/classify-graph-answer.ts';
import type { GraphClient } from '../../channels/meta/graph-client.ts';
import { listGraph } from '../../channels/meta/list-graph.ts';
import { workOnArrival } from '../../intake/work-on-arrival.ts';
import { after, MINUTE_MS } from '../../lib/clock.ts';
import type { Services } from '../../services.ts';
import { Connection, type ConnectionRecord } from '../connections/model.ts';
import { leadKey } from './read-meta-changes.ts';
import { recordChange } from './record-change.ts';

/** Looked at again each time: Facebook lists a lead some moments after it was made. */
const OVERLAP_MS = 10 * MINUTE_MS;
/** A lead this young may simply still be on its way by webhook. */
const WEBHOOK_MS = 5 * MINUTE_MS;

async function takeIn(services: Services, connection: ConnectionRecord, lead: Record<string, unknown>): Promise<void> {
  const leadgenId = String(lead.id);
  if (!/^\d{1,30}$/.test(leadgenId)) return;
  const formId = /^\d{1,30}$/.test(String(lead.form_id)) ? String(lead.form_id) : null;
  const { arrival, repeated } = await recordChange(services, connection.dealership_id, {
    key: leadKey(leadgenId),
    payload: { kind: 'facebook_lead', pageId: connection.external_id, leadgenId, formId, adId: null, lead: null },
  });
  if (repeated) return;
  const ageMs = services.clock.now().getTime() - Date.parse(String(lead.created_time));
  if (ageMs > WEBHOOK_MS) {
    await Connection.updateOne({ _id: connection._id }, { $inc: { found_by_poll: 1 } });
    services.logger.warn({ connection_id: connection._id, arrival_id: arrival._id }, 'a lead no webhook told of');
  }
  const worked = await workOnArrival(services, arrival).catch(() => null);
  await worked?.settled;
}

/**
 * Looks through the forms of a page for leads that no webhook told of, and takes them in under the key that the webhook
 * would have used. Tells why it could not be done, or `null`; what was looked through moves on only when all of it was.
 */
export async function pollFacebookLeads(
  services: Services,
  graph: GraphClient,
  connection: ConnectionRecord,
  token: string,
): Promise<GraphFailure | null> {
  const startedAt = services.clock.now();
  const forms = await listGraph(graph, `${connection.external_id}/leadgen_forms`, { fields: 'id' }, token);
  if (!('items' in forms)) return forms;
  const since = Math.floor(after(connection.polled_until, -OVERLAP_MS).getTime() / 1000);
  const filtering = JSON.stringify([{ field: 'time_created', operator: 'GREATER_THAN', value: since }]);
  for (const form of forms.items) {
    const leads = await listGraph(
      graph,
      `${String(form.id)}/leads`,
      { fields: 'id,created_time,form_id', filtering },
      token,
    );
    if (!('items' in leads)) return leads;
    for (const lead of leads.items) await takeIn(services, connection, lead);
  }
  await Connection.updateOne({ _id: connection._id }, { $max: { polled_until: startedAt } });
  return null;
}
