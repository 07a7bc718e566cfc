import { presentPage } from '../../database/page.ts';
import { created, ok, type Routes } from '../../http/handler.ts';
import { approveDraft } from './approve-draft.ts';
import { discardDraft } from './discard-draft.ts';
import { listMessages } from './list-messages.ts';
import { listReplyChannels, presentReplyChannel } from './list-reply-channels.ts';
import { presentMessage } from './present.ts';
import { sendMessage } from './send-message.ts';

export const messageRoutes = {
  listMessages: async ({ ctx, path, query }) =>
    ok(presentPage(await listMessages({ ctx, input: { ...query, ...path } }), presentMessage)),
  listReplyChannels: async ({ ctx, path }) =>
    ok({ data: (await listReplyChannels({ ctx, input: path })).map(presentReplyChannel) }),
  sendMessage: async ({ ctx, path, body }) =>
    created(presentMessage(await sendMessage({ ctx, input: { ...path, ...body } }))),
  approveDraft: async ({ ctx, path, body }) =>
    ok(presentMessage(await approveDraft({ ctx, input: { ...path, ...body } }))),
  discardDraft: async ({ ctx, path }) => ok(presentMessage(await discardDraft({ ctx, input: path }))),
} satisfies Pick<Routes, 'listMessages' | 'listReplyChannels' | 'sendMessage' | 'approveDraft' | 'discardDraft'>;
