import type { CallOptions } from '../core/config.ts';
import { type LiveOptions, live } from '../core/live.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type {
  Chat as ChatConfiguration,
  ChatContactInput,
  ChatEvent,
  ChatMessage,
  ChatMessageSend,
  ChatOpened,
  ChatOpening,
  ChatSession,
  ChatTranscript,
  StoredForLater,
} from '../types.ts';
import { Resource } from './resource.ts';

/**
 * A conversation on a web site. `get` and `open` take a publishable key; everything else is for the visitor, with the
 * token that `open` gives as the client's `accessToken`.
 */
export class Chat extends Resource {
  /** Tells who answers, before anybody has written. */
  readonly get: (options?: CallOptions) => ResultPromise<ChatConfiguration> = this.gets('chat');

  /** Opens a chat and gives its visitor a token. */
  readonly open: (body: ChatOpening, options?: CallOptions) => ResultPromise<ChatOpened> = this.posts('chat/sessions');

  /** Reads the chat and its messages after a position. */
  readonly read: (query?: { after?: number }, options?: CallOptions) => ResultPromise<ChatTranscript> =
    this.finds('chat/session');

  /** Says who the visitor is. */
  readonly update: (body: ChatContactInput, options?: CallOptions) => ResultPromise<ChatSession> =
    this.patches('chat/session');

  /** Writes to the dealership; the same `client_id` again is the same message. */
  readonly send: (body: ChatMessageSend, options?: CallOptions) => ResultPromise<ChatMessage | StoredForLater> =
    this.posts('chat/session/messages');

  /** Gives what happens in the chat, messages in order and each once; goes on after `lastEventId`. */
  events(options: LiveOptions = {}): AsyncGenerator<ChatEvent, void, undefined> {
    return live(this.transport, options, ['v1', 'chat', 'session', 'events']);
  }

  /** Tells that the visitor types, or no longer does; holds for eight seconds. */
  readonly typing: (body: { typing: boolean }, options?: CallOptions) => ResultPromise<void> =
    this.posts('chat/session/typing');

  /** Tells up to which position the visitor has read. */
  readonly markRead: (body: { position: number }, options?: CallOptions) => ResultPromise<void> =
    this.posts('chat/session/read');

  /** Exchanges the visitor's token for a new one. */
  readonly renew: (options?: CallOptions) => ResultPromise<ChatOpened> = this.acts('chat/session/token');

  /** Ends the chat. */
  readonly close: (options?: CallOptions) => ResultPromise<void> = this.acts('chat/session/close');
}
