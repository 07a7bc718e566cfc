import { beforeAll, expect, it } from 'vitest';
import { type Write, withFaults } from '../../test/faults.ts';
import { startDealership } from '../../test/start-dealership.ts';
import { postForm, RecordingEmail, roomyEnv, settle, stillSignedIn } from '../../test/work.ts';
import type { components } from '../generated/openapi.ts';
import { MINUTE_MS } from '../lib/clock.ts';
import { deliverDue } from './deliver.ts';
import { reconcileMessages } from './reconcile.ts';

type Schemas = components['schemas'];

const INTAKE = 'leads@crm.example';
const email = new RecordingEmail();
const { app, admin } = await startDealership({ env: roomyEnv, services: { email } });
beforeAll(async () => {
  email.answer = ({ to }) =>
    to === INTAKE ? { state: 'failed', reason: 'refused' } : { state: 'sent', providerId: 'mg-1' };
  await admin.client.patch('/v1/crm', { enabled: true, address: INTAKE, profile: 'body', subject: null });
});

/** Loses the entry of the lead's history that follows on the note of the outage. */
function losesEntry(): (write: Write) => 'done' | 'lost' {
  let noted = false;
  let lost = false;
  return ({ collection }) => {
    if (collection === 'dealerships') noted = true;
    if (lost || !noted || collection !== 'lead_history') return 'done';
    lost = true;
    return 'lost';
  };
}

it('a lead that did not get to the CRM is told of after a crash as well, once', async () => {
  const { body } = await postForm(app, admin.dealership.id);
  await app.services.background.idle();
  // One at a time: the entry that is lost is that of the CRM.
  await withFaults(losesEntry(), () => deliverDue(app.services, 1));
  for (const minutes of [2, 12]) {
    app.clock.advance(minutes * MINUTE_MS);
    await reconcileMessages(app.services);
    await settle(app);
  }
  const client = stillSignedIn(app, admin);
  const history = await client.get<Schemas['HistoryList']>(`/v1/leads/${body.lead_id}/history?limit=100`);
  expect(history.body.data.filter(({ type }) => type === 'crm_failed')).toHaveLength(1);
  expect(email.calls.filter(({ text }) => text.includes(`kom ikke frem til ${INTAKE}`))).toHaveLength(1);
  const deliveries = await client.get<{ data: Schemas['CrmDelivery'][] }>(`/v1/crm/deliveries?lead_id=${body.lead_id}`);
  expect(deliveries.body.data).toMatchObject([{ state: 'failed' }]);
});
