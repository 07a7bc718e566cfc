import { decodeCharset } from './decode-charset.ts';

const encodedWord = /=\?([\w-]{1,40})(?:\*[\w-]{0,20})?\?([bq])\?([^?\s]{0,2000})\?=/gi;
const longestHeader = 20_000;

/** The text of a header with its encoded words decoded (RFC 2047), on one line; what can not be decoded stays. */
export function decodeEncodedWords(header: string): string {
  const text = header.slice(0, longestHeader).replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  let decoded = '';
  let end = 0;
  let open: { charset: string; bytes: Buffer } | null = null;
  const close = () => {
    if (open) decoded += decodeCharset(open.bytes, open.charset);
    open = null;
  };
  for (const match of text.matchAll(encodedWord)) {
    const [word, charset = '', encoding = '', content = ''] = match;
    const between = text.slice(end, match.index);
    const bytes = encoding.toLowerCase() === 'b' ? Buffer.from(content, 'base64') : quotedBytes(content);
    // One character may be cut in two by adjacent words of one charset, so their bytes belong together.
    const joins: boolean = open !== null && between.trim() === '' && open.charset === charset.toLowerCase();
    if (open && joins) open.bytes = Buffer.concat([open.bytes, bytes]);
    else {
      const afterWord = open !== null;
      close();
      decoded += afterWord && between.trim() === '' ? '' : between;
      open = { charset: charset.toLowerCase(), bytes };
    }
    end = match.index + word.length;
  }
  close();
  return `${decoded}${text.slice(end)}`.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

function quotedBytes(content: string): Buffer {
  const latin = content
    .replaceAll('_', ' ')
    .replace(/=([0-9a-f]{2})/gi, (_escape, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(latin, 'latin1');
}
