const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The text of `bytes`; a charset nobody knows is read as UTF-8, bytes that do not fit become replacement characters. */
export function decodeCharset(bytes: Uint8Array, charset: string): string {
  const decoder = textDecoder(charset);
  const text = decoder.decode(bytes);
  if (decoder.encoding !== 'windows-1252') return text;
  // Node 20 reads this charset as ISO 8859-1 and leaves 0x80-0x9f (€ ’ – …) as control characters.
  return text.replace(/[\u0080-\u009f]/g, (char) => windows1252.charAt(char.charCodeAt(0) - 0x80));
}

function textDecoder(charset: string) {
  try {
    return new TextDecoder(charset, { ignoreBOM: true });
  } catch {
    return new TextDecoder('utf-8', { ignoreBOM: true });
  }
}
