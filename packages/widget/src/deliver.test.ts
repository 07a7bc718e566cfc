import { describe, expect, test } from 'vitest';
import { deliver, type Network } from './deliver.ts';
import type { OutboxEntry } from './outbox.ts';

const entry: OutboxEntry = {
  key: 'key-1',
  api: 'https://api.example',
  apiKey: 'pk_test_1',
  form: 'default',
  submission: { name: 'Kari Hansen', message: 'Er den ledig?' },
  sentAtMs: 0,
};

type Answer = Response | 'cut off';

/** A network that gives the answers in turn and remembers what it was asked and how long it was waited on. */
function networkOf(answers: Answer[], isOnline = true) {
  const requests: Request[] = [];
  const pausesMs: number[] = [];
  const network: Network = {
    fetch: async (input, init) => {
      requests.push(new Request(input, init));
      const answer = answers[requests.length - 1];
      if (answer === undefined || answer === 'cut off') throw new TypeError('Failed to fetch');
      return answer;
    },
    isOnline: () => isOnline,
    now: () => 0,
    random: () => 1,
    pause: async (durationMs) => pausesMs.push(durationMs),
  };
  return { network, requests, pausesMs };
}

const created = () => Response.json({ submission_id: 'sub_1', status: 'received' }, { status: 201 });
const unavailable = (headers?: HeadersInit) => new Response('{}', { status: 503, headers });

describe('deliver', () => {
  test('posts the submission with the key of the site and of the submit', async () => {
    const { network, requests } = networkOf([created()]);
    expect(await deliver(entry, 4, network)).toEqual({ kind: 'sent', submissionId: 'sub_1' });
    const [request] = requests;
    expect(request?.method).toBe('POST');
    expect(request?.url).toBe('https://api.example/v1/forms/default/submissions');
    expect(request?.headers.get('Authorization')).toBe('Bearer pk_test_1');
    expect(request?.headers.get('Idempotency-Key')).toBe('key-1');
    expect(await request?.json()).toEqual(entry.submission);
  });

  test('takes 202 for success: the enquiry is stored', async () => {
    const { network } = networkOf([Response.json({ arrival_id: 'arr_1', status: 'accepted' }, { status: 202 })]);
    expect(await deliver(entry, 4, network)).toEqual({ kind: 'sent', submissionId: undefined });
  });

  test('tries again under the same key with growing pauses', async () => {
    const { network, requests, pausesMs } = networkOf([unavailable(), 'cut off', created()]);
    expect(await deliver(entry, 4, network)).toMatchObject({ kind: 'sent' });
    expect(requests.map((request) => request.headers.get('Idempotency-Key'))).toEqual(['key-1', 'key-1', 'key-1']);
    expect(pausesMs).toEqual([500, 1_000]);
  });

  test('waits as long as the server asks', async () => {
    const { network, pausesMs } = networkOf([unavailable({ 'Retry-After': '3' }), created()]);
    await deliver(entry, 4, network);
    expect(pausesMs).toEqual([3_000]);
  });

  test('does not keep anybody waiting for a minute, but says how long to leave it', async () => {
    const { network, requests } = networkOf([new Response('{}', { status: 429, headers: { 'Retry-After': '60' } })]);
    expect(await deliver(entry, 4, network)).toEqual({ kind: 'unreachable', retryAfterMs: 60_000 });
    expect(requests).toHaveLength(1);
  });

  test('gives up for now after the attempts it was given', async () => {
    const { network, requests } = networkOf([]);
    expect(await deliver(entry, 4, network)).toEqual({ kind: 'unreachable', retryAfterMs: 0 });
    expect(requests).toHaveLength(4);
  });

  test('gives up for now at once when the browser is offline', async () => {
    const { network, requests } = networkOf([], false);
    expect(await deliver(entry, 4, network)).toMatchObject({ kind: 'unreachable' });
    expect(requests).toHaveLength(1);
  });

  test.each([400, 401, 403, 404, 413, 422])('does not repeat what was refused with %i', async (status) => {
    const problem = { code: 'unprocessable', request_id: 'req_1' };
    const { network, requests } = networkOf([Response.json(problem, { status })]);
    expect(await deliver(entry, 4, network)).toEqual({ kind: 'refused', status, problem });
    expect(requests).toHaveLength(1);
  });

  test('reads a refusal that is not JSON as one without reasons', async () => {
    const { network } = networkOf([new Response('<h1>Forbidden</h1>', { status: 403 })]);
    expect(await deliver(entry, 4, network)).toEqual({ kind: 'refused', status: 403, problem: {} });
  });
});
