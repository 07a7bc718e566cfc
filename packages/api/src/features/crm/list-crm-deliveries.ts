import { findPage, type Page } from '../../database/page.ts';
import type { operations } from '../../generated/openapi.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { visibleTo } from '../leads/find-lead.ts';
import { withoutDeleted } from '../leads/without-deleted.ts';
import { Message, type MessageRecord } from '../messages/model.ts';

type Input = NonNullable<operations['listCrmDeliveries']['parameters']['query']>;

/** Lists what went to the CRM or is on its way, newest first; nothing of a lead that is deleted. */
export async function listCrmDeliveries({
  ctx,
  input,
}: {
  ctx: TenantContext;
  input: Input;
}): Promise<Page<MessageRecord>> {
  const filter = {
    purpose: 'crm',
    ...visibleTo(ctx),
    ...(input.state ? { state: input.state } : {}),
    ...(input.lead_id ? { lead_id: input.lead_id } : {}),
  };
  const page = await findPage(Message, { filter, orderBy: 'created_at', direction: 'newest_first', request: input });
  return { ...page, data: await withoutDeleted(page.data) };
}
