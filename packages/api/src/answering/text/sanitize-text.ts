/** As much of a text as a model gets to read. */
export const LONGEST_TEXT = 8000;
const htmlComment = /<!--[\s\S]*?(?:-->|$)/g;
// Quantifiers are bounded and never cross a tag, so that hostile markup cannot make them slow.
const hiddenElement =
  /<([a-z][a-z0-9]{0,15})\b[^<>]{0,300}?style\s{0,3}=\s{0,3}["'][^"'<>]{0,300}?(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|font-size\s{0,3}:\s{0,3}0)[^<>]{0,300}>[\s\S]{0,2000}?<\/\1\s*>/gi;
const scriptOrStyle = /<(script|style)\b[^<>]{0,300}>[\s\S]*?(?:<\/\1\s*>|$)/gi;
const markupTag = /<\/?[a-z][^<>]*>/gi;
// Soft hyphen, zero-width and word-joiner characters, byte order mark, bidirectional controls, tag characters.
const invisible = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Removes what a reader would not see: comments, hidden markup, scripts, tags, invisible and control characters. */
export function stripUnseen(text: string): string {
  return text
    .replace(htmlComment, ' ')
    .replace(hiddenElement, ' ')
    .replace(scriptOrStyle, ' ')
    .replace(markupTag, ' ')
    .replace(invisible, '')
    .replace(control, ' ');
}

/** Removes what a reader would not see (comments, hidden markup, invisible characters) and caps at 8000 characters. */
export function sanitizeText(text: string): string {
  return stripUnseen(text.slice(0, LONGEST_TEXT * 4))
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, LONGEST_TEXT);
}
