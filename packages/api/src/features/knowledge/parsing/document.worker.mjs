// Reads one document in a thread of its own, so that a hostile one can be stopped from outside. Plain JavaScript: a
// thread is started from a file, and Node 20 runs no TypeScript.
import { parentPort, workerData } from 'node:worker_threads';
import { inflateRawSync } from 'node:zlib';

const MAX_PARTS = 2000;
const MAX_HTML_CHARACTERS = 3_000_000;
const MIN_CHARACTERS_A_PAGE = 15;

/** A reason that the caller has words for. */
class Refusal extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

function heading(element, walk, builder) {
  builder.openBlock({ leadingLineBreaks: 2 });
  builder.addInline(`${'#'.repeat(Number(element.name.slice(1)))} `);
  walk(element.children, builder);
  builder.closeBlock({ trailingLineBreaks: 2 });
}

function row(element, walk, builder) {
  builder.openBlock({ leadingLineBreaks: 1 });
  walk(element.children, builder);
  builder.closeBlock({ trailingLineBreaks: 1 });
}

function cell(element, walk, builder) {
  walk(element.children, builder);
  builder.addInline(' | ', { noWordTransform: true });
}

const passThrough = (element, walk, builder) => walk(element.children, builder);

const skipped = [
  ...['nav', 'header', 'footer', 'aside', 'form', 'script', 'style', 'noscript', 'template', 'iframe', 'svg', 'object'],
  ...['img', 'button', 'dialog', '[hidden]', '[aria-hidden="true"]', '[role="navigation"]', '[role="dialog"]'],
  ...['[style*="display:none"]', '[style*="display: none"]', '[style*="visibility:hidden"]'],
  ...['[style*="visibility: hidden"]', '[style*="font-size:0"]', '[style*="font-size: 0"]'],
];

async function textOfHtml(html, base) {
  const { compile } = await import('html-to-text');
  const convert = compile({
    wordwrap: false,
    limits: { maxInputLength: MAX_HTML_CHARACTERS, maxDepth: 200, ellipsis: '' },
    baseElements: { selectors: [base], returnDomByDefault: true },
    formatters: { heading, row, cell, passThrough },
    selectors: [
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, format: 'heading' })),
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'ul', options: { itemPrefix: '- ' } },
      ...['table', 'tbody', 'thead'].map((selector) => ({ selector, format: 'passThrough' })),
      { selector: 'tr', format: 'row' },
      ...['td', 'th'].map((selector) => ({ selector, format: 'cell' })),
      ...skipped.map((selector) => ({ selector, format: 'skip' })),
    ],
  });
  return convert(html).replace(/ \| *$/gm, '');
}

async function readHtml(html) {
  const base = ['main', 'article'].find((name) => new RegExp(`<${name}[\\s>]`, 'i').test(html)) ?? 'body';
  const title = /<title[^>]{0,200}>([^<]{1,300})/i.exec(html)?.[1] ?? '';
  return { text: await textOfHtml(html, base), title: (await textOfHtml(title, 'body')).trim() || null, pages: null };
}

async function readPdf(bytes, maxPages) {
  const { extractText, getDocumentProxy } = await import('unpdf');
  const pdf = await getDocumentProxy(bytes, { isEvalSupported: false, verbosity: 0 }).catch((error) => {
    throw new Refusal(error?.name === 'PasswordException' ? 'encrypted' : 'unreadable');
  });
  if (pdf.numPages > maxPages) throw new Refusal('too_many_pages');
  const { text } = await extractText(pdf, { mergePages: false });
  if (text.join('').replace(/\s/g, '').length < MIN_CHARACTERS_A_PAGE * pdf.numPages) throw new Refusal('scanned');
  return { text: text.join('\n\n'), title: null, pages: pdf.numPages };
}

/** The central directory of a zip: where each part lies and how it is packed. */
function directoryOf(zip) {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end === -1 || end + 22 > zip.length) throw new Refusal('unreadable');
  const count = zip.readUInt16LE(end + 10);
  if (count > MAX_PARTS) throw new Refusal('too_large');
  const parts = [];
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) throw new Refusal('unreadable');
    const nameLength = zip.readUInt16LE(at + 28);
    parts.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      packedBytes: zip.readUInt32LE(at + 20),
      at: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}

/** Unpacks every part once with a limit: what a zip says about its own sizes may be a lie. */
function checkZip(zip, maxUnpackedBytes) {
  const parts = directoryOf(zip);
  if (!parts.some(({ name }) => name === 'word/document.xml')) throw new Refusal('unreadable');
  let left = maxUnpackedBytes;
  for (const { method, packedBytes, at } of parts) {
    if (at + 30 > zip.length || zip.readUInt32LE(at) !== 0x04034b50) throw new Refusal('unreadable');
    const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
    const packed = zip.subarray(start, start + packedBytes);
    if (method !== 0 && method !== 8) throw new Refusal('unreadable');
    left -= method === 0 ? packed.length : unpackedBytes(packed, left);
    if (left <= 0) throw new Refusal('too_large');
  }
}

function unpackedBytes(packed, limit) {
  try {
    return inflateRawSync(packed, { maxOutputLength: limit }).length;
  } catch (error) {
    throw new Refusal(error?.code === 'ERR_BUFFER_TOO_LARGE' ? 'too_large' : 'unreadable');
  }
}

async function readDocx(bytes, maxUnpackedBytes) {
  const buffer = Buffer.from(bytes);
  checkZip(buffer, maxUnpackedBytes);
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth
    .convertToHtml({ buffer }, { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) })
    .catch(() => {
      throw new Refusal('unreadable');
    });
  return { text: await textOfHtml(value, 'body'), title: null, pages: null };
}

async function read({ kind, bytes, html, maxPages, maxUnpackedBytes }) {
  if (kind === 'pdf') return readPdf(bytes, maxPages);
  if (kind === 'docx') return readDocx(bytes, maxUnpackedBytes);
  return readHtml(html);
}

try {
  parentPort?.postMessage({ ok: true, document: await read(workerData) });
} catch (error) {
  parentPort?.postMessage({ ok: false, reason: error instanceof Refusal ? error.reason : 'unreadable' });
}
