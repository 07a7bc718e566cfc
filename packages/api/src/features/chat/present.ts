import type { components } from '../../generated/openapi.ts';
import { SECOND_MS } from '../../lib/clock.ts';
import type { ChatSessionRecord } from './model.ts';
import type { ChatView, PlacedMessage } from './read-chat.ts';
import { TOKEN_LIFETIME_MS } from './visitor-token.ts';

type Schemas = components['schemas'];

/** What the visitor sees of their chat. */
export function presentChatSession({ session, answeredBy, typing }: ChatView): Schemas['ChatSession'] {
  return {
    id: session._id,
    answered_by: answeredBy,
    typing,
    contact: { name: session.contact.name, email: session.contact.email, phone: session.contact.phone },
    read_by_dealership: session.staff_read,
    closed_at: session.closed_at?.toISOString() ?? null,
  };
}

/** What the visitor sees of a message. */
export function presentChatMessage({ position, message }: PlacedMessage): Schemas['ChatMessage'] {
  const from = message.direction === 'inbound' ? 'visitor' : message.sender_type === 'human' ? 'human' : 'assistant';
  return {
    id: message._id,
    position,
    client_id: message.chat?.client_id ?? null,
    from,
    name: from === 'visitor' ? null : message.sender_name,
    text: message.text ?? '',
    sent_at: (message.sent_at ?? message.created_at).toISOString(),
  };
}

/** A chat and a token that was just made for it. */
export function presentOpened(view: ChatView, token: string): Schemas['ChatOpened'] {
  return { token, expires_in: TOKEN_LIFETIME_MS / SECOND_MS, session: presentChatSession(view) };
}

/** What a colleague sees of the chat of a lead. */
export function presentLeadChat(session: ChatSessionRecord | null, now: Date): Schemas['LeadChat'] {
  if (!session) return { session: null };
  return {
    session: {
      id: session._id,
      visitor_present: session.closed_at === null && session.present_until !== null && session.present_until > now,
      visitor_typing: session.visitor_typing_until !== null && session.visitor_typing_until > now,
      last_seen_at: session.last_seen_at?.toISOString() ?? null,
      page_url: session.page_url,
      opened_at: session.created_at.toISOString(),
      closed_at: session.closed_at?.toISOString() ?? null,
    },
  };
}
