import { describe, expect, it, vi } from 'vitest';
import { Norvalt } from '../norvalt.ts';
import { FakeRuntime } from '../testing/fake-runtime.ts';
import { hangUp, json, problem, type Reply, silence, startServer } from '../testing/start-server.ts';
import { ConnectionError, ConnectionTimeoutError, UserAbortError } from './errors.ts';

const vehicle = { id: 'veh_1', title: 'Volvo XC60' };
const newVehicle = { make: 'Volvo', model: 'XC60' };

async function setUp(replies: Reply[]) {
  const server = await startServer(...replies);
  const runtime = new FakeRuntime();
  return {
    server,
    runtime,
    norvalt: new Norvalt({ baseUrl: server.baseUrl, apiKey: 'sk_test_1' }, runtime),
  };
}

describe('Idempotency-Key', () => {
  it('is made for every POST and stays the same over its attempts, with the same body', async () => {
    const { norvalt, server } = await setUp([hangUp, problem(500, 'internal_error'), json(vehicle, 201)]);
    await norvalt.vehicles.create(newVehicle);
    await norvalt.vehicles.create(newVehicle);
    const keys = server.requests.map((request) => request.headers['idempotency-key']);
    expect(keys).toEqual(['key_1', 'key_1', 'key_1', 'key_2']);
    expect(new Set(server.requests.map((request) => request.body))).toEqual(new Set([JSON.stringify(newVehicle)]));
  });

  it('can be the caller’s', async () => {
    const { norvalt, server } = await setUp([json(vehicle, 201)]);
    await norvalt.vehicles.create(newVehicle, { idempotencyKey: 'feed-17' });
    expect(server.requests[0]?.headers['idempotency-key']).toBe('feed-17');
  });

  it('is not sent with what is no POST', async () => {
    const { norvalt, server } = await setUp([json(vehicle)]);
    await norvalt.vehicles.update('veh_1', { status: 'sold' });
    expect(server.requests[0]?.headers).not.toHaveProperty('idempotency-key');
  });
});

