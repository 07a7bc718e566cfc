import type { TenantContext } from '../../http/request-context.ts';
import { findLead } from '../leads/find-lead.ts';
import { ChatSession, type ChatSessionRecord } from './model.ts';

/** The chat a lead was last in; `null` when it never was. */
export async function newestChat(leadId: string): Promise<ChatSessionRecord | null> {
  return ChatSession.findOne({ lead_id: leadId }).sort({ created_at: -1 }).lean<ChatSessionRecord>();
}

/**
 * Reads whether the customer of a lead is in the chat.
 * @throws Problem 404
 */
export async function getLeadChat({
  ctx,
  input,
}: {
  ctx: TenantContext;
  input: { lead_id: string };
}): Promise<ChatSessionRecord | null> {
  const lead = await findLead(ctx, input.lead_id);
  return newestChat(lead._id);
}
