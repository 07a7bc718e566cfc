import type { Response } from 'express';
import type { Routes } from '../../http/handler.ts';
import { PAGE_CONTENT_POLICY, renderPage, type SimplePage } from './render-page.ts';
import { showUnsubscribe } from './show-unsubscribe.ts';
import { unsubscribe } from './unsubscribe.ts';

function sendPage(response: Response, page: SimplePage): void {
  response
    .status(200)
    .set({ 'Content-Security-Policy': PAGE_CONTENT_POLICY, 'Cache-Control': 'private, no-store' })
    .type('html')
    .send(renderPage(page));
}

export const unsubscribeRoutes = {
  showUnsubscribe: async ({ ctx, path }, _request, response) =>
    sendPage(response, await showUnsubscribe({ ctx, input: path })),
  // Whatever body comes with it is left unread: the link says everything.
  unsubscribe: async ({ ctx, path }, _request, response) => sendPage(response, await unsubscribe({ ctx, input: path })),
} satisfies Pick<Routes, 'showUnsubscribe' | 'unsubscribe'>;
