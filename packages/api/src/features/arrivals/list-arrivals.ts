import mongoose from 'mongoose';
import { findPage, type Page } from '../../database/page.ts';
import type { operations } from '../../generated/openapi.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { visibleTo } from '../leads/find-lead.ts';
import { Arrival, type ArrivalRecord } from './model.ts';
import { withoutDeletedWords } from './without-deleted-words.ts';

type Input = NonNullable<operations['listArrivals']['parameters']['query']>;

/** Lists what came in, newest first. */
export async function listArrivals({ ctx, input }: { ctx: TenantContext; input: Input }): Promise<Page<ArrivalRecord>> {
  const filter = {
    ...visibleTo(ctx),
    unlisted: mongoose.trusted({ $ne: true }),
    ...(input.channel ? { channel: input.channel } : {}),
    ...(input.outcome && input.outcome.length > 0 ? { outcome: mongoose.trusted({ $in: [...input.outcome] }) } : {}),
  };
  const page = await findPage(Arrival, { filter, orderBy: 'received_at', direction: 'newest_first', request: input });
  return { ...page, data: await withoutDeletedWords(page.data) };
}
