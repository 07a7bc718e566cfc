import type { Routes } from '../../http/handler.ts';
import { sendPage } from '../../http/simple-page.ts';
import { showUnsubscribe } from './show-unsubscribe.ts';
import { unsubscribe } from './unsubscribe.ts';

export const unsubscribeRoutes = {
  showUnsubscribe: async ({ ctx, path }, _request, response) =>
    sendPage(response, await showUnsubscribe({ ctx, input: path })),
  // Whatever body comes with it is left unread: the link says everything.
  unsubscribe: async ({ ctx, path }, _request, response) => sendPage(response, await unsubscribe({ ctx, input: path })),
} satisfies Pick<Routes, 'showUnsubscribe' | 'unsubscribe'>;
