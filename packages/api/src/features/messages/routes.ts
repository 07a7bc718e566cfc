import { presentPage } from '../../database/page.ts';
import { created, ok, type Routes } from '../../http/handler.ts';
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
} satisfies Pick<Routes, 'listMessages' | 'listReplyChannels' | 'sendMessage'>;
