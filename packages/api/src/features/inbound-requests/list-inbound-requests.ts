import mongoose from 'mongoose';
import { findPage, type Page } from '../../database/page.ts';
import type { operations } from '../../generated/openapi.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { InboundRequest, type InboundRequestRecord } from './model.ts';

type Input = NonNullable<operations['listInboundRequests']['parameters']['query']>;

/** Lists the posts from outside of the last 30 days, newest first. */
export async function listInboundRequests({
  input,
}: {
  ctx: TenantContext;
  input: Input;
}): Promise<Page<InboundRequestRecord>> {
  const filter = {
    ...(input.verdict && input.verdict.length > 0 ? { verdict: mongoose.trusted({ $in: [...input.verdict] }) } : {}),
    ...(input.route ? { route: input.route } : {}),
    ...(input.request_id ? { request_id: input.request_id } : {}),
    ...(input.arrival_id ? { arrival_id: input.arrival_id } : {}),
  };
  return findPage(InboundRequest, { filter, orderBy: 'received_at', direction: 'newest_first', request: input });
}
