import { describe, expect, it } from 'vitest';
import { Norvalt } from '../norvalt.ts';
import { json, startServer } from '../testing/start-server.ts';
import { buildUrl } from './url.ts';

const base = 'https://api.example';

describe('path segments', () => {
  it.each([
    ['lead_01J', 'lead_01J'],
    ['a/b', 'a%2Fb'],
    ['../me', '..%2Fme'],
    ['%2e%2e', '%252e%252e'],
    ['a?b#c', 'a%3Fb%23c'],
    ['å b', '%C3%A5%20b'],
    ['...', '...'],
    ['a\\b\r\n', 'a%5Cb%0D%0A'],
  ])('%j is sent as %s', (segment, encoded) => {
    const url = buildUrl(base, ['v1', 'leads', segment]);
    expect(url).toBe(`${base}/v1/leads/${encoded}`);
    expect(new URL(url).pathname).toBe(`/v1/leads/${encoded}`);
  });

  it.each(['', '.', '..', undefined, null, 7, {}, ['a']])('%j is refused before anything is sent', async (id) => {
    const server = await startServer(json({}));
    const norvalt = new Norvalt({ baseUrl: server.baseUrl });
    await expect(norvalt.leads.delete(id as string)).rejects.toThrow(
      /^An id must be a string such as "lead_01J…", not /,
    );
    expect(server.requests).toEqual([]);
  });
});

describe('the query', () => {
  it.each([
    [{ status: ['new', 'won'] }, '?status=new,won'],
    [{ q: 'Åse & co', unread: false, limit: 10 }, '?q=%C3%85se%20%26%20co&unread=false&limit=10'],
    [{ tag: 'a,b' }, '?tag=a%2Cb'],
    [{ q: '', tag: undefined, status: [] }, ''],
    [{}, ''],
  ])('%j is sent as "%s"', (query, search) => {
    expect(buildUrl(base, ['v1', 'leads'], query)).toBe(`${base}/v1/leads${search}`);
  });
});
