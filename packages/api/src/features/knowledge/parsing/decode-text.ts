import { decodeCharset } from '../../../channels/email/decode-charset.ts';

const MAX_CONTROL_SHARE = 0.01;

function charsetOfMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The charset an HTML page declares in its first kilobyte. */
function declaredInMeta(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return /<meta[^>]{1,200}charset=["']?([\w-]{2,40})/i.exec(start)?.[1] ?? null;
}

/**
 * The text of a file, whatever it was saved as: a byte order mark decides, then what was declared, then whether it is
 * UTF-8, else Windows-1252. Null when it is no text at all.
 */
export function decodeText(bytes: Uint8Array, declared: string | null): string | null {
  const utf8 = isUtf8(bytes);
  const charset = charsetOfMark(bytes) ?? (utf8 ? 'utf-8' : (declared ?? declaredInMeta(bytes) ?? 'windows-1252'));
  const usable = charset.toLowerCase() === 'utf-8' && !utf8 ? 'windows-1252' : charset;
  const text = decodeCharset(bytes, usable).replace(/^\ufeff/, '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters tell a binary file
  const controls = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  return controls > text.length * MAX_CONTROL_SHARE ? null : text;
}
