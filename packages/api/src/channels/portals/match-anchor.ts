/** Where in a line an anchor was found; its words are before `end`. */
export interface AnchorMatch {
  start: number;
  end: number;
}

/** Lower case of the same length, so that places in it are places in the text. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

/**
 * Finds the words of an anchor in a line, in any case; `*` stands for any words. Goes through the line once for each part,
 * so that no anchor and no line can make it slow.
 */
export function matchAnchor(line: string, anchor: string, where: 'start' | 'anywhere'): AnchorMatch | null {
  const text = fold(line);
  const parts = fold(anchor)
    .split('*')
    .map((part) => part.trim());
  const [first = '', ...others] = parts;
  const start = where === 'start' ? (text.startsWith(first) ? 0 : -1) : text.indexOf(first);
  if (start < 0) return null;
  let end = start + first.length;
  for (const part of others) {
    const at = text.indexOf(part, end);
    if (at < 0) return null;
    end = part === '' ? text.length : at + part.length;
  }
  return { start, end };
}
