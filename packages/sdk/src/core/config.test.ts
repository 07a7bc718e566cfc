import { afterEach, describe, expect, it, vi } from 'vitest';
import { Norvalt } from '../norvalt.ts';
import { json, startServer } from '../testing/start-server.ts';
import type { NorvaltOptions } from './config.ts';

const baseUrl = 'https://api.example';
const chromium = { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36' };

afterEach(() => vi.unstubAllGlobals());

describe('in a browser', () => {
  it.each([
    ['a page', () => vi.stubGlobal('document', {})],
    ['a web worker, which has no document', () => vi.stubGlobal('navigator', chromium)],
  ])('a secret key is refused in %s', (_name, enter) => {
    enter();
    expect(() => new Norvalt({ baseUrl, apiKey: 'sk_live_1' })).toThrow(
      /A secret key \(sk_…\) was refused.*publishable key/,
    );
    expect(() => new Norvalt({ baseUrl, accessToken: 'sk_live_1' })).toThrow('A secret key');
  });

  it('a secret key from a function is refused before anything is sent', async () => {
    const server = await startServer(json({}));
    vi.stubGlobal('document', {});
    const norvalt = new Norvalt({ baseUrl: server.baseUrl, accessToken: () => 'sk_live_1' });
    await expect(norvalt.dealership.get()).rejects.toThrow('A secret key');
    expect(server.requests).toEqual([]);
  });

  it('publishable keys and access tokens are welcome, secret keys only on demand', () => {
    vi.stubGlobal('document', {});
    for (const options of [
      { apiKey: 'pk_live_1' },
      { accessToken: 'eyJ.a.b' },
      { apiKey: 'sk_live_1', dangerouslyAllowBrowser: true },
    ]) {
      expect(() => new Norvalt({ baseUrl, ...options })).not.toThrow();
    }
  });

  it('baseUrl may be relative to the page', async () => {
    const server = await startServer(json({ status: 'ok' }));
    vi.stubGlobal('location', { href: `${server.baseUrl}/inbox/lead_1?x=1` });
    await new Norvalt({ baseUrl: '/' }).health.live();
    expect(server.requests[0]?.target).toBe('/health/live');
  });
});

it('on a server a secret key is welcome', () => {
  expect(() => new Norvalt({ baseUrl, apiKey: 'sk_live_1' })).not.toThrow();
});

describe('options that cannot work are refused at once', () => {
  it.each([
    [{ apiKey: 'sk_1', accessToken: 'a' }, 'Give apiKey or accessToken, not both'],
    [{ apiKey: undefined }, 'apiKey is undefined: is the environment variable set?'],
    [{ apiKey: '' }, 'is empty or has whitespace in it'],
    [{ apiKey: 'sk_test_1\n' }, 'is empty or has whitespace in it'],
    [{ baseUrl: '' }, 'baseUrl must be an address'],
    [{ baseUrl: 'api.example' }, 'baseUrl must be an address such as "https://norvalt.example", not "api.example"'],
    [{ baseUrl: 'ftp://api.example' }, 'baseUrl must be an address'],
    [{ baseUrl: undefined as unknown as string }, 'baseUrl must be an address'],
    [{ timeoutMs: 0 }, 'timeoutMs must be above 0, not 0'],
    [{ maxRetries: -1 }, 'maxRetries must be a whole number from 0, not -1'],
    [{ maxRetries: 1.5 }, 'maxRetries must be a whole number from 0, not 1.5'],
  ] satisfies [Partial<NorvaltOptions>, string][])('%j', (options, message) => {
    expect(() => new Norvalt({ baseUrl, ...options })).toThrow(message);
  });
});

describe('what is sent', () => {
  const send = async (options: Partial<NorvaltOptions>, headers?: Record<string, string>) => {
    const server = await startServer(json({}));
    await new Norvalt({ baseUrl: server.baseUrl, ...options }).dealership.update({ name: 'Fjord Bil' }, { headers });
    return server.requests[0];
  };

  it('has JSON, its type and the key', async () => {
    expect(await send({ apiKey: 'sk_test_1' })).toMatchObject({
      method: 'PATCH',
      target: '/v1/dealership',
      headers: { accept: 'application/json', 'content-type': 'application/json', authorization: 'Bearer sk_test_1' },
      body: '{"name":"Fjord Bil"}',
    });
  });

  it('has no authorization without a key, nor when the token is null', async () => {
    expect((await send({}))?.headers).not.toHaveProperty('authorization');
    expect((await send({ accessToken: () => null }))?.headers).not.toHaveProperty('authorization');
  });

  it('has the default headers, and before them those of the call', async () => {
    const request = await send({ defaultHeaders: { 'X-Partner': 'a', 'X-Trace': 'b' } }, { 'x-trace': 'c' });
    expect(request?.headers).toMatchObject({ 'x-partner': 'a', 'x-trace': 'c' });
  });

  it('goes below the path of baseUrl', async () => {
    const server = await startServer(json({}));
    await new Norvalt({ baseUrl: `${server.baseUrl}/norvalt//` }).dealership.get();
    expect(server.requests[0]?.target).toBe('/norvalt/v1/dealership');
  });

  it('names credentials for fetch only when they are asked for', async () => {
    const inits: (RequestInit | undefined)[] = [];
    const noted: typeof fetch = async (_input, init) => {
      inits.push(init);
      return Response.json({});
    };
    await new Norvalt({ baseUrl, fetch: noted }).auth.refresh();
    await new Norvalt({ baseUrl, fetch: noted, credentials: 'include' }).auth.refresh();
    expect(inits[0]).not.toHaveProperty('credentials');
    expect(inits[1]).toMatchObject({ credentials: 'include' });
  });
});
