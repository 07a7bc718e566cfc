import type { Routes } from '../../http/handler.ts';
import { streamEvents } from './stream-events.ts';

export const liveRoutes = {
  streamEvents: async ({ ctx, header }, _request, response) => streamEvents(ctx, header('last-event-id'), response),
} satisfies Pick<Routes, 'streamEvents'>;
