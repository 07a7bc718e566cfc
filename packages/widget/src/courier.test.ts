import { describe, expect, test } from 'vitest';
import { createCourier, type Dispatch } from './courier.ts';
import type { Network } from './deliver.ts';
import type { Outbox, OutboxEntry } from './outbox.ts';

function entryOf(key: string): OutboxEntry {
  const submission = { name: 'Kari Hansen', message: 'Er den ledig?' };
  return { key, api: 'https://api.example', apiKey: 'pk_test_1', form: 'default', submission, sentAtMs: 0 };
}

function keptIn(entries: OutboxEntry[], isFull = false): Outbox {
  return {
    add: (entry) => !isFull && entries.push(entry) > 0,
    remove: (key) => {
      const index = entries.findIndex((entry) => entry.key === key);
      if (index >= 0) entries.splice(index, 1);
    },
    list: () => [...entries],
  };
}

/** A courier in a world where `state` decides whether the API answers, and with what. */
function courierIn(entries: OutboxEntry[], isFull = false) {
  const state = { isOnline: true, status: 201, headers: {} as Record<string, string> };
  const posts: string[] = [];
  const timers: { callback: () => void; delayMs: number }[] = [];
  const late: [key: string, kind: Dispatch['kind']][] = [];
  const network: Network = {
    fetch: async (_input, init) => {
      posts.push(new Headers(init?.headers).get('Idempotency-Key') ?? '');
      if (!state.isOnline) throw new TypeError('Failed to fetch');
      return Response.json({}, state);
    },
    isOnline: () => state.isOnline,
    now: () => 0,
    random: () => 1,
    pause: async () => {},
  };
  const courier = createCourier(
    keptIn(entries, isFull),
    network,
    (callback, delayMs) => timers.push({ callback, delayMs }),
    (entry, dispatch) => late.push([entry.key, dispatch.kind]),
  );
  return { courier, state, posts, timers, late };
}

describe('courier', () => {
  test('keeps nothing of what was sent', async () => {
    const entries: OutboxEntry[] = [];
    const { courier, timers } = courierIn(entries);
    expect(await courier.send(entryOf('a'))).toMatchObject({ kind: 'sent' });
    expect(entries).toEqual([]);
    expect(timers).toEqual([]);
  });

  test('keeps an entry before its first attempt, so that a closed page loses nothing', async () => {
    const entries: OutboxEntry[] = [];
    const { courier } = courierIn(entries);
    const sending = courier.send(entryOf('a'));
    expect(entries.map((entry) => entry.key)).toEqual(['a']);
    await sending;
  });

  test('queues what it cannot send and sends it once the connection is back', async () => {
    const entries: OutboxEntry[] = [];
    const { courier, state, late } = courierIn(entries);
    state.isOnline = false;
    expect(await courier.send(entryOf('a'))).toEqual({ kind: 'queued' });
    state.isOnline = true;
    await courier.flush();
    expect(late).toEqual([['a', 'sent']]);
    expect(entries).toEqual([]);
  });

  test('says so when it can neither send nor keep', async () => {
    const { courier, state } = courierIn([], true);
    state.isOnline = false;
    expect(await courier.send(entryOf('a'))).toEqual({ kind: 'lost' });
  });

  test('drops what is refused for good, and tells', async () => {
    const entries = [entryOf('a'), entryOf('b')];
    const { courier, state, late } = courierIn(entries);
    state.status = 403;
    await courier.flush();
    expect(late).toEqual([
      ['a', 'refused'],
      ['b', 'refused'],
    ]);
    expect(entries).toEqual([]);
  });

  test('does not send twice what is under way', async () => {
    const { courier, posts } = courierIn([]);
    await Promise.all([courier.send(entryOf('a')), courier.flush(), courier.flush()]);
    expect(posts).toEqual(['a']);
  });

  test('comes back by itself, ever more rarely, with one timer at a time', async () => {
    const { courier, state, timers } = courierIn([]);
    state.isOnline = false;
    await courier.send(entryOf('a'));
    await courier.flush();
    expect(timers.map((timer) => timer.delayMs)).toEqual([30_000]);
    for (const round of [0, 1, 2, 3, 4]) {
      timers[round]?.callback();
      await courier.flush();
      await expect.poll(() => timers.length).toBe(round + 2);
    }
    expect(Math.max(...timers.map((timer) => timer.delayMs))).toBe(300_000);
  });

  test('leaves the server alone for as long as it asks', async () => {
    const { courier, state, timers } = courierIn([]);
    state.status = 429;
    state.headers = { 'Retry-After': '120' };
    await courier.send(entryOf('a'));
    expect(timers.map((timer) => timer.delayMs)).toEqual([120_000]);
  });
});
