import { randomKey } from '../random-key.ts';
import { backoffMs, isTransient, retryAfterMs } from '../retry.ts';
import { createChatLine } from './chat-line.ts';
import type { ChatStore, Unsent } from './chat-store.ts';
import type { ChatConfig, ChatEvent, ChatMessage, ChatOpening, ChatSession } from './contract.ts';

/** What is known of a conversation. */
export interface Talk {
  config?: ChatConfig;
  session?: ChatSession | undefined;
  /** What was said, in order. */
  messages: ChatMessage[];
  /** Whether what is not confirmed waits for somebody to try again. */
  hasFailed?: boolean;
}

/** Something for the page, and for who cannot see it. */
export type ChatNews = { message: ChatMessage } | { status: number | undefined; code: string | undefined };

/** What a conversation needs of the page it is on. */
export interface Surroundings {
  api: string;
  key: string;
  store: ChatStore;
  opening(): ChatOpening;
  /** Something that is shown has changed. */
  changed(): void;
  tell(news: ChatNews): void;
}

/** What a visitor does in a conversation. */
export interface Conversation {
  readonly talk: Talk;
  /** Asks who answers; without an answer the chat is shown all the same. */
  describe(): Promise<void>;
  /** Says something: from here on it is kept, and sent until it is there. */
  say(text: string, asksForPerson?: true): void;
  /** Sends what is not confirmed, in order, until it is or attempts are spent. */
  retry(): void;
  /** Tells the colleagues that the visitor types, every few seconds at most. */
  type(isTyping: boolean): void;
  /** Marks all that came as read. */
  read(): void;
  /** Gives an e-mail address for answers; whether it was taken. */
  leave(email: string): Promise<boolean>;
  /** Ends the chat and forgets it here. */
  end(): void;
  unsent(): Unsent[];
  /** Answers that nobody has seen. */
  unread(): ChatMessage[];
}

const attemptsAtMost = 4;
const typingAgainMs = 4_000;

/** A conversation of this browser with the dealership; goes on with what is in the store. */
export function createConversation({ api, key, store, opening, changed, tell }: Surroundings): Conversation {
  const talk: Talk = { messages: [] };
  let isSending = false;
  let typedAtMs = 0;

  const unsent = () => store.get().unsent;
  const confirm = (id: string | null) => store.set({ unsent: unsent().filter(({ client_id }) => client_id !== id) });
  const over = (): void => {
    store.set(unsent().length ? { token: '', read: 0 } : null);
    Object.assign(talk, { session: undefined, messages: [] });
  };

  const take = ({ type, data }: Omit<ChatEvent, 'id'>): void => {
    if (type === 'session') {
      talk.session = data as ChatSession;
      if (talk.session.closed_at) over();
    } else {
      const message = data as ChatMessage;
      if (!talk.messages.some(({ id }) => id === message.id)) {
        talk.messages.push(message);
        if (message.client_id) confirm(message.client_id);
        // What was said before this page is no news: it comes before the chat itself.
        if (talk.session) tell({ message });
      }
    }
    changed();
  };
  const line = createChatLine(api, store, take);
  const tellQuietly = (path: string, body: object): void => void line.ask(path, body).catch(() => {});

  const post = async (message: Unsent): Promise<Response> => {
    if (!store.get().token) {
      const opened = await line.send('/sessions', key, opening());
      if (!opened.ok) return opened;
      const { token, session } = await opened.json();
      store.set({ token });
      talk.session = session;
    }
    return line.ask('/messages', message);
  };

  /** Tries a few times, waiting as long as the API asks; whether it is there. */
  const carry = async (message: Unsent): Promise<boolean> => {
    for (let attempt = 2; ; attempt++) {
      const response = await post(message).catch(() => undefined);
      const status = response?.status;
      const answer = await response?.json().catch(() => ({}));
      if (response?.ok) {
        if (answer.position) take({ type: 'message', data: answer });
        void line.follow();
        return true;
      }
      const waitMs = retryAfterMs(response?.headers.get('Retry-After') ?? null, Date.now());
      // The chat this would have gone on with is over: the message opens another.
      const isOver = !!talk.session && (status === 401 || status === 409);
      if (isOver) over();
      if (attempt > attemptsAtMost || !(isOver || !status || isTransient(status, waitMs !== undefined))) {
        tell({ status, code: answer?.code });
        return false;
      }
      await new Promise((resolve) => setTimeout(resolve, Math.max(waitMs ?? 0, backoffMs(attempt, Math.random()))));
    }
  };

  const retry = async (): Promise<void> => {
    talk.hasFailed = false;
    changed();
    if (isSending) return;
    isSending = true;
    for (let next = unsent()[0]; next && !talk.hasFailed; next = unsent()[0]) {
      talk.hasFailed = !(await carry(next));
      if (!talk.hasFailed) confirm(next.client_id);
      changed();
    }
    isSending = false;
  };

  const goOn = (): void => {
    void line.follow();
    if (unsent().length > 0) void retry();
  };
  addEventListener('online', goOn);
  goOn();

  return {
    talk,
    unsent,
    unread: () => talk.messages.filter(({ from, position }) => from !== 'visitor' && position > store.get().read),
    retry,
    async describe() {
      const response = await line.send('', key).catch(() => undefined);
      if (response?.ok) talk.config = await response.json();
      changed();
    },
    say(text, asksForPerson) {
      store.set({ unsent: [...unsent(), { client_id: randomKey(), text, asks_for_person: asksForPerson }] });
      typedAtMs = 0;
      void retry();
    },
    type(isTyping) {
      const now = Date.now();
      if (!talk.session || (isTyping ? now - typedAtMs < typingAgainMs : !typedAtMs)) return;
      typedAtMs = isTyping ? now : 0;
      tellQuietly('/typing', { typing: isTyping });
    },
    read() {
      const position = talk.messages.at(-1)?.position ?? 0;
      if (store.get().read >= position) return;
      store.set({ read: position });
      tellQuietly('/read', { position });
    },
    async leave(email) {
      const response = await line.ask('', { email }, { method: 'PATCH' }).catch(() => undefined);
      if (response?.ok) talk.session = await response.json();
      return !!response?.ok;
    },
    end() {
      tellQuietly('/close', {});
      store.set({ unsent: [] });
      over();
      changed();
    },
  };
}
