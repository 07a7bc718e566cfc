import type { Session as SessionAnswer } from '@norvalt/sdk';
import { describe, expect, test, vi } from 'vitest';
import { createAuthorisedFetch } from './authorised-fetch.ts';
import { Session } from './session.svelte.ts';

const user = {
  id: 'user_1',
  name: 'Anne Lie',
  email: 'anne@dealer.example',
  phone: null,
  role: 'admin',
  status: 'active',
  created_at: '2026-01-01T00:00:00Z',
} as const;
const answer = (token: string): SessionAnswer => ({
  access_token: token,
  token_type: 'Bearer',
  expires_in: 900,
  user,
  dealership: { id: 'deal_1', name: 'Fjord Bil' },
});

function makeSession({ hint = true } = {}) {
  let nowMs = 0;
  let number = 0;
  const stored = new Map<string, string>(hint ? [['norvalt.signed-in', '1']] : []);
  const refresh = vi.fn(async () => answer(`renewed_${++number}`));
  const logOut = vi.fn(async () => undefined);
  const announce = vi.fn();
  const session = new Session({
    refresh,
    logOut,
    announce,
    now: () => nowMs,
    storage: {
      getItem: (key) => stored.get(key) ?? null,
      setItem: (key, value) => void stored.set(key, value),
      removeItem: (key) => void stored.delete(key),
    },
  });
  return { session, refresh, logOut, announce, stored, pass: (ms: number) => (nowMs += ms) };
}

const refusal = (status: number) => Object.assign(new Error('refused'), { status, code: 'session_ended' });

describe('Session', () => {
  test('comes back after a reload with one request, however many ask', async () => {
    const { session, refresh } = makeSession();
    await Promise.all([session.restore(), session.restore(), session.restore()]);
    expect(session.state).toBe('signed-in');
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  test('asks the server for nothing when nobody ever signed in here', async () => {
    const { session, refresh } = makeSession({ hint: false });
    expect(await session.restore()).toBe(false);
    expect(session.state).toBe('signed-out');
    expect(refresh).not.toHaveBeenCalled();
  });

  test('renews before the token expires', async () => {
    const { session, refresh, pass } = makeSession();
    session.adopt(answer('first'));
    pass(860_000);
    expect(await session.current()).toBe('first');
    pass(15_000);
    expect(await session.current()).toBe('renewed_1');
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  test('ends when the refresh token is refused, and keeps nothing', async () => {
    const { session, refresh, stored } = makeSession();
    session.adopt(answer('first'));
    refresh.mockRejectedValueOnce(refusal(401));
    expect(await session.renew('first')).toBeNull();
    expect(session.state).toBe('signed-out');
    expect(session.user).toBeNull();
    expect(stored.size).toBe(0);
  });

  test('survives a refresh that got no answer', async () => {
    const { session, refresh } = makeSession();
    session.adopt(answer('first'));
    refresh.mockRejectedValueOnce(new Error('offline'));
    await expect(session.renew('first')).rejects.toThrow('offline');
    expect(session.state).toBe('signed-in');
  });

  test('tells a server that does not answer from a session that has ended', async () => {
    const { session, refresh, stored } = makeSession();
    refresh.mockRejectedValueOnce(new Error('offline'));
    await expect(session.restore()).rejects.toThrow('offline');
    expect(session.state).toBe('unreachable');
    expect(stored.size).toBe(1);
  });

  test('signs out here and in the other tabs even when the server cannot be reached', async () => {
    const { session, logOut, announce } = makeSession();
    session.adopt(answer('first'));
    logOut.mockRejectedValueOnce(new Error('offline'));
    await expect(session.signOut()).rejects.toThrow('offline');
    expect(session.state).toBe('signed-out');
    expect(announce).toHaveBeenLastCalledWith('signed-out');
    expect(await session.current()).toBeNull();
    expect(session.wasLeft).toBe(true);
    session.adopt(answer('second'));
    expect(session.wasLeft).toBe(false);
    session.forget();
    expect([session.state, session.wasLeft]).toEqual(['signed-out', false]);
  });
});

describe('createAuthorisedFetch', () => {
  const origin = 'https://norvalt.example';

  test('renews once for many refused requests and sends each again with the new token', async () => {
    const { session, refresh } = makeSession();
    session.adopt(answer('old'));
    const send = vi.fn(async (input: RequestInfo | URL) => {
      const request = new Request(input);
      const fresh = request.headers.get('authorization') === 'Bearer renewed_1';
      return fresh ? new Response(await request.text()) : new Response(null, { status: 401 });
    });
    const authorised = createAuthorisedFetch(send as typeof fetch, session);
    const post = (body: string) => authorised(`${origin}/v1/leads`, { method: 'POST', body });
    const texts = await Promise.all([post('a'), post('b'), post('c')].map(async (response) => (await response).text()));
    expect(texts).toEqual(['a', 'b', 'c']);
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(send).toHaveBeenCalledTimes(6);
  });

  test('gives the refusal on when the session has ended', async () => {
    const { session, refresh } = makeSession();
    session.adopt(answer('old'));
    refresh.mockRejectedValue(refusal(401));
    const authorised = createAuthorisedFetch(async () => new Response(null, { status: 401 }), session);
    expect((await authorised(`${origin}/v1/leads`)).status).toBe(401);
  });

  test('never renews because signing in was refused', async () => {
    const { session, refresh } = makeSession();
    const authorised = createAuthorisedFetch(async () => new Response(null, { status: 401 }), session);
    expect((await authorised(`${origin}/v1/auth/login`, { method: 'POST' })).status).toBe(401);
    expect(refresh).not.toHaveBeenCalled();
  });
});
