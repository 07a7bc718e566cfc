import mongoose from 'mongoose';
import { findPage, type Page } from '../../database/page.ts';
import type { operations } from '../../generated/openapi.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { withoutDeleted } from '../leads/without-deleted.ts';
import { Outbox, type OutboxRecord } from './model.ts';

type Input = NonNullable<operations['listOutbox']['parameters']['query']>;

/**
 * Lists what would have been sent, newest first, and nothing of a lead that is deleted. Invitations hold a way in, so only
 * admins see those.
 */
export async function listOutbox({ ctx, input }: { ctx: TenantContext; input: Input }): Promise<Page<OutboxRecord>> {
  const mayInvite = ctx.actor.type === 'user' && ctx.actor.role === 'admin';
  const lead = input.lead_id ?? (mayInvite ? undefined : mongoose.trusted({ $ne: null }));
  const filter = {
    ...(lead === undefined ? {} : { lead_id: lead }),
    ...(input.channel ? { channel: input.channel } : {}),
  };
  const page = await findPage(Outbox, { filter, orderBy: 'sent_at', direction: 'newest_first', request: input });
  return { ...page, data: await withoutDeleted(page.data) };
}
