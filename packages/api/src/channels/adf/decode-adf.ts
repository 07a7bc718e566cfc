import { decodeCharset } from '../email/decode-charset.ts';

const DECLARED = /<\?xml[^>]{0,100}encoding=["']([\w-]{1,40})["']/i;

/** The charset of the two bytes that some programs begin a document with. */
function byMark(bytes: Buffer): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/**
 * The text of an ADF document: by its byte order mark, then as its sender says, then as it declares itself. One that says
 * it is UTF-16 in single bytes was a string of a program that said so, and is UTF-8.
 */
export function decodeAdf(bytes: Buffer, said: string | null = null): string {
  const marked = byMark(bytes);
  if (marked !== null) return decodeCharset(bytes, marked);
  const declared = DECLARED.exec(bytes.subarray(0, 200).toString('latin1'))?.[1] ?? null;
  const charset = said ?? declared ?? 'utf-8';
  const inSingleBytes = declared !== null || bytes.subarray(0, 200).includes('<adf') || bytes[0] === 0x3c;
  return decodeCharset(bytes, /^utf-?16/i.test(charset) && inSingleBytes && bytes[1] !== 0 ? 'utf-8' : charset);
}
