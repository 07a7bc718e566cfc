import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cookieOf, type Person, startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import type { components } from '../../generated/openapi.ts';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../lib/clock.ts';
import { Session } from './model.ts';

type SignedIn = components['schemas']['Session'];
type Problem = components['schemas']['Problem'];
type Me = components['schemas']['Me'];

let api: TestApp;
let anne: Person;
beforeAll(async () => {
  api = await startTestApp({ env: { TRUST_PROXY: '1', PUBLIC_URL: 'https://app.norvalt.example' } });
});
afterAll(() => api.close());
beforeEach(async () => {
  anne = await api.signUp();
});

const logIn = <Body = SignedIn>(fields: Record<string, string>, headers: Record<string, string> = {}) =>
  api.as(null).post<Body>('/v1/auth/login', fields, headers);
const refresh = (cookie: string, headers: Record<string, string> = {}) =>
  api.as(null).post<SignedIn>('/v1/auth/refresh', undefined, { cookie, ...headers });
const meStatus = async (token: string) => (await api.as(token).get('/v1/auth/me')).status;

describe('signing in', () => {
  it('gives a session of its own to each device', async () => {
    const answer = await logIn(
      { email: anne.email.toUpperCase(), password: anne.password },
      { 'user-agent': 'Firefox on a laptop' },
    );
    expect(answer.status).toBe(200);
    expect(answer.body.user).toEqual(anne.user);
    expect(cookieOf(answer.headers)).not.toBe(anne.cookie);
    const sessions = await Session.find({ user_id: anne.user.id }).lean();
    expect(sessions.map((session) => session.user_agent)).toContain('Firefox on a laptop');
    expect(sessions.every((session) => session.ip !== '')).toBe(true);
  });

  it('answers an unknown address and a wrong password alike', async () => {
    const wrong = await logIn<Problem>({ email: anne.email, password: 'ikke riktig passord' });
    const unknown = await logIn<Problem>({ email: 'nobody@dealer.example', password: 'ikke riktig passord' });
    const unreadable = await logIn<Problem>({ email: 'not an address', password: anne.password });
    const elsewhere = await logIn<Problem>({ ...anne, dealership_id: 'dlr_nowhere' } as never);
    for (const answer of [wrong, unknown, unreadable]) {
      expect(answer.status).toBe(401);
      expect({ ...answer.body, request_id: '' }).toEqual({ ...wrong.body, request_id: '' });
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
    expect(wrong.body.code).toBe('invalid_credentials');
    expect(elsewhere.status).toBe(400);
  });

  it('takes the dealership asked for, and none that is not theirs', async () => {
    const berit = await api.signUp();
    await berit.client.post('/v1/users', { email: anne.email, name: 'Anne', role: 'viewer' });
    const token = await api.invitationFor(anne.email);
    await api.as(null).post('/v1/auth/accept-invitation', { token, password: anne.password });
    const credentials = { email: anne.email, password: anne.password };
    const first = await logIn(credentials);
    const second = await logIn({ ...credentials, dealership_id: berit.dealership.id });
    expect([first.body.dealership.id, first.body.user.role]).toEqual([anne.dealership.id, 'admin']);
    expect([second.body.dealership.id, second.body.user.role]).toEqual([berit.dealership.id, 'viewer']);
    const me = await api.as(second.body.access_token).get<Me>('/v1/auth/me');
    expect(me.body.dealership).toEqual(berit.dealership);
    expect(me.body.dealerships).toEqual([anne.dealership, berit.dealership]);
    const carl = await api.signUp();
    const foreign = await logIn<Problem>({ ...credentials, dealership_id: carl.dealership.id });
    expect([foreign.status, foreign.body.code]).toEqual([401, 'invalid_credentials']);
  });

  it('slows down who guesses and not whom they guess at', async () => {
    const attacker = { 'x-forwarded-for': '203.0.113.9' };
    const guesses: number[] = [];
    for (let guess = 0; guess < 12; guess += 1) {
      guesses.push((await logIn({ email: anne.email, password: `gjetning nr ${guess}` }, attacker)).status);
    }
    expect(guesses).toEqual([...Array(10).fill(401), 429, 429]);
    const right = await logIn({ email: anne.email, password: anne.password }, attacker);
    expect(right.status).toBe(429);
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0);
    const atHome = { 'x-forwarded-for': '198.51.100.4' };
    expect((await logIn({ email: anne.email, password: anne.password }, atHome)).status).toBe(200);
  });
});

