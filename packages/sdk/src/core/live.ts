import type { Event } from '../types.ts';
import { ApiError, ConnectionError, UserAbortError } from './errors.ts';
import { isRecord, parseJson } from './parse-json.ts';
import { backoffMs, retryDelayMs } from './retry.ts';
import type { Runtime } from './runtime.ts';
import { sleep } from './sleep.ts';
import { type SseMessage, SseParser } from './sse-parser.ts';
import type { Transport } from './transport.ts';

export type LiveState = 'open' | 'reconnecting';

/** How `live()` runs. */
export interface LiveOptions {
  /** The `id` of the last event seen: what came after it comes first. */
  lastEventId?: string | undefined;
  /** Aborting it ends the iteration. */
  signal?: AbortSignal | undefined;
  /** Told when the stream is open, and when it broke and is being opened again. */
  onStateChange?: ((state: LiveState) => void) | undefined;
}

/** The API sends something every 15 s; a stream silent for three times as long is taken for dead. */
const LONGEST_SILENCE_MS = 45_000;

/** Events can be had again for 24 hours, so a longer `Retry-After` is for the caller to decide about. */
const LONGEST_WAIT_MS = 86_400_000;

const isEvent = (value: unknown): value is Event =>
  isRecord(value) && typeof value.id === 'string' && typeof value.type === 'string' && isRecord(value.data);

/** Gives the messages of each piece that arrives; ends when the stream does, falls silent or the signal is aborted. */
async function* readPieces(
  body: ReadableStream<Uint8Array>,
  runtime: Runtime,
  signal: AbortSignal | undefined,
): AsyncGenerator<SseMessage[], void, undefined> {
  const reader = body.getReader();
  const stop = () => void reader.cancel().catch(() => undefined);
  const decoder = new TextDecoder();
  const parser = new SseParser();
  signal?.addEventListener('abort', stop);
  try {
    while (!signal?.aborted) {
      const stopTimer = runtime.after(LONGEST_SILENCE_MS, stop);
      const { done, value } = await reader.read().finally(stopTimer);
      if (done) return;
      yield parser.push(decoder.decode(value, { stream: true }));
    }
  } catch (cause) {
    throw new ConnectionError('The stream of events broke', { cause });
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

/** Milliseconds until the stream is opened again after an error; throws the error when opening again does not help. */
function reconnectDelayMs(error: unknown, failures: number, runtime: Runtime): number {
  if (error instanceof ConnectionError) return backoffMs(failures, runtime.random);
  const delayMs = error instanceof ApiError ? retryDelayMs(error, failures, runtime, LONGEST_WAIT_MS) : null;
  if (delayMs === null) throw error;
  return delayMs;
}

/**
 * Gives events as they happen, for as long as it is iterated; reconnects by itself and resumes after the last event.
 * Throws ApiError for an answer that will not change by itself, such as 401 or 403.
 */
export async function* live<E extends { id: string } = Event>(
  transport: Transport,
  options: LiveOptions,
  path: readonly string[] = ['v1', 'events'],
): AsyncGenerator<E, void, undefined> {
  const { signal, onStateChange } = options;
  const { runtime } = transport;
  let lastEventId = options.lastEventId;
  for (let failures = 0; !signal?.aborted; failures += 1) {
    let delayMs: number;
    try {
      const headers = { accept: 'text/event-stream', 'last-event-id': lastEventId || undefined };
      const body = await transport.open({ method: 'GET', path, headers }, { signal });
      onStateChange?.('open');
      for await (const messages of readPieces(body, runtime, signal)) {
        failures = 0;
        for (const { id, data } of messages) {
          lastEventId = id ?? lastEventId;
          const event = parseJson(data);
          if (isEvent(event)) yield event as unknown as E;
        }
      }
      delayMs = backoffMs(failures, runtime.random);
    } catch (error) {
      if (error instanceof UserAbortError) return;
      delayMs = reconnectDelayMs(error, failures, runtime);
    }
    if (signal?.aborted) return;
    onStateChange?.('reconnecting');
    await sleep(runtime, delayMs, signal).catch(() => undefined);
  }
}
