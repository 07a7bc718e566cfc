import { noteDelivered } from '../../channels/chat/note-chat-receipt.ts';
import { created, noContent, ok, type Routes } from '../../http/handler.ts';
import { closeChatSession } from './close-chat-session.ts';
import { findChatSession } from './find-chat-session.ts';
import { getChat } from './get-chat.ts';
import { getLeadChat } from './get-lead-chat.ts';
import { markChatRead } from './mark-chat-read.ts';
import { openChatSession } from './open-chat-session.ts';
import { notePresence } from './presence.ts';
import { presentChatMessage, presentChatSession, presentLeadChat, presentOpened } from './present.ts';
import { readChatMessages, readChatView } from './read-chat.ts';
import { renewChatToken } from './renew-chat-token.ts';
import { sendChatMessage } from './send-chat-message.ts';
import { setStaffTyping, setVisitorTyping } from './set-typing.ts';
import { streamChat } from './stream-chat.ts';
import { updateChatSession } from './update-chat-session.ts';

export const chatRoutes = {
  getChat: async ({ ctx }) => ok(await getChat({ ctx })),
  openChatSession: async ({ ctx, body }) => {
    const { session, token } = await openChatSession({ ctx, input: body });
    const view = await readChatView({ ...session, dealership_id: ctx.dealershipId }, ctx.services.clock.now());
    return created(presentOpened(view, token));
  },
  getChatSession: async ({ ctx, query }) => {
    const session = await findChatSession(ctx);
    const messages = await readChatMessages(session, query.after ?? 0);
    await notePresence(ctx, session._id);
    await noteDelivered(ctx.services, session, session.log.length);
    const view = await readChatView(session, ctx.services.clock.now());
    return ok({ session: presentChatSession(view), messages: messages.map(presentChatMessage) });
  },
  updateChatSession: async ({ ctx, body }) => ok(presentChatSession(await updateChatSession({ ctx, input: body }))),
  sendChatMessage: async ({ ctx, body }) => {
    const result = await sendChatMessage({ ctx, input: body });
    if ('arrivalId' in result) return { status: 202, body: { arrival_id: result.arrivalId, status: 'accepted' } };
    return created(presentChatMessage(result));
  },
  streamChat: async ({ ctx, header }, _request, response) => streamChat(ctx, header('last-event-id'), response),
  setVisitorTyping: async ({ ctx, body }) => {
    await setVisitorTyping({ ctx, input: body });
    return noContent();
  },
  markChatRead: async ({ ctx, body }) => {
    await markChatRead({ ctx, input: body });
    return noContent();
  },
  renewChatToken: async ({ ctx, header }) => {
    const token = (header('authorization') ?? '').replace(/^Bearer /i, '');
    const opened = await renewChatToken({ ctx, input: { token } });
    const view = await readChatView({ ...opened.session, dealership_id: ctx.dealershipId }, ctx.services.clock.now());
    return ok(presentOpened(view, opened.token));
  },
  closeChatSession: async ({ ctx }) => {
    await closeChatSession({ ctx });
    return noContent();
  },
  getLeadChat: async ({ ctx, path }) =>
    ok(presentLeadChat(await getLeadChat({ ctx, input: path }), ctx.services.clock.now())),
  setStaffTyping: async ({ ctx, path, body }) => {
    await setStaffTyping({ ctx, input: { ...path, ...body } });
    return noContent();
  },
} satisfies Pick<
  Routes,
  | 'getChat'
  | 'openChatSession'
  | 'getChatSession'
  | 'updateChatSession'
  | 'sendChatMessage'
  | 'streamChat'
  | 'setVisitorTyping'
  | 'markChatRead'
  | 'renewChatToken'
  | 'closeChatSession'
  | 'getLeadChat'
  | 'setStaffTyping'
>;
