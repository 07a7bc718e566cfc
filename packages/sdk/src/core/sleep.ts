import { UserAbortError } from './errors.ts';
import type { Runtime } from './runtime.ts';

/** Resolves after `delayMs`; rejects with UserAbortError as soon as the signal is aborted. */
export function sleep(runtime: Runtime, delayMs: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      stopTimer();
      reject(new UserAbortError('The request was aborted', { cause: signal?.reason }));
    };
    const stopTimer = runtime.after(delayMs, () => {
      signal?.removeEventListener('abort', abort);
      resolve();
    });
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort, { once: true });
  });
}
