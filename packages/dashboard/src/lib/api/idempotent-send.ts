/** A key given to a content that has not been sent for certain. */
export interface PendingKey {
  fingerprint: string;
  key: string;
}

/** 128 random bits. `crypto.randomUUID` is missing where the page came over plain http from another machine. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Gives one Idempotency-Key per logical send: the same while the content stays the same, a new one after success. */
export class IdempotentSend {
  #newKey: () => string;
  #pending: PendingKey | null;
  #underWay: Promise<unknown> | null = null;

  constructor(newKey: () => string = randomKey, pending: PendingKey | null = null) {
    this.#newKey = newKey;
    this.#pending = pending;
  }

  /** The key of a send that may or may not have arrived; keep it, and a retry after a reload sends once as well. */
  get pending(): PendingKey | null {
    return this.#pending;
  }

  /** Sends; a call while another is under way joins it, a failed one repeated with the same content has the same key. */
  run<C, T>(content: C, send: (content: C, key: string) => Promise<T>): Promise<T> {
    if (this.#underWay) return this.#underWay as Promise<T>;
    const attempt = this.#attempt(content, send);
    this.#underWay = attempt;
    return attempt;
  }

  async #attempt<C, T>(content: C, send: (content: C, key: string) => Promise<T>): Promise<T> {
    const fingerprint = JSON.stringify(content);
    if (this.#pending?.fingerprint !== fingerprint) this.#pending = { fingerprint, key: this.#newKey() };
    try {
      const result = await send(content, this.#pending.key);
      this.#pending = null;
      return result;
    } catch (error) {
      if (isRefusal(error)) this.#pending = null;
      throw error;
    } finally {
      this.#underWay = null;
    }
  }
}

/** Nothing was done and nothing will be: a repeat is a new try, which the key would only answer with the refusal. */
function isRefusal(error: unknown): boolean {
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 0;
  return status >= 400 && status < 500 && ![408, 409, 425, 429].includes(status);
}