describe('time limits', () => {
  it('gives an attempt 30 s by default, and each attempt its own', async () => {
    const { norvalt, server, runtime } = await setUp([silence, json(vehicle)]);
    const call = norvalt.vehicles.get('veh_1');
    await vi.waitUntil(() => server.requests.length === 1);
    expect(runtime.running).toEqual([30_000]);
    await runtime.pass(30_000);
    expect(await call).toEqual(vehicle);
    expect(runtime.running).toEqual([]);
  });

  it('throws ConnectionTimeoutError when no attempt is answered in time', async () => {
    const { norvalt, server, runtime } = await setUp([silence]);
    const call = norvalt.vehicles.get('veh_1', { maxRetries: 1 });
    const outcome = expect(call).rejects.toThrow(/GET http.*\/v1\/vehicles\/veh_1: no answer within 30000 ms/);
    for (const attempts of [1, 2]) {
      await vi.waitUntil(() => server.requests.length === attempts);
      await runtime.pass(30_000);
    }
    await outcome;
    await expect(call).rejects.toBeInstanceOf(ConnectionTimeoutError);
    await expect(call).rejects.toBeInstanceOf(ConnectionError);
  });

  it('covers the body too', async () => {
    const stalled: Reply = (response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"id":');
    const server = await startServer(stalled, json(vehicle));
    const runtime = new FakeRuntime();
    const statuses: number[] = [];
    const noted: typeof fetch = async (input, init) => {
      const response = await fetch(input, init);
      statuses.push(response.status);
      return response;
    };
    const call = new Norvalt({ baseUrl: server.baseUrl, fetch: noted }, runtime).vehicles.get('veh_1');
    await vi.waitUntil(() => statuses.length === 1);
    await runtime.pass(30_000);
    expect(await call).toEqual(vehicle);
    expect(statuses).toEqual([200, 200]);
  });

  it('can be set for a call', async () => {
    const server = await startServer(silence);
    const runtime = new FakeRuntime([1234]);
    const norvalt = new Norvalt({ baseUrl: server.baseUrl }, runtime);
    const outcome = expect(norvalt.health.live({ timeoutMs: 1234, maxRetries: 0 })).rejects.toThrow('1234 ms');
    await runtime.pass(1234);
    await outcome;
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses a limit of %d ms', async (timeoutMs) => {
    const { norvalt, server } = await setUp([json(vehicle)]);
    await expect(norvalt.vehicles.get('veh_1', { timeoutMs })).rejects.toThrow('timeoutMs must be');
    expect(server.requests).toEqual([]);
  });
});

describe('aborting', () => {
  it('ends a request under way, without another attempt', async () => {
    const { norvalt, server, runtime } = await setUp([silence]);
    const controller = new AbortController();
    const outcome = expect(norvalt.vehicles.get('veh_1', { signal: controller.signal })).rejects.toMatchObject({
      name: 'UserAbortError',
      cause: 'changed my mind',
    });
    await vi.waitUntil(() => server.requests.length === 1);
    controller.abort('changed my mind');
    await outcome;
    expect(server.requests).toHaveLength(1);
    expect(runtime.running).toEqual([]);
  });

  it('ends a download whose file has begun to come', async () => {
    const server = await startServer((response) => response.writeHead(200, { 'content-length': '9' }).write('half'));
    const runtime = new FakeRuntime([30_000]);
    const controller = new AbortController();
    let headersCame = false;
    const watched: typeof fetch = async (...args) => {
      const response = await fetch(...args);
      headersCame = true;
      return response;
    };
    const norvalt = new Norvalt({ baseUrl: server.baseUrl, fetch: watched }, runtime);
    const call = norvalt.attachments.download('att_1', {}, { signal: controller.signal });
    const outcome = expect(call).rejects.toMatchObject({ name: 'UserAbortError', cause: 'changed my mind' });
    await vi.waitUntil(() => headersCame && runtime.running.length === 0);
    controller.abort('changed my mind');
    await outcome;
  });

  it('tells of a file that breaks off', async () => {
    const half: Reply = (response) =>
      response.writeHead(200, { 'content-length': '9' }).write('half', () => response.destroy());
    const { norvalt } = await setUp([half]);
    await expect(norvalt.attachments.download('att_1')).rejects.toMatchObject({ name: 'ConnectionError' });
  });

  it('ends the wait for the next attempt', async () => {
    const server = await startServer(problem(503, 'unavailable', {}, { 'retry-after': '30' }));
    const runtime = new FakeRuntime([30_000, 9_000]);
    const norvalt = new Norvalt({ baseUrl: server.baseUrl, timeoutMs: 9_000 }, runtime);
    const controller = new AbortController();
    const outcome = expect(norvalt.health.ready({ signal: controller.signal })).rejects.toBeInstanceOf(UserAbortError);
    await vi.waitUntil(() => runtime.running.includes(30_000));
    controller.abort();
    await outcome;
    expect(runtime.running).toEqual([]);
  });

  it('before the start sends nothing', async () => {
    const { norvalt, server } = await setUp([json(vehicle)]);
    await expect(norvalt.vehicles.get('veh_1', { signal: AbortSignal.abort() })).rejects.toBeInstanceOf(UserAbortError);
    expect(server.requests).toEqual([]);
  });
});

describe('answers', () => {
  it('gives the data, and with withResponse() also the response and its request id', async () => {
    const { norvalt } = await setUp([json({ id: 'lead_1' }, 200, { etag: '"3"' })]);
    const { data, response, requestId } = await norvalt.leads.get('lead_1').withResponse();
    expect(data.id).toBe('lead_1');
    expect(response.headers.get('etag')).toBe('"3"');
    expect(requestId).toBe('req_1');
  });

  it('rejects withResponse() as the promise itself', async () => {
    const { norvalt } = await setUp([problem(404, 'not_found')]);
    await expect(norvalt.leads.get('lead_1').withResponse()).rejects.toMatchObject({ status: 404 });
  });

  it('gives undefined for 204', async () => {
    const { norvalt } = await setUp([(response) => response.writeHead(204).end()]);
    expect(await norvalt.leads.markRead('lead_1')).toBeUndefined();
  });

  it('sends If-Match', async () => {
    const { norvalt, server } = await setUp([json({ id: 'lead_1' })]);
    await norvalt.leads.update('lead_1', { status: 'won' }, { ifMatch: '"3"' });
    expect(server.requests[0]).toMatchObject({ headers: { 'if-match': '"3"' }, body: '{"status":"won"}' });
  });

  it('asks for the access token before every attempt', async () => {
    const server = await startServer(problem(503, 'unavailable'), json({}));
    const tokens = ['first', 'second'];
    const norvalt = new Norvalt(
      { baseUrl: server.baseUrl, accessToken: async () => tokens.shift() ?? null },
      new FakeRuntime(),
    );
    await norvalt.auth.me();
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer first', 'Bearer second']);
  });

  it('lets the access token come from auth.refresh(), which is sent without one', async () => {
    const server = await startServer(json({ access_token: 'fresh' }), json({ id: 'veh_1' }));
    const norvalt: Norvalt = new Norvalt({
      baseUrl: server.baseUrl,
      accessToken: async () => (await norvalt.auth.refresh()).access_token,
    });
    await norvalt.vehicles.get('veh_1');
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([undefined, 'Bearer fresh']);
  });
});
