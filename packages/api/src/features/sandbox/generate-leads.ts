import type { components } from '../../generated/openapi.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { derivedId } from '../../lib/ids.ts';
import { Dealership } from '../dealership/model.ts';
import { receiveForm } from '../enquiries/receive-form.ts';
import { updateLead } from '../leads/update-lead.ts';
import { findSandbox } from './find-sandbox.ts';
import { replyAsCustomer } from './reply-as-customer.ts';
import { settleSandbox } from './run-sandbox.ts';
import { sandboxCustomer } from './sandbox-customers.ts';

type Scenario = components['schemas']['SandboxScenario'];

interface GenerateLeads {
  ctx: TenantContext;
  input: { scenario?: Scenario | undefined; count?: number | undefined };
}

type StepContext = (step: string) => TenantContext;

async function enquire(ctx: TenantContext, number: number): Promise<string | null> {
  const { name, email, phone, vehicle_interest, message } = sandboxCustomer(number);
  const form = { name, email, phone, vehicle_interest, message, source_url: 'https://sandbox.example/' };
  const received = await receiveForm({ ctx, input: { dealership_id: ctx.dealershipId, form } });
  await settleSandbox(ctx);
  return 'leadId' in received ? received.leadId : null;
}

async function setStatus(ctx: TenantContext, leadId: string, status: 'appointment' | 'lost', reason: string) {
  const changes = { status, status_reason: reason };
  await updateLead({ ctx, input: { lead_id: leadId, ifMatch: undefined, changes } });
}

async function play(scenario: Scenario, at: StepContext, number: number): Promise<string | null> {
  const leadId = await enquire(at('enquiry'), number);
  if (leadId === null || scenario === 'enquiry') return leadId;
  await replyAsCustomer({ ctx: at('reply'), input: { lead_id: leadId } });
  if (scenario === 'no_show') {
    await setStatus(at('booked'), leadId, 'appointment', 'Saturday at 12');
    await setStatus(at('no show'), leadId, 'lost', 'Did not show up');
  }
  return leadId;
}

/**
 * Lets customers write to a sandbox, each through the same intake as a real one: an enquiry that is answered, one whose
 * customer writes back, or one who then does not come. The same calls in a new sandbox make the same customers.
 * @throws Problem 422 in a real dealership
 */
export async function generateLeads({ ctx, input }: GenerateLeads): Promise<string[]> {
  const count = input.count ?? 1;
  await findSandbox(ctx);
  const before = await Dealership.findOneAndUpdate(
    { _id: ctx.dealershipId },
    { $inc: { 'sandbox.customers': count } },
    { returnDocument: 'before' },
  ).lean();
  const first = before?.sandbox?.customers ?? 0;
  const leadIds: string[] = [];
  for (let number = first; number < first + count; number += 1) {
    const at: StepContext = (step) => ({
      ...ctx,
      creationId: derivedId('idem', `${ctx.creationId} ${number} ${step}`),
    });
    const leadId = await play(input.scenario ?? 'enquiry', at, number);
    if (leadId !== null) leadIds.push(leadId);
  }
  await settleSandbox(ctx);
  return leadIds;
}
