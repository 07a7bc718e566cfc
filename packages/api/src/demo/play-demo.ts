import { deliverDue } from '../delivery/deliver.ts';
import { createTokenBudget } from '../delivery/token-budget.ts';
import { receiveForm } from '../features/enquiries/receive-form.ts';
import { markLeadRead } from '../features/leads/mark-lead-read.ts';
import { updateLead } from '../features/leads/update-lead.ts';
import { sendMessage } from '../features/messages/send-message.ts';
import { createNote } from '../features/notes/create-note.ts';
import { Outbox } from '../features/outbox/model.ts';
import { replyToOutbox } from '../features/outbox/reply-to-outbox.ts';
import type { TenantContext } from '../http/request-context.ts';
import { after, HOUR_MS, SECOND_MS } from '../lib/clock.ts';
import { newId } from '../lib/ids.ts';
import type { Services } from '../services.ts';
import { type DemoEnquiry, demoEnquiries } from './demo-story.ts';

type ContextOf = (services: Services) => TenantContext;

/** Services whose clock stands where the story is, and that reach nobody outside. */
function servicesAt(services: Services, now: () => Date): Services {
  const clock = { now };
  return {
    ...services,
    clock,
    model: null,
    budget: createTokenBudget(services.env, clock),
    email: { kind: 'none', send: async () => ({ state: 'failed', reason: 'demo' }), findSent: async () => 'not_found' },
    sms: {
      kind: 'none',
      from: 'Norvalt',
      send: async () => ({ state: 'failed', reason: 'demo' }),
      findSent: async () => [],
    },
    wake: () => undefined,
  };
}

async function answerAsCustomer(ctx: TenantContext, leadId: string, text: string): Promise<void> {
  const mail = await Outbox.findOne({ lead_id: leadId, audience: 'customer' }).sort({ sent_at: -1 }).lean();
  if (mail) await replyToOutbox({ ctx, input: { outbox_id: mail._id, text } });
}

async function play(
  services: Services,
  dealershipId: string,
  contextOf: ContextOf,
  enquiry: DemoEnquiry,
): Promise<void> {
  const start = after(services.clock.now(), -enquiry.hoursAgo * HOUR_MS);
  let now = start;
  const moved = servicesAt(services, () => now);
  const deliverAt = async (time: Date) => {
    now = time;
    await services.background.idle();
    await deliverDue(moved, 1, { dealershipId });
  };
  const ctx = () => ({ ...contextOf(moved), creationId: newId('idem', now) });
  const received = await receiveForm({ ctx: ctx(), input: { dealership_id: dealershipId, form: enquiry.form } });
  if (!('leadId' in received)) return;
  const { leadId } = received;
  await deliverAt(after(start, enquiry.answeredInSeconds * SECOND_MS));
  if (enquiry.answer) {
    now = after(start, enquiry.answer.afterHours * HOUR_MS);
    await answerAsCustomer(ctx(), leadId, enquiry.answer.text);
    await deliverAt(after(now, enquiry.answeredInSeconds * SECOND_MS));
  }
  if (enquiry.rep) {
    now = after(start, enquiry.rep.afterHours * HOUR_MS);
    await sendMessage({ ctx: ctx(), input: { lead_id: leadId, channel: 'email', text: enquiry.rep.text } });
    await deliverAt(after(now, SECOND_MS));
    if (enquiry.rep.note) await createNote({ ctx: ctx(), input: { lead_id: leadId, text: enquiry.rep.note } });
  }
  if (enquiry.status)
    await updateLead({
      ctx: ctx(),
      input: { lead_id: leadId, ifMatch: undefined, changes: { status: enquiry.status } },
    });
  if (enquiry.read) await markLeadRead({ ctx: ctx(), input: { lead_id: leadId } });
}

/** Plays the last few days of the demo dealership through the product itself, with the clock set back. */
export async function playDemo(services: Services, dealershipId: string, contextOf: ContextOf): Promise<void> {
  for (const enquiry of demoEnquiries) await play(services, dealershipId, contextOf, enquiry);
}
