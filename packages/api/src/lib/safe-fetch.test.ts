import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { createSafeFetch, type SafeFetchError, type SafeRequest } from './safe-fetch.ts';

const limits: SafeRequest = { timeoutMs: 5_000, maxBytes: 10_000 };
const strict = createSafeFetch({ allowLoopback: false });
const local = createSafeFetch({ allowLoopback: true });
const servers: Server[] = [];

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push(server);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

function redirect(to: (request: IncomingMessage) => string) {
  return (request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(302, { Location: to(request) });
    response.end();
  };
}

async function reasonOf(fetching: Promise<unknown>): Promise<string> {
  const error = await fetching.then(
    () => null,
    (thrown: SafeFetchError) => thrown,
  );
  return error?.reason ?? 'answered';
}

/** A look-up that answers one address after the other. */
function changingLookup(...answers: string[][]): LookupFunction {
  let call = 0;
  return (_hostname, options, callback) => {
    const addresses = answers[Math.min(call, answers.length - 1)] ?? [];
    call += 1;
    if (options.all)
      callback(
        null,
        addresses.map((address) => ({ address, family: 4 })),
      );
    else callback(null, addresses[0] ?? '', 4);
  };
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe('where it goes', () => {
  test.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://127。0。0。1/',
    'http://localhost/',
    'http://localhost./',
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00:ec2::254]/',
    'http://10.0.0.1/',
    'https://192.168.0.1/',
  ])('refuses %s', async (url) => {
    expect(await reasonOf(strict(url, limits))).toBe('refused_address');
  });

  test.each([
    'file:///etc/passwd',
    'gopher://example.com/',
    'ftp://example.com/',
    'data:text/html,x',
    'javascript:alert(1)',
    '//example.com',
    'not a url',
    '',
    'http://user:secret@example.com/',
    'http://user@example.com/',
  ])('refuses %s', async (url) => {
    expect(await reasonOf(strict(url, limits))).toBe('refused_url');
  });

  test.each(['http://example.com:22/', 'http://example.com:6379/', 'https://example.com:27017/'])(
    'refuses %s',
    async (url) => {
      expect(await reasonOf(strict(url, limits))).toBe('refused_port');
    },
  );

  test('refuses a name that leads inside, also when only one of its addresses does', async () => {
    const inside = createSafeFetch({ allowLoopback: false, lookup: changingLookup(['127.0.0.1']) });
    expect(await reasonOf(inside('http://dealer.example/', limits))).toBe('refused_address');
    const mixed = createSafeFetch({
      allowLoopback: false,
      lookup: changingLookup(['93.184.215.14', '169.254.169.254']),
    });
    expect(await reasonOf(mixed('http://dealer.example/', limits))).toBe('refused_address');
  });

  test('a name that changes its address meets the check at its next connection', async () => {
    const server = await serve((_request, response) => response.end('ok'));
    const { port } = new URL(server.url);
    const rebinding = createSafeFetch({ allowLoopback: true, lookup: changingLookup(['127.0.0.1'], ['10.0.0.1']) });
    expect(
      (await rebinding(`http://dealer.example:${port}/`, { ...limits, headers: { connection: 'close' } })).status,
    ).toBe(200);
    expect(await reasonOf(rebinding(`http://dealer.example:${port}/`, limits))).toBe('refused_address');
  });

  test('allowing this machine allows no other inner address', async () => {
    expect(await reasonOf(local('http://10.0.0.1/', limits))).toBe('refused_address');
    expect(await reasonOf(local('http://169.254.169.254/', limits))).toBe('refused_address');
  });
});

