import { callApi } from '../call-api.ts';
import { backoffMs } from '../retry.ts';
import type { ChatStore } from './chat-store.ts';
import type { ChatEvent } from './contract.ts';
import { readEvents } from './read-events.ts';

type Init = RequestInit & { headers?: object };

/** The line to the API: requests, and the stream that brings what happens. */
export interface ChatLine {
  /** Sends a request with a token or key. */
  send(path: string, token: string, body?: object, init?: Init): Promise<Response>;
  /** Sends a request in the name of the visitor; a token that has run out is renewed. */
  ask(path: string, body?: object, init?: Init): Promise<Response>;
  /** Brings everything that was and will be said, as long as there is a chat. */
  follow(): Promise<void>;
}

/** The API says something every fifteen seconds; silent for longer, the line is dead. */
const silenceMs = 40_000;

/** A line to the chat operations of the API, with the token that is in the store. */
export function createChatLine(api: string, store: ChatStore, onEvent: (event: ChatEvent) => void): ChatLine {
  let isFollowing = false;
  let position = 0;

  const send: ChatLine['send'] = (path, token, body, init) => callApi(`${api}/v1/chat${path}`, token, body, init);

  /** Whether there is another token to try with. Where the chat is over there is none any more. */
  const renew = async (used: string): Promise<boolean> => {
    // Another tab may have been faster.
    if (store.get().token !== used) return true;
    const response = await send('/session/token', used, {});
    if (response.ok) store.set({ token: (await response.json()).token });
    else if (response.status === 401) store.set({ token: '' });
    return response.ok;
  };

  const ask: ChatLine['ask'] = async (path, body, init) => {
    const { token } = store.get();
    const answer = await send(`/session${path}`, token, body, init);
    if (answer.status !== 401 || !(await renew(token))) return answer;
    return send(`/session${path}`, store.get().token, body, init);
  };

  /** Reads the stream until it breaks off. */
  const listen = async (onSign: () => void): Promise<void> => {
    const silence = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const heard = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), silenceMs);
    };
    heard();
    try {
      const headers = { 'Last-Event-ID': `${position}` };
      const { body, ok } = await ask('/events', undefined, { headers, signal: silence.signal });
      if (!ok || !body) return;
      for await (const event of readEvents(body, heard)) {
        onSign();
        if (event.type === 'message') position = event.data.position;
        onEvent(event);
      }
    } finally {
      clearTimeout(timer);
    }
  };

  return {
    send,
    ask,
    async follow() {
      if (isFollowing) return;
      isFollowing = true;
      position = 0;
      for (let failures = 0; store.get().token; ) {
        failures++;
        await listen(() => {
          failures = 1;
        }).catch(() => {});
        await new Promise((resolve) => {
          setTimeout(resolve, backoffMs(failures + 1, Math.random()));
          addEventListener('online', resolve, { once: true });
        });
      }
      isFollowing = false;
    },
  };
}
