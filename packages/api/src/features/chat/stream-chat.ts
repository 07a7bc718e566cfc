import type { Response } from 'express';
import { noteDelivered } from '../../channels/chat/note-chat-receipt.ts';
import type { EventRecord } from '../../events/model.ts';
import { HEARTBEAT_MS, isOpen, MAX_BACKLOG_BYTES, MAX_STREAM_MS, STREAM_HEADERS } from '../../http/event-stream.ts';
import { invalidRequest, Problem } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { describeError } from '../../lib/describe-error.ts';
import { runAsTenant } from '../../tenancy/context.ts';
import { findChatSession } from './find-chat-session.ts';
import { ChatSession, type ChatSessionRecord } from './model.ts';
import { noteAbsence, notePresence } from './presence.ts';
import { presentChatMessage, presentChatSession } from './present.ts';
import { readChatMessages, readChatView } from './read-chat.ts';

/** Streams of one chat in this process: more tabs than that fall back to asking. */
const MAX_STREAMS = 5;
const openStreams = new Map<string, number>();

/** Writes what is new in a chat, each message once and in order: what comes next is always read from the database. */
class ChatStream {
  readonly #ctx: TenantContext;
  readonly #sessionId: string;
  readonly #response: Response;
  #position: number;
  #leadId: string | null = null;
  #shown = '';
  #writing = false;
  #again = false;

  constructor(ctx: TenantContext, sessionId: string, position: number, response: Response) {
    this.#ctx = ctx;
    this.#sessionId = sessionId;
    this.#position = position;
    this.#response = response;
  }

  /** Whether an event may have changed something here. */
  concerns({ data }: EventRecord): boolean {
    return data.chat_session_id === this.#sessionId || (this.#leadId !== null && data.lead_id === this.#leadId);
  }

  /** Brings the reader up to date; calls while it does are one more look. */
  async catchUp(): Promise<void> {
    this.#again = true;
    if (this.#writing) return;
    this.#writing = true;
    try {
      while (this.#again && isOpen(this.#response)) {
        this.#again = false;
        await runAsTenant(this.#ctx.dealershipId, () => this.#write());
      }
    } catch (error) {
      this.#ctx.services.logger.warn({ chat: this.#sessionId, ...describeError(error) }, 'chat stream broke off');
      this.#response.destroy();
    } finally {
      this.#writing = false;
    }
  }

  async #write(): Promise<void> {
    const { services } = this.#ctx;
    const session = await ChatSession.findOne({ _id: this.#sessionId }).lean<ChatSessionRecord>();
    if (!session) return void this.#response.end();
    this.#leadId = session.lead_id;
    for (const placed of await readChatMessages(session, this.#position)) {
      this.#send('message', String(placed.position), presentChatMessage(placed));
      this.#position = placed.position;
    }
    const view = presentChatSession(await readChatView(session, services.clock.now()));
    const shown = JSON.stringify(view);
    if (shown !== this.#shown) this.#send('session', null, view);
    this.#shown = shown;
    if (isOpen(this.#response) && this.#response.writableLength === 0)
      await noteDelivered(services, session, this.#position);
    if (session.closed_at) this.#response.end();
  }

  #send(type: 'message' | 'session', id: string | null, data: object): void {
    if (!isOpen(this.#response)) return;
    const event = JSON.stringify({ id: id ?? String(this.#position), type, data });
    this.#response.write(`${id === null ? '' : `id: ${id}\n`}event: ${type}\ndata: ${event}\n\n`);
    if (this.#response.writableLength > MAX_BACKLOG_BYTES) this.#response.destroy();
  }
}

function startPosition(lastEventId: string | undefined, session: ChatSessionRecord): number {
  if (lastEventId === undefined || lastEventId === '') return 0;
  const position = /^\d{1,6}$/.test(lastEventId) ? Number(lastEventId) : -1;
  if (position >= 0 && position <= session.log.length) return position;
  throw invalidRequest([{ pointer: 'headers:last-event-id', detail: 'is not the position of a message' }]);
}

function takeStream(sessionId: string): () => void {
  const open = openStreams.get(sessionId) ?? 0;
  if (open >= MAX_STREAMS)
    throw new Problem('rate_limited', {
      detail: 'This chat is followed by too many tabs. Ask every few seconds instead.',
      headers: { 'Retry-After': '30' },
    });
  openStreams.set(sessionId, open + 1);
  return () => {
    const left = (openStreams.get(sessionId) ?? 1) - 1;
    if (left === 0) openStreams.delete(sessionId);
    else openStreams.set(sessionId, left);
  };
}

/**
 * Streams the chat of a visitor until they go away. What came after `lastEventId` comes first, without gap or double.
 * @throws Problem 400 when `lastEventId` is not a position of this chat, 429 for one stream too many
 */
export async function streamChat(
  ctx: TenantContext,
  lastEventId: string | undefined,
  response: Response,
): Promise<void> {
  const session = await findChatSession(ctx);
  const stream = new ChatStream(ctx, session._id, startPosition(lastEventId, session), response);
  const giveBack = takeStream(session._id);
  const timers: NodeJS.Timeout[] = [];
  const stop = ctx.services.live.listen(ctx.dealershipId, (event) => {
    if (stream.concerns(event)) void stream.catchUp();
  });
  let over = false;
  const finish = () => {
    if (over) return;
    over = true;
    stop();
    giveBack();
    for (const timer of timers) clearTimeout(timer);
    if (!openStreams.has(session._id)) ctx.services.background.track(noteAbsence(ctx, session._id));
  };
  response.on('close', finish).on('error', finish);
  response.status(200).set(STREAM_HEADERS);
  response.write(': connected\n\n');
  await notePresence(ctx, session._id);
  await stream.catchUp();
  if (!isOpen(response)) return finish();
  timers.push(
    setInterval(() => {
      if (isOpen(response)) response.write(': still here\n\n');
      // Also what another process did, or a typing that has run out, and nobody told of.
      void notePresence(ctx, session._id).then(() => stream.catchUp());
    }, HEARTBEAT_MS),
    setTimeout(() => response.end(), MAX_STREAM_MS),
  );
}
