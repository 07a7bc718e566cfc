import { presentPage } from '../../database/page.ts';
import type { components } from '../../generated/openapi.ts';
import { ok, type Routes } from '../../http/handler.ts';
import { listOutbox } from './list-outbox.ts';
import type { OutboxRecord } from './model.ts';
import { replyToOutbox } from './reply-to-outbox.ts';

function presentOutbox(record: OutboxRecord): components['schemas']['OutboxMessage'] {
  return {
    id: record._id,
    message_id: record.message_id,
    lead_id: record.lead_id,
    channel: record.channel,
    audience: record.audience,
    from: record.from,
    to: record.to,
    subject: record.subject,
    text: record.text,
    html: record.html,
    headers: record.headers,
    sent_at: record.sent_at.toISOString(),
  };
}

export const outboxRoutes = {
  listOutbox: async ({ ctx, query }) => ok(presentPage(await listOutbox({ ctx, input: query }), presentOutbox)),
  replyToOutbox: async ({ ctx, path, body }) => {
    const { arrivalId } = await replyToOutbox({ ctx, input: { ...path, ...body } });
    return { status: 202, body: { arrival_id: arrivalId, status: 'accepted' } };
  },
} satisfies Pick<Routes, 'listOutbox' | 'replyToOutbox'>;
