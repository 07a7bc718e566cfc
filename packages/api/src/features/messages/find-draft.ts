import { notFound } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { findLead } from '../leads/find-lead.ts';
import type { LeadRecord } from '../leads/model.ts';
import { Message, type MessageRecord } from './model.ts';

/**
 * Reads a message of the assistant and its lead.
 * @throws Problem 404 where there is no such message in the lead's conversation, or the assistant did not write it
 */
export async function findDraft(
  ctx: TenantContext,
  input: { lead_id: string; message_id: string },
): Promise<{ lead: LeadRecord; message: MessageRecord }> {
  const lead = await findLead(ctx, input.lead_id);
  const message = await Message.findOne({
    _id: input.message_id,
    lead_id: lead._id,
    audience: 'customer',
    sender_type: 'ai',
  }).lean<MessageRecord>();
  if (!message) throw notFound();
  return { lead, message };
}
