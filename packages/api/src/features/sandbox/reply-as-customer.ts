import { Problem } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { findLead } from '../leads/find-lead.ts';
import { Outbox } from '../outbox/model.ts';
import { replyToOutbox } from '../outbox/reply-to-outbox.ts';
import { findSandbox } from './find-sandbox.ts';
import { settleSandbox } from './run-sandbox.ts';
import { sandboxCustomer } from './sandbox-customers.ts';

interface ReplyAsCustomer {
  ctx: TenantContext;
  input: { lead_id: string; text?: string | undefined };
}

/** What the customer of a lead answers when nobody says what. */
function usualAnswer(email: string | null): string {
  const number = Number(/\.(\d+)@customer\.example$/.exec(email ?? '')?.[1] ?? 1) - 1;
  return sandboxCustomer(number).answer;
}

/**
 * Answers the last mail to a customer in the customer's place, by mail, and waits for what comes of it.
 * @throws Problem 404 for an unknown lead, 409 when nothing was sent to the customer yet, 422 in a real dealership
 */
export async function replyAsCustomer({ ctx, input }: ReplyAsCustomer): Promise<{ arrivalId: string }> {
  await findSandbox(ctx);
  const lead = await findLead(ctx, input.lead_id);
  const filter = { lead_id: lead._id, audience: 'customer', channel: 'email' } as const;
  const mail = await Outbox.findOne(filter).sort({ sent_at: -1, _id: -1 }).lean();
  if (!mail) throw new Problem('conflict', { detail: 'The customer has not got a mail yet that could be answered.' });
  const text = input.text ?? usualAnswer(lead.customer.email);
  const accepted = await replyToOutbox({ ctx, input: { outbox_id: mail._id, text } });
  await settleSandbox(ctx);
  return accepted;
}
