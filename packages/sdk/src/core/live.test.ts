import type { ServerResponse } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import { Norvalt } from '../norvalt.ts';
import { FakeRuntime } from '../testing/fake-runtime.ts';
import { hangUp, json, problem, type Reply, startServer } from '../testing/start-server.ts';
import type { Event } from '../types.ts';
import type { LiveOptions } from './live.ts';

const event = (id: string): Event => ({
  id,
  type: 'lead.created',
  occurred_at: '2026-11-20T10:00:00.000Z',
  data: { lead_id: 'lead_å' },
});
const frame = (id: string) => `id: ${id}\nevent: lead.created\ndata: ${JSON.stringify(event(id))}\n\n`;
const open = (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });

/** A stream of events that then ends, or with `'stay'` stays open. */
const stream =
  (ids: string[], then: 'end' | 'stay' = 'end'): Reply =>
  (response) => {
    open(response).write(`: hello\n\n${ids.map(frame).join('')}`);
    if (then === 'end') response.end();
  };

async function setUp(...replies: Reply[]) {
  const server = await startServer(...replies);
  const runtime = new FakeRuntime();
  const norvalt = new Norvalt({ baseUrl: server.baseUrl, accessToken: () => 'token' }, runtime);
  const states: string[] = [];
  const take = async (count: number, options: LiveOptions = {}) => {
    const ids: string[] = [];
    for await (const { id } of norvalt.live({ onStateChange: (state) => states.push(state), ...options })) {
      ids.push(id);
      if (ids.length === count) break;
    }
    return ids;
  };
  return { server, runtime, norvalt, states, take };
}

describe('events', () => {
  it('come as they happen, with the credentials and the right Accept', async () => {
    const { norvalt, server } = await setUp(stream(['evt_1'], 'stay'));
    for await (const first of norvalt.live()) {
      expect(first).toEqual(event('evt_1'));
      break;
    }
    expect(server.requests[0]).toMatchObject({
      method: 'GET',
      target: '/v1/events',
      headers: { accept: 'text/event-stream', authorization: 'Bearer token' },
    });
    expect(server.requests[0]?.headers).not.toHaveProperty('last-event-id');
  });

  it('come whole when the bytes of one letter come apart', async () => {
    const bytes = new TextEncoder().encode(frame('evt_1'));
    const body = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      },
    });
    const response = new Response(body, { headers: { 'content-type': 'text/event-stream' } });
    const norvalt = new Norvalt({ baseUrl: 'https://api.example', fetch: async () => response }, new FakeRuntime());
    const events = norvalt.live();
    expect(await events.next()).toEqual({ done: false, value: event('evt_1') });
    await events.return();
  });

  it('are passed over when they are not events', async () => {
    const noise = 'event: ping\ndata: {}\n\ndata: {"id":\n\ndata: null\n\n';
    const { take } = await setUp((response) => open(response).write(noise + frame('evt_1')));
    expect(await take(1)).toEqual(['evt_1']);
  });

  it('close the connection when the loop is left', async () => {
    const closed = vi.fn();
    const { take } = await setUp((response) => {
      response.on('close', closed);
      open(response).write(frame('evt_1'));
    });
    await take(1);
    await vi.waitUntil(() => closed.mock.calls.length === 1);
  });
});

describe('a broken stream', () => {
  it('is opened again after the last event seen', async () => {
    const { take, server, states, runtime } = await setUp(
      stream(['evt_1', 'evt_2']),
      stream(['evt_3']),
      stream(['evt_4']),
    );
    expect(await take(4)).toEqual(['evt_1', 'evt_2', 'evt_3', 'evt_4']);
    expect(server.requests.map(({ headers }) => headers['last-event-id'])).toEqual([undefined, 'evt_2', 'evt_3']);
    expect(states).toEqual(['open', 'reconnecting', 'open', 'reconnecting', 'open']);
    expect(runtime.waits).toEqual([500, 500]);
  });

  it('starts after the event that the caller names', async () => {
    const { take, server } = await setUp(stream(['evt_8']));
    await take(1, { lastEventId: 'evt_7' });
    expect(server.requests[0]?.headers['last-event-id']).toBe('evt_7');
  });

  it.each([
    ['a reset', hangUp],
    ['503', problem(503, 'unavailable')],
    ['429', problem(429, 'rate_limited')],
    ['an end before the first byte', (response) => open(response).end()],
  ] satisfies [string, Reply][])('is tried again and again after %s, ever more slowly', async (_name, reply) => {
    const { take, runtime } = await setUp(reply, reply, reply, reply, reply, reply, stream(['evt_1']));
    expect(await take(1)).toEqual(['evt_1']);
    expect(runtime.waits).toEqual([500, 1000, 2000, 4000, 8000, 8000]);
  });

  it('in the middle of an event gives that event once, from the next stream', async () => {
    const torn: Reply = (response) => open(response).write(frame('evt_1').slice(0, -5), () => response.destroy());
    const { take } = await setUp(torn, stream(['evt_1', 'evt_2']));
    expect(await take(2)).toEqual(['evt_1', 'evt_2']);
  });

  it('waits as long as Retry-After asks, also for more than a minute', async () => {
    const { take, runtime } = await setUp(problem(503, 'unavailable', {}, { 'retry-after': '120' }), stream(['evt_1']));
    await take(1);
    expect(runtime.waits).toEqual([120_000]);
  });

  it('is noticed when it has been silent for 45 s', async () => {
    const { norvalt, runtime } = await setUp(stream(['evt_1'], 'stay'), stream(['evt_2']));
    const events = norvalt.live();
    await events.next();
    const next = events.next();
    await runtime.pass(45_000);
    expect(await next).toMatchObject({ value: { id: 'evt_2' } });
    expect(runtime.running).toEqual([]);
    await events.return();
  });
});

describe('the iteration', () => {
  it.each([
    [401, problem(401, 'unauthorized')],
    [403, problem(403, 'forbidden')],
    [400, problem(400, 'invalid_request')],
    [200, (response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>')],
    [200, json({})],
  ] satisfies [number, Reply][])('throws for %i, which will not change by itself', async (status, reply) => {
    const { take, server } = await setUp(reply);
    await expect(take(1)).rejects.toMatchObject({ status });
    expect(server.requests).toHaveLength(1);
  });

  it('ends when the signal is aborted while the stream is open', async () => {
    const { norvalt, runtime, states } = await setUp(stream(['evt_1'], 'stay'));
    const controller = new AbortController();
    const events = norvalt.live({ signal: controller.signal, onStateChange: (state) => states.push(state) });
    await events.next();
    const next = events.next();
    await vi.waitUntil(() => runtime.running.includes(45_000));
    controller.abort();
    expect(await next).toEqual({ done: true, value: undefined });
    expect(states).toEqual(['open']);
    expect(runtime.running).toEqual([]);
  });

  it('ends when the signal is aborted between two streams', async () => {
    const { norvalt, server } = await setUp(stream([]));
    const controller = new AbortController();
    const events = norvalt.live({
      signal: controller.signal,
      onStateChange: (state) => state === 'reconnecting' && controller.abort(),
    });
    expect(await events.next()).toEqual({ done: true, value: undefined });
    expect(server.requests).toHaveLength(1);
  });

  it('does not begin with an aborted signal', async () => {
    const { take, server } = await setUp(stream(['evt_1']));
    expect(await take(1, { signal: AbortSignal.abort() })).toEqual([]);
    expect(server.requests).toEqual([]);
  });
});
