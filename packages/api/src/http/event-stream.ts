import type { Response } from 'express';
import { SECOND_MS } from '../lib/clock.ts';

export const STREAM_HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Accel-Buffering': 'no',
};
export const HEARTBEAT_MS = 15 * SECOND_MS;
/** Credentials are checked again this often, so that losing them ends a stream too. */
export const MAX_STREAM_MS = 10 * 60 * SECOND_MS;
/** A reader that lets this much pile up is cut off; it resumes where it was. */
export const MAX_BACKLOG_BYTES = 1_000_000;

/** Writing to a response that has ended or gone is an error that nobody would catch. */
export function isOpen(response: Response): boolean {
  return !response.writableEnded && !response.destroyed;
}