describe('redirects', () => {
  test('are answered as they are when none may be followed, and never followed by a POST', async () => {
    const server = await serve(redirect(() => '/elsewhere'));
    expect((await local(server.url, limits)).status).toBe(302);
    expect((await local(server.url, { ...limits, method: 'POST', body: '{}', maxRedirects: 3 })).status).toBe(302);
    expect(server.asked).toHaveLength(2);
  });

  test('are followed as far as allowed, and the address says where it ended', async () => {
    const server = await serve((request, response) =>
      request.url === '/end' ? response.end('here') : redirect(() => '/end')(request, response),
    );
    const answer = await local(`${server.url}/start`, { ...limits, maxRedirects: 1 });
    expect(answer).toMatchObject({ status: 200, url: `${server.url}/end` });
    expect(answer.body.toString()).toBe('here');
    const loop = await serve(redirect(() => '/again'));
    expect(await reasonOf(local(loop.url, { ...limits, maxRedirects: 3 }))).toBe('too_many_redirects');
    expect(loop.asked).toHaveLength(4);
  });

  test.each(['http://169.254.169.254/latest/', 'http://10.0.0.1/', 'http://[::ffff:10.0.0.1]/'])(
    'to %s is refused',
    async (to) => {
      const server = await serve(redirect(() => to));
      expect(await reasonOf(local(server.url, { ...limits, maxRedirects: 3 }))).toBe('refused_address');
    },
  );

  test.each(['file:///etc/passwd', 'http://'])('to %s is refused', async (to) => {
    const server = await serve(redirect(() => to));
    expect(await reasonOf(local(server.url, { ...limits, maxRedirects: 3 }))).toBe('refused_url');
  });

  test('take no credentials to another origin', async () => {
    const other = await serve((_request, response) => response.end('ok'));
    const server = await serve(redirect(() => other.url));
    const headers = { Authorization: 'Bearer secret', Cookie: 'a=b', 'X-Note': 'kept' };
    await local(server.url, { ...limits, headers, maxRedirects: 1 });
    expect(server.asked[0]?.headers.authorization).toBe('Bearer secret');
    expect(other.asked[0]?.headers).toMatchObject({ 'x-note': 'kept' });
    expect(other.asked[0]?.headers).not.toHaveProperty('authorization');
    expect(other.asked[0]?.headers).not.toHaveProperty('cookie');
  });
});

describe('limits', () => {
  test('a body that is too long is not read to its end', async () => {
    const server = await serve((_request, response) => {
      const chunk = Buffer.alloc(4096, 'a');
      const pour = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', pour);
      pour();
    });
    expect(await reasonOf(local(server.url, limits))).toBe('too_large');
  });

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('a %s body counts by what it unpacks to', async (encoding, pack) => {
    const server = await serve((request, response) => {
      const length = request.url === '/bomb' ? 50_000_000 : 500;
      response.writeHead(200, { 'Content-Encoding': encoding });
      response.end(pack(Buffer.alloc(length, 'a')));
    });
    expect((await local(server.url, limits)).body).toHaveLength(500);
    expect(await reasonOf(local(`${server.url}/bomb`, { ...limits, maxBytes: 100_000 }))).toBe('too_large');
  });

  test('an answer that never ends is given up', async () => {
    const silent = await serve(() => undefined);
    expect(await reasonOf(local(silent.url, { ...limits, timeoutMs: 50 }))).toBe('timeout');
    const half = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('half');
    });
    expect(await reasonOf(local(half.url, { ...limits, timeoutMs: 50 }))).toBe('timeout');
  });

  test('nobody there, or a connection that breaks, is unreachable', async () => {
    const server = await serve((request) => request.socket.destroy());
    expect(await reasonOf(local(server.url, limits))).toBe('unreachable');
    expect(await reasonOf(local('http://127.0.0.1:1/', limits))).toBe('unreachable');
  });
});

test('a POST arrives with its body and headers, and any status is an answer', async () => {
  const bodies: string[] = [];
  const server = await serve(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    bodies.push(body);
    response.writeHead(410, { 'X-Reason': 'gone' });
    response.end('{"gone":true}');
  });
  const headers = { 'content-type': 'application/json' };
  const answer = await local(server.url, { ...limits, method: 'POST', headers, body: '{"a":1}' });
  expect(bodies).toEqual(['{"a":1}']);
  expect(answer.status).toBe(410);
  expect(answer.headers['x-reason']).toBe('gone');
  expect(server.asked[0]?.headers['content-type']).toBe('application/json');
});
