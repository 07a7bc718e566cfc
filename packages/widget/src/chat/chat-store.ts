/** A message of the visitor that the API has not confirmed; its id makes sending it again the same message. */
export interface Unsent {
  client_id: string;
  text: string;
  /** The visitor wants a person to go on. */
  asks_for_person?: true | undefined;
}

/** What a chat needs to go on after the page is gone: no word of what was answered. */
export interface KeptChat {
  /** The publishable key it was opened with: another site's chat on the same origin is another chat. */
  key: string;
  token: string;
  /** Position up to which the visitor has read. */
  read: number;
  unsent: Unsent[];
}

/** The chat of this browser, kept in the site's `localStorage` from the first message on, or while the page lives. */
export interface ChatStore {
  get(): KeptChat;
  /** Puts changes over what is there now, which another tab may have written; `null` forgets all. */
  set(changes: Partial<KeptChat> | null): void;
}

const storageKey = 'norvalt-chat';

/** A store for the site's key; `storage` is asked each time because reading the property may throw. */
export function createChatStore(key: string, storage: () => Storage): ChatStore {
  const empty: KeptChat = { key, token: '', read: 0, unsent: [] };
  let inMemory = empty;
  const get = (): KeptChat => {
    try {
      const stored = JSON.parse(storage().getItem(storageKey) ?? 'null');
      return stored?.key === key ? { ...empty, ...stored } : inMemory;
    } catch {
      return inMemory;
    }
  };
  const set = (changes: Partial<KeptChat> | null): void => {
    inMemory = changes ? { ...get(), ...changes } : empty;
    try {
      if (changes) storage().setItem(storageKey, JSON.stringify(inMemory));
      else storage().removeItem(storageKey);
    } catch {
      // Blocked or full: the chat lives as long as the page.
    }
  };
  return { get, set };
}
