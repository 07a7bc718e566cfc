import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type MailgunFields, mailgunLimits, TooLarge, Unreadable } from './mailgun-fields.ts';
import { readMailgunRequest } from './read-mailgun-request.ts';

type Outcome = { read: MailgunFields } | { error: unknown };
let server: Server;
let port: number;
let limits = mailgunLimits;
let outcomes: Outcome[];
let arrived: Array<(outcome: Outcome) => void>;

beforeEach(async () => {
  limits = mailgunLimits;
  outcomes = [];
  arrived = [];
  server = createServer((request: IncomingMessage, response) => {
    readMailgunRequest(request, limits)
      .then((read): Outcome => ({ read }))
      .catch((error: unknown): Outcome => ({ error }))
      .then((outcome) => {
        outcomes.push(outcome);
        arrived.shift()?.(outcome);
        response.setHeader('Connection', 'close').end('ok');
      });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function nextOutcome(): Promise<Outcome> {
  return new Promise((resolve) => arrived.push(resolve));
}

function post(contentType: string, body: string | Buffer, headers: Record<string, string> = {}): Promise<Outcome> {
  const outcome = nextOutcome();
  const sent = httpRequest({ port, method: 'POST', headers: { 'Content-Type': contentType, ...headers } });
  sent.on('error', () => {});
  sent.on('response', (response) => response.resume());
  sent.end(body);
  return outcome;
}

async function fieldsOf(outcome: Promise<Outcome>): Promise<MailgunFields> {
  const settled = await outcome;
  if ('error' in settled) throw settled.error;
  return settled.read;
}

async function errorOf(outcome: Promise<Outcome>): Promise<unknown> {
  const settled = await outcome;
  return 'error' in settled ? settled.error : settled.read;
}

const urlencoded = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data; boundary=B';
const part = (headers: string, value: string) =>
  `--B\r\nContent-Disposition: form-data; ${headers}\r\n\r\n${value}\r\n`;
const form = (...parts: string[]) => `${parts.join('')}--B--\r\n`;

describe('urlencoded', () => {
  it('keeps every value of every field, in order', async () => {
    const { fields, attachments } = await fieldsOf(post(urlencoded, 'a=1&b=&a=2+2&%C3%A5=bl%C3%A5b%C3%A6r&c&&=x'));
    expect([...fields]).toEqual([
      ['a', ['1', '2 2']],
      ['b', ['']],
      ['å', ['blåbær']],
      ['c', ['']],
      ['', ['x']],
    ]);
    expect(attachments).toEqual([]);
  });

  it('keeps odd names apart from objects', async () => {
    const { fields } = await fieldsOf(post(urlencoded, '__proto__=1&constructor=2&email[$ne]=3&toString=4'));
    expect([...fields.keys()]).toEqual(['__proto__', 'constructor', 'email[$ne]', 'toString']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('survives broken escapes and bytes', async () => {
    const { fields } = await fieldsOf(post(urlencoded, Buffer.from('a=%&b=%zz&c=%e5&d=\xff\xfe', 'latin1')));
    expect(fields.get('a')).toEqual(['%']);
    expect(fields.get('b')).toEqual(['%zz']);
    expect(fields.get('c')).toEqual(['\ufffd']);
    expect(fields.get('d')).toEqual(['\ufffd\ufffd']);
  });

  it('decodes the charset it is told, and UTF-8 when it does not know that one', async () => {
    const latin = await fieldsOf(post(`${urlencoded}; charset=ISO-8859-1`, 'navn=%C5se'));
    expect(latin.fields.get('navn')).toEqual(['Åse']);
    const unknown = await fieldsOf(post(`${urlencoded}; charset=klingon`, 'navn=%C3%85se'));
    expect(unknown.fields.get('navn')).toEqual(['Åse']);
  });

  it('takes 5 MB', async () => {
    const { fields } = await fieldsOf(post(urlencoded, `body-plain=${'x'.repeat(5_000_000)}`));
    expect(fields.get('body-plain')?.[0]?.length).toBe(5_000_000);
  });

  it('refuses more than the limit, announced or not', async () => {
    limits = { ...mailgunLimits, bodyBytes: 1000 };
    expect(await errorOf(post(urlencoded, `a=${'x'.repeat(2000)}`))).toBeInstanceOf(TooLarge);
    const chunked = post(urlencoded, `a=${'x'.repeat(200_000)}`, { 'Transfer-Encoding': 'chunked' });
    expect(await errorOf(chunked)).toBeInstanceOf(TooLarge);
  });

  it('refuses more than 2000 fields', async () => {
    expect(await errorOf(post(urlencoded, 'a=1&'.repeat(2000)))).toBeInstanceOf(TooLarge);
    expect((await fieldsOf(post(urlencoded, 'a=1&'.repeat(1999)))).fields.get('a')).toHaveLength(1999);
  });
});

describe('multipart', () => {
  it('reads fields and files', async () => {
    const body = form(
      part('name="subject"', 'Volvo på lager?'),
      part('name="subject"', 'to'),
      part('name="attachment-1"; filename="innbytte – bilde.jpg"\r\nContent-Type: image/jpeg', 'JPEG'),
    );
    const { fields, attachments } = await fieldsOf(post(multipart, body));
    expect(fields.get('subject')).toEqual(['Volvo på lager?', 'to']);
    expect(attachments).toEqual([
      {
        field: 'attachment-1',
        name: 'innbytte – bilde.jpg',
        contentType: 'image/jpeg',
        sizeBytes: 4,
        content: Buffer.from('JPEG'),
      },
    ]);
  });

  it.each([
    ['', 'attachment-1'],
    ['..', 'attachment-1'],
    ['path\\\\..', 'attachment-1'],
    ['\\\\\\\\share\\\\mail\\\\x.msg', 'x.msg'],
    ['../../etc/passwd', 'passwd'],
    ['.htaccess', 'htaccess'],
    ['a\u202egpj.exe', 'agpj.exe'],
    [`${'n'.repeat(300)}.pdf`, `${'n'.repeat(116)}.pdf`],
  ])('makes the file name %j safe', async (given, expected) => {
    const body = form(part(`name="attachment-1"; filename="${given}"`, 'x'));
    const { attachments } = await fieldsOf(post(multipart, body));
    expect(attachments.map(({ name }) => name)).toEqual([expected]);
  });

  it('lists an attachment it has no room for, without its content', async () => {
    limits = { ...mailgunLimits, keptAttachmentBytes: 10 };
    const file = (name: string, size: number) => part(`name="${name}"; filename="${name}.bin"`, 'x'.repeat(size));
    const { attachments } = await fieldsOf(post(multipart, form(file('a', 8), file('b', 8), file('c', 2))));
    expect(attachments.map(({ name, sizeBytes, content }) => [name, sizeBytes, content?.length ?? null])).toEqual([
      ['a.bin', 8, 8],
      ['b.bin', 8, null],
      ['c.bin', 2, 2],
    ]);
  });

  it('gives the room of a file that did not fit to the next', async () => {
    limits = { ...mailgunLimits, keptAttachmentBytes: 200_000 };
    const file = (size: number) => part('name="f"; filename="f.bin"', 'x'.repeat(size));
    const { attachments } = await fieldsOf(post(multipart, form(file(500_000), file(150_000))));
    expect(attachments.map(({ sizeBytes, content }) => [sizeBytes, content?.length ?? null])).toEqual([
      [500_000, null],
      [150_000, 150_000],
    ]);
  });

  it('keeps a file without a name that came as a field, unless that spoiled it', async () => {
    const file = (bytes: string) => part('name="attachment-1"; filename=""\r\nContent-Type: image/jpeg', bytes);
    const text = await fieldsOf(post(multipart, form(file('notat'))));
    expect(text.attachments[0]?.content?.toString()).toBe('notat');
    const binary = await fieldsOf(post(multipart, Buffer.from(form(file('\xff\xd8')), 'latin1')));
    expect(binary.attachments).toMatchObject([{ name: 'attachment-1', contentType: 'image/jpeg', content: null }]);
    expect(binary.fields.size).toBe(0);
  });

  it('leaves out the files beyond the limit and takes the mail', async () => {
    limits = { ...mailgunLimits, files: 2 };
    const file = part('name="f"; filename="f"', '1');
    const read = await fieldsOf(post(multipart, form(file.repeat(5), part('name="subject"', 'Hei'))));
    expect([read.attachments.length, read.fields.get('subject')]).toEqual([2, ['Hei']]);
  });

  it('refuses too much, too many fields, too many parts', async () => {
    limits = { ...mailgunLimits, bodyBytes: 1000, fields: 3, parts: 4 };
    const chunked = { 'Transfer-Encoding': 'chunked' };
    const field = part('name="a"', '1');
    const file = part('name="f"; filename="f"', '1');
    const cases = [form(part('name="a"', 'x'.repeat(100_000))), form(field.repeat(4)), form(file.repeat(5))];
    for (const body of cases) expect(await errorOf(post(multipart, body, chunked))).toBeInstanceOf(TooLarge);
  });

  it('refuses a body without its end, without a boundary or with broken parts', async () => {
    expect(await errorOf(post(multipart, part('name="a"', '1')))).toBeInstanceOf(Unreadable);
    expect(await errorOf(post('multipart/form-data', form(part('name="a"', '1'))))).toBeInstanceOf(Unreadable);
    expect(await errorOf(post(multipart, '--B\r\n: : :\r\n\0\r\n'))).toBeInstanceOf(Unreadable);
    expect(await errorOf(post(multipart, ''))).toBeInstanceOf(Unreadable);
  });

  it('refuses a field in a charset nobody knows, reads one it does', async () => {
    const known = part('name="a"\r\nContent-Type: text/plain; charset=iso-8859-1', 'Åse');
    const { fields } = await fieldsOf(post(multipart, Buffer.from(form(known), 'latin1')));
    expect(fields.get('a')).toEqual(['Åse']);
    const unknown = part('name="a"\r\nContent-Type: text/plain; charset=klingon', 'Åse');
    expect(await errorOf(post(multipart, form(unknown)))).toBeInstanceOf(Unreadable);
  });
});

describe('either', () => {
  it.each(['application/json', 'text/plain', '', 'multipart/mixed; boundary=B'])('refuses %j', async (contentType) => {
    expect(await errorOf(post(contentType, '{}'))).toBeInstanceOf(Unreadable);
  });

  it('refuses a compressed body', async () => {
    expect(await errorOf(post(urlencoded, 'a=1', { 'Content-Encoding': 'gzip' }))).toBeInstanceOf(Unreadable);
  });

  it.each([urlencoded, multipart])('rejects when the server gives up on %s in the middle', async (contentType) => {
    const outcome = nextOutcome();
    server.prependOnceListener('request', (request: IncomingMessage) =>
      request.once('readable', () => request.destroy()),
    );
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${contentType}\r\nContent-Length: 1000\r\n\r\n--B\r\n`);
    expect(await errorOf(outcome)).toBeInstanceOf(Unreadable);
    socket.destroy();
  });

  it.each([urlencoded, multipart])('rejects when the sender goes away in the middle of %s', async (contentType) => {
    const outcome = nextOutcome();
    const socket = connect(port, '127.0.0.1');
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${contentType}\r\nContent-Length: 1000\r\n\r\n`);
    socket.write(form(part('name="a"', '1')).slice(0, 40), () => socket.destroy());
    expect(await errorOf(outcome)).toBeInstanceOf(Unreadable);
    expect(outcomes).toHaveLength(1);
  });
});
