import { presentPage } from '../../database/page.ts';
import type { components } from '../../generated/openapi.ts';
import { accepted, created, ok, type Routes } from '../../http/handler.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { createSandbox, presentCreatedSandbox } from './create-sandbox.ts';
import { findSandbox, type SandboxRecord } from './find-sandbox.ts';
import { generateLeads } from './generate-leads.ts';
import { moveClock } from './move-clock.ts';
import { listReceipts, presentReceipt, tellReceiver } from './read-receiver.ts';
import { replyAsCustomer } from './reply-as-customer.ts';
import { withOwnBackground } from './run-sandbox.ts';
import { sandboxReceiverUrl } from './sandbox-receiver.ts';

function present(record: SandboxRecord, { services }: TenantContext): components['schemas']['Sandbox'] {
  return {
    dealership: { id: record._id, name: record.name },
    now: services.clock.now().toISOString(),
    ahead_seconds: Math.round(record.sandbox.ahead_ms / 1000),
    receiver_url: sandboxReceiverUrl(services.env, record._id),
    receiver_answers: record.sandbox.answers.slice(record.sandbox.received),
  };
}

export const sandboxRoutes = {
  createSandbox: async ({ ctx, body }) => created(presentCreatedSandbox(await createSandbox({ ctx, input: body }))),
  getSandbox: async ({ ctx }) => ok(present(await findSandbox(ctx), ctx)),
  moveSandboxClock: async ({ ctx, body }) =>
    ok(present(await moveClock({ ctx: withOwnBackground(ctx), input: body }), ctx)),
  generateSandboxLeads: async ({ ctx, body }) =>
    created({ lead_ids: await generateLeads({ ctx: withOwnBackground(ctx), input: body }) }),
  replyInSandbox: async ({ ctx, body }) => {
    const { arrivalId } = await replyAsCustomer({ ctx: withOwnBackground(ctx), input: body });
    return accepted({ arrival_id: arrivalId, status: 'accepted' });
  },
  tellSandboxReceiver: async ({ ctx, body }) => ok(present(await tellReceiver(ctx, body), ctx)),
  listSandboxReceipts: async ({ ctx, query }) => ok(presentPage(await listReceipts(ctx, query), presentReceipt)),
} satisfies Partial<Routes>;