describe('staying signed in', () => {
  it('rotates the refresh token and goes on with the same session', async () => {
    api.clock.advance(16 * MINUTE_MS);
    expect(await meStatus(anne.token)).toBe(401);
    const answer = await refresh(anne.cookie);
    expect(answer.status).toBe(200);
    expect(answer.body.user).toEqual(anne.user);
    expect(await meStatus(answer.body.access_token)).toBe(200);
    expect(cookieOf(answer.headers)).not.toBe(anne.cookie);
    expect((await refresh(cookieOf(answer.headers))).status).toBe(200);
  });

  it('gives two tabs that refresh at once the same new token', async () => {
    const answers = await Promise.all([refresh(anne.cookie), refresh(anne.cookie), refresh(anne.cookie)]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map((answer) => cookieOf(answer.headers))).size).toBe(1);
    api.clock.advance(9 * SECOND_MS);
    expect(cookieOf((await refresh(anne.cookie)).headers)).toBe(cookieOf(answers[0]?.headers ?? new Headers()));
  });

  it('ends the session everywhere when a replaced token comes back later', async () => {
    const thief = await refresh(anne.cookie);
    api.clock.advance(11 * SECOND_MS);
    const again = await refresh(anne.cookie);
    expect([again.status, (again.body as unknown as Problem).code]).toEqual([401, 'session_ended']);
    expect((await refresh(cookieOf(thief.headers))).status).toBe(401);
    expect(await meStatus(thief.body.access_token)).toBe(401);
    expect(api.logger.text()).toContain('a replaced refresh token was used again');
  });

  it('knows a token that was replaced long ago', async () => {
    const second = await refresh(anne.cookie);
    const third = await refresh(cookieOf(second.headers));
    expect((await refresh(anne.cookie)).status).toBe(401);
    expect((await refresh(cookieOf(third.headers))).status).toBe(401);
  });

  it('does nothing to a session for a token that somebody made up', async () => {
    const [name, value = ''] = anne.cookie.split('=');
    const [sessionId = '', secret = ''] = value.split('.');
    const changed = secret.slice(0, -1) + (secret.endsWith('A') ? 'B' : 'A');
    const madeUp = [`${sessionId}.${'a'.repeat(75)}`, `${sessionId}.${changed}`, sessionId, 'x.y', ''];
    for (const token of madeUp) expect((await refresh(`${name}=${token}`)).status).toBe(401);
    expect((await api.as(null).post('/v1/auth/refresh')).status).toBe(401);
    expect((await refresh(anne.cookie)).status).toBe(200);
  });

  it('ends after 30 days, however often it is refreshed', async () => {
    let cookie = anne.cookie;
    for (const days of [10, 10, 9]) {
      api.clock.advance(days * DAY_MS);
      const answer = await refresh(cookie);
      expect(answer.status).toBe(200);
      cookie = cookieOf(answer.headers);
    }
    api.clock.advance(DAY_MS + MINUTE_MS);
    expect((await refresh(cookie)).status).toBe(401);
  });

  it('does not keep a token that could be used again', async () => {
    const secret = anne.cookie.split('=')[1] ?? '-';
    expect(JSON.stringify(await Session.find({ user_id: anne.user.id }).lean())).not.toContain(secret);
  });
});

describe('requests another site made the browser send', () => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'https://app.norvalt.example.evil.example' },
    { 'sec-fetch-site': 'cross-site' },
  ];

  it.each(foreign)('are refused with %j and change nothing', async (headers) => {
    expect((await refresh(anne.cookie, headers)).status).toBe(403);
    const out = await api.as(null).post('/v1/auth/logout', undefined, { cookie: anne.cookie, ...headers });
    expect(out.status).toBe(403);
    expect(await meStatus(anne.token)).toBe(200);
    expect(cookieOf((await refresh(anne.cookie)).headers)).not.toBe('');
  });

  it('are told from those of the deployment and of the host itself', async () => {
    const own = await refresh(anne.cookie, { origin: 'https://app.norvalt.example', 'sec-fetch-site': 'same-origin' });
    expect(own.status).toBe(200);
    expect((await refresh(cookieOf(own.headers), { origin: api.url })).status).toBe(200);
  });
});

describe('signing out', () => {
  const logOut = (headers: Record<string, string>) => api.as(null).post('/v1/auth/logout', undefined, headers);

  it.each(['bearer', 'cookie'])('by %s stops both tokens at once', async (by) => {
    const headers: Record<string, string> =
      by === 'bearer' ? { authorization: `Bearer ${anne.token}` } : { cookie: anne.cookie };
    const answer = await logOut(headers);
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^norvalt_refresh=;.*Expires=Thu, 01 Jan 1970/);
    const me = await api.as(anne.token).get<Problem>('/v1/auth/me');
    expect([me.status, me.body.code]).toEqual([401, 'session_ended']);
    expect((await refresh(anne.cookie)).status).toBe(401);
    expect((await logOut(headers)).status).toBe(204);
  });

  it('leaves the person’s other devices alone', async () => {
    const other = await logIn({ email: anne.email, password: anne.password });
    await logOut({ authorization: `Bearer ${anne.token}` });
    expect(await meStatus(other.body.access_token)).toBe(200);
  });

  it('needs somebody who is signed in', async () => {
    expect((await logOut({})).status).toBe(401);
    expect((await logOut({ authorization: `Bearer ${anne.token}x` })).status).toBe(401);
  });
});

describe('one’s own profile', () => {
  it('takes a number as people write it, for every dealership of the person', async () => {
    const berit = await api.signUp();
    await berit.client.post('/v1/users', { email: anne.email, name: 'Anne', role: 'viewer' });
    const token = await api.invitationFor(anne.email);
    await api.as(null).post('/v1/auth/accept-invitation', { token, password: anne.password });
    const answer = await anne.client.patch<Me>('/v1/auth/me', { name: '  Anne Berg ', phone: '901 23 456' });
    expect([answer.status, answer.body.user.name, answer.body.user.phone]).toEqual([200, 'Anne Berg', '+4790123456']);
    const seen = await berit.client.get<components['schemas']['UserList']>('/v1/users');
    expect(seen.body.data.find((user) => user.id === anne.user.id)).toMatchObject({
      name: 'Anne Berg',
      phone: '+4790123456',
    });
    const none = await anne.client.patch<Me>('/v1/auth/me', { phone: null });
    expect([none.body.user.name, none.body.user.phone]).toEqual(['Anne Berg', null]);
  });

  it('refuses what is not a number', async () => {
    const answer = await anne.client.patch<Problem>('/v1/auth/me', { phone: 'ring meg' });
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([422, '#/phone']);
  });
});
