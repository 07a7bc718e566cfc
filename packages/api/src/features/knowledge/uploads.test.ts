import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import type { components } from '../../generated/openapi.ts';
import { sampleDocx, samplePdf } from './testing/sample-documents.ts';
import { MAX_UPLOAD_BYTES } from './upload-document.ts';

type Answer = components['schemas']['KnowledgeEntry'] & components['schemas']['Problem'];

const PDF = 'application/pdf';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

let api: TestApp;
let anne: Person;
beforeAll(async () => {
  api = await startTestApp();
  anne = await api.signUp();
});
afterAll(() => api.close());

async function upload(file: Buffer | string, type: string, query = '', token = anne.token) {
  const response = await fetch(`${api.url}/v1/knowledge/uploads${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': type },
    body: typeof file === 'string' ? file : new Uint8Array(file),
  });
  return { status: response.status, body: (await response.json()) as Answer };
}

describe('a file', () => {
  it('of every kind becomes an entry', async () => {
    const pdf = samplePdf(['Levering tar tre til fem virkedager i hele Vestland.']);
    expect(await upload(pdf, PDF, '?filename=Levering_2026.pdf&category=Levering')).toMatchObject({
      status: 201,
      body: {
        kind: 'document',
        origin: 'file',
        title: 'Levering 2026',
        file_name: 'Levering_2026.pdf',
        pages: 1,
        category: 'Levering',
      },
    });
    const docx = sampleDocx(['# Garantivilkår', 'Alle biler har garanti, og den gjelder ikke slitedeler som bremser.']);
    expect(await upload(docx, DOCX, '?filename=garanti.docx')).toMatchObject({
      status: 201,
      body: { title: 'Garantivilkår', language: 'nb', pages: null },
    });
    expect(await upload('# Winter tyres\nWe store your tyres for the season.', 'text/markdown')).toMatchObject({
      status: 201,
      body: { title: 'Winter tyres', language: 'en' },
    });
    const html = '<html><title>Ladekort</title><body><p>Du får ladekort med bilen.</p><script>x</script></body></html>';
    const page = await upload(html, 'text/html', '?filename=lading.html&title=Lading');
    expect(page.body).toMatchObject({ title: 'Lading', text: 'Du får ladekort med bilen.' });
  });

  it('is read by what it is and not by what it is said to be', async () => {
    const pdf = samplePdf(['Dette er en PDF som sier at den er noe annet.']);
    expect((await upload(pdf, 'application/octet-stream')).body.pages).toBe(1);
    expect((await upload(Buffer.from('�Åpent', 'latin1'), 'text/plain; charset=utf-8')).status).toBe(201);
  });

  it('that comes twice, also at once, is one entry', async () => {
    const file = '# Retur\nDu kan bytte bilen innen 14 dager.';
    const [first, second] = await Promise.all([upload(file, 'text/markdown'), upload(file, 'text/markdown')]);
    await anne.client.patch(`/v1/knowledge/entries/${first.body.id}`, { text: 'Innen 30 dager.' });
    const third = await upload(file, 'text/markdown');
    expect(third.status).toBe(200);
    expect(third.body.text).toBe('Innen 30 dager.');
    expect(new Set([first, second, third].map(({ body }) => body.id)).size).toBe(1);
    const berit = await api.signUp();
    const elsewhere = await upload(file, 'text/markdown', '', berit.token);
    expect([elsewhere.status, elsewhere.body.id === first.body.id]).toEqual([201, false]);
  });

  it.each([
    ['an empty one', '', 'text/plain', 422, 'document_unreadable'],
    ['one of blanks', ' \n\t ', 'text/plain', 422, 'document_unreadable'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'text/plain', 422, 'document_unreadable'],
    [
      'an old .doc',
      Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'),
      'application/octet-stream',
      422,
      'document_unreadable',
    ],
    ['a type that is not read', 'x', 'image/png', 415, 'unsupported_media_type'],
    ['a damaged PDF', '%PDF-1.7 but not really', PDF, 422, 'document_unreadable'],
    ['a scanned PDF', samplePdf(['', '']), PDF, 422, 'document_scanned'],
    ['a text that is too long', 'ord '.repeat(60_000), 'text/plain', 422, 'unprocessable'],
    ['one that is too large', Buffer.alloc(MAX_UPLOAD_BYTES + 1, 'a'), 'text/plain', 413, 'payload_too_large'],
  ])('%s is refused', async (_name, file, type, status, code) => {
    const answer = await upload(file, type);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it.each(['?language=fr', '?language=nb&language=en', '?title[$ne]=x&filename[]=a', `?category=${'a'.repeat(61)}`])(
    'with %s is refused',
    async (query) => {
      expect([400, 201]).toContain((await upload('Tekst nok til en side', 'text/plain', query)).status);
      if (!query.includes('$')) expect((await upload('Tekst', 'text/plain', query)).status).toBe(400);
    },
  );
});

it('a web page on this machine is refused where that is not allowed for development, and not told apart', async () => {
  for (const url of ['http://127.0.0.1:1/', 'http://localhost/', 'http://[::1]/']) {
    const answer = await anne.client.post<Answer>('/v1/knowledge/pages', { url });
    expect([url, answer.status, answer.body.code]).toEqual([url, 422, 'page_refused']);
    expect(answer.body.detail).toBe('Only web pages of the open internet can be read.');
  }
});
