import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import type { components } from '../../generated/openapi.ts';

type Schemas = components['schemas'];
type Answer = Schemas['KnowledgeEntry'] & Schemas['Problem'];

let api: TestApp;
let anne: Person;
let site: Server;
let siteUrl: string;
let body = '';
let type = 'text/html; charset=utf-8';
let status = 200;

beforeAll(async () => {
  api = await startTestApp({ env: { ALLOW_LOOPBACK_URLS: 'true' } });
  anne = await api.signUp();
  site = createServer((_request, response) => response.writeHead(status, { 'Content-Type': type }).end(body));
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});
afterAll(async () => {
  site.closeAllConnections();
  site.close();
  await api.close();
});

const add = (url: string, fields = {}) => anne.client.post<Answer>('/v1/knowledge/pages', { url, ...fields });
const page = (...paragraphs: string[]) =>
  `<html><head><title>Garanti</title></head><body><main>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</main></body></html>`;

describe('a web page', () => {
  it('becomes an entry once, and what changes on it is shown and kept', async () => {
    body = page('Ett års garanti.', 'Gjelder alle biler.', 'Ring oss.');
    const first = await add(`${siteUrl}/garanti#vilkar`, { category: 'Garanti' });
    expect(first).toMatchObject({
      status: 201,
      body: { title: 'Garanti', origin: 'page', url: `${siteUrl}/garanti`, category: 'Garanti', version: 1 },
    });
    const again = await add(`${siteUrl}/garanti`);
    expect([again.status, again.body.id]).toEqual([200, first.body.id]);

    const refetch = () =>
      anne.client.post<Schemas['KnowledgeRefetch']>(`/v1/knowledge/entries/${first.body.id}/fetch`, {});
    const same = await refetch();
    expect([same.body.changed, same.body.differences, same.body.entry.version]).toEqual([false, [], 1]);

    body = page('To års garanti.', 'Gjelder alle biler.', 'Ring oss.', 'Eller skriv.');
    const changed = await refetch();
    expect(changed.body.changed).toBe(true);
    expect(changed.body.differences).toEqual([
      { change: 'removed', text: 'Ett års garanti.' },
      { change: 'added', text: 'To års garanti.' },
      { change: 'added', text: 'Eller skriv.' },
    ]);
    expect(changed.body.entry).toMatchObject({ version: 2 });
    const versions = await anne.client.get<Schemas['KnowledgeVersionList']>(
      `/v1/knowledge/entries/${first.body.id}/versions`,
    );
    expect(versions.body.data.map(({ change }) => change)).toEqual(['refetched', 'created']);
  });

  it('that is gone when it is read again leaves the entry as it was', async () => {
    body = page('Vi har vaskehall.');
    const { body: entry } = await add(`${siteUrl}/vask`);
    status = 404;
    const refetched = await anne.client.post<Answer>(`/v1/knowledge/entries/${entry.id}/fetch`, {});
    status = 200;
    expect([refetched.status, refetched.body.code]).toEqual([422, 'page_unreachable']);
    expect((await anne.client.get<Answer>(`/v1/knowledge/entries/${entry.id}`)).body).toEqual(entry);
  });

  it.each([
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00::1]/',
    'http://user:pw@example.com/',
  ])('at %s is refused', async (url) => {
    const answer = await add(url);
    expect([answer.status, answer.body.code]).toEqual([422, 'page_refused']);
  });

  it.each([
    ['nobody answers at', () => 'http://127.0.0.1:1/', 'text/html', 'x', 'page_unreachable'],
    ['is a picture', () => `${siteUrl}/picture`, 'image/png', 'x', 'document_unreadable'],
    [
      'is built by scripts',
      () => `${siteUrl}/app`,
      'text/html',
      '<div id=app></div><script>x</script>',
      'document_unreadable',
    ],
    ['is endless', () => `${siteUrl}/long`, 'text/html', 'x'.repeat(5_100_000), 'document_too_large'],
  ])('that %s is refused', async (_name, url, answeredType, answered, code) => {
    [type, body] = [answeredType, answered];
    const answer = await add(url());
    [type, body] = ['text/html', ''];
    expect([answer.status, answer.body.code]).toEqual([422, code]);
  });

  it('is read again only where there is one', async () => {
    const { body: entry } = await anne.client.post<Answer>('/v1/knowledge/entries', {
      kind: 'faq',
      title: 'a',
      text: 'b',
    });
    expect((await anne.client.post(`/v1/knowledge/entries/${entry.id}/fetch`, {})).status).toBe(422);
  });
});
