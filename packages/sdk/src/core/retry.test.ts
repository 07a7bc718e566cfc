import { describe, expect, it } from 'vitest';
import { Norvalt } from '../norvalt.ts';
import { FakeRuntime } from '../testing/fake-runtime.ts';
import { hangUp, json, problem, type Reply, startServer } from '../testing/start-server.ts';
import { RateLimitError } from './errors.ts';

const vehicle = { id: 'veh_1', title: 'Volvo XC60' };
const newVehicle = { make: 'Volvo', model: 'XC60' };

async function setUp(replies: Reply[], options: { maxRetries?: number } = {}) {
  const server = await startServer(...replies);
  const runtime = new FakeRuntime();
  return {
    server,
    runtime,
    norvalt: new Norvalt({ baseUrl: server.baseUrl, apiKey: 'sk_test_1', ...options }, runtime),
  };
}

describe('retries', () => {
  it.each([
    ['408', problem(408, 'timeout')],
    ['429', problem(429, 'rate_limited')],
    ['500', problem(500, 'internal_error')],
    [
      '503 as an HTML page',
      (response) => response.writeHead(503, { 'content-type': 'text/html' }).end('<h1>Sorry</h1>'),
    ],
    ['a broken connection', hangUp],
    [
      'half an answer',
      (response) => response.writeHead(200, { 'content-length': '99' }).write('{"id":', () => response.destroy()),
    ],
  ] satisfies [string, Reply][])('sends again after %s', async (_name, reply) => {
    const { norvalt, server } = await setUp([reply, json(vehicle)]);
    expect(await norvalt.vehicles.get('veh_1')).toEqual(vehicle);
    expect(server.requests).toHaveLength(2);
  });

  it.each([400, 401, 403, 404, 409, 412, 413, 415, 422])('does not send again after %i', async (status) => {
    const { norvalt, server } = await setUp([problem(status, 'conflict')]);
    await expect(norvalt.vehicles.create(newVehicle)).rejects.toMatchObject({ status });
    expect(server.requests).toHaveLength(1);
  });

  it('sends 409 again when it comes with Retry-After, since a request with the same key is then under way', async () => {
    const underWay = problem(409, 'request_in_progress', {}, { 'retry-after': '1' });
    const { norvalt, runtime } = await setUp([underWay, json(vehicle, 201)]);
    expect(await norvalt.vehicles.create(newVehicle)).toEqual(vehicle);
    expect(runtime.waits).toEqual([1000]);
  });

  it('makes 2 retries by default, 0.5 s and 1 s after, and then throws', async () => {
    const { norvalt, server, runtime } = await setUp([problem(503, 'unavailable')]);
    await expect(norvalt.vehicles.get('veh_1')).rejects.toMatchObject({ status: 503 });
    expect(server.requests).toHaveLength(3);
    expect(runtime.waits).toEqual([500, 1000]);
  });

  it('doubles the wait up to 8 s', async () => {
    const { norvalt, runtime } = await setUp([problem(503, 'unavailable')], { maxRetries: 7 });
    await expect(norvalt.vehicles.get('veh_1')).rejects.toThrow();
    expect(runtime.waits).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000]);
  });

  it('takes up to a quarter off a wait by chance', async () => {
    const { norvalt, runtime } = await setUp([problem(503, 'unavailable')]);
    runtime.chance = 1;
    await expect(norvalt.vehicles.get('veh_1')).rejects.toThrow();
    expect(runtime.waits).toEqual([375, 750]);
  });

  it('makes none with maxRetries 0, for the client or for a call', async () => {
    const client = await setUp([problem(503, 'unavailable')], { maxRetries: 0 });
    await expect(client.norvalt.vehicles.get('veh_1')).rejects.toThrow();
    expect(client.server.requests).toHaveLength(1);

    const call = await setUp([problem(503, 'unavailable')]);
    await expect(call.norvalt.vehicles.get('veh_1', { maxRetries: 0 })).rejects.toThrow();
    expect(call.server.requests).toHaveLength(1);
  });
});

describe('Retry-After', () => {
  const waitFor = async (retryAfter: string) => {
    const { norvalt, runtime } = await setUp([
      problem(429, 'rate_limited', {}, { 'retry-after': retryAfter }),
      json(vehicle),
    ]);
    await norvalt.vehicles.get('veh_1');
    return runtime.waits;
  };

  it('is obeyed in seconds', async () => expect(await waitFor('7')).toEqual([7000]));
  it('is obeyed at 60 s', async () => expect(await waitFor('60')).toEqual([60_000]));
  it('is obeyed as a date', async () => expect(await waitFor('Fri, 20 Nov 2026 10:00:12 GMT')).toEqual([12_000]));
  it('in the past means at once', async () => expect(await waitFor('Fri, 20 Nov 2026 09:00:00 GMT')).toEqual([0]));
  it.each(['', 'soon', '-3'])('"%s" is not understood and the usual wait is made', async (value) => {
    expect(await waitFor(value)).toEqual([500]);
  });

  it('above 60 s is left to the caller', async () => {
    const { norvalt, server, runtime } = await setUp([problem(429, 'rate_limited', {}, { 'retry-after': '61' })]);
    const error = await norvalt.vehicles.get('veh_1').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RateLimitError);
    expect((error as RateLimitError).headers.get('retry-after')).toBe('61');
    expect(server.requests).toHaveLength(1);
    expect(runtime.waits).toEqual([]);
  });
});
