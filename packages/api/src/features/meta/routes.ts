import type { Routes } from '../../http/handler.ts';
import { receiveMetaEvents } from './receive-meta-events.ts';
import { verifyMetaWebhook } from './verify-meta-webhook.ts';

export const metaRoutes = {
  verifyMetaWebhook: async ({ ctx }, request, response) => verifyMetaWebhook(ctx, request, response),
  receiveMetaEvents: async ({ ctx }, request, response) => receiveMetaEvents(ctx, request, response),
} satisfies Pick<Routes, 'verifyMetaWebhook' | 'receiveMetaEvents'>;
