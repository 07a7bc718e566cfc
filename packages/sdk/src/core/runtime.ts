/** What the client takes from its surroundings besides `fetch`; replaced in tests. */
export interface Runtime {
  /** Milliseconds since 1970. */
  now(): number;
  /** A number from 0 up to 1. */
  random(): number;
  randomKey(): string;
  /** Calls back once after `delayMs`; the function returned calls it off. */
  after(delayMs: number, callback: () => void): () => void;
}

/** `crypto.randomUUID`, or 128 random bits in hex on pages without TLS, where browsers do not offer it. */
function randomKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The runtime the program runs in. */
export const systemRuntime: Runtime = {
  now: () => Date.now(),
  random: () => Math.random(),
  randomKey,
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};
