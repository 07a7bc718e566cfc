import mongoose from 'mongoose';
import { findPage, type Page, type PageRequest } from '../../database/page.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { findLead } from '../leads/find-lead.ts';
import { Message, type MessageRecord } from './model.ts';

/**
 * Lists the conversation of a lead, oldest first. An answer that was called off before it had words is not part of it.
 * @throws Problem 404
 */
export async function listMessages({
  ctx,
  input,
}: {
  ctx: TenantContext;
  input: PageRequest & { lead_id: string };
}): Promise<Page<MessageRecord>> {
  const lead = await findLead(ctx, input.lead_id);
  const filter = {
    lead_id: lead._id,
    audience: 'customer',
    $or: mongoose.trusted([
      { text: mongoose.trusted({ $ne: null }) },
      { state: mongoose.trusted({ $in: ['pending', 'sending'] }) },
    ]),
  };
  return findPage(Message, { filter, orderBy: 'created_at', direction: 'oldest_first', request: input });
}
