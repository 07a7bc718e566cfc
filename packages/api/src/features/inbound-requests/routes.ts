import { presentPage } from '../../database/page.ts';
import { ok, type Routes } from '../../http/handler.ts';
import { findInboundRequest } from './find-inbound-request.ts';
import { listInboundRequests } from './list-inbound-requests.ts';
import { presentInboundRequest, presentInboundRequestDetails } from './present.ts';
import { replayInboundRequest } from './replay-inbound-request.ts';

export const inboundRequestRoutes = {
  listInboundRequests: async ({ ctx, query }) =>
    ok(presentPage(await listInboundRequests({ ctx, input: query }), presentInboundRequest)),
  getInboundRequest: async ({ path }) =>
    ok(presentInboundRequestDetails(await findInboundRequest(path.inbound_request_id))),
  replayInboundRequest: async ({ ctx, path }) =>
    ok(presentInboundRequestDetails(await replayInboundRequest({ ctx, input: path }))),
} satisfies Pick<Routes, 'listInboundRequests' | 'getInboundRequest' | 'replayInboundRequest'>;
