/** Both cases of a letter, or the character alone. */
function cases(char: string): string {
  const [lower, upper] = [char.toLowerCase(), char.toUpperCase()];
  return lower !== upper && lower.length === 1 && upper.length === 1 ? lower + upper : char;
}

/** One class such as `[a-z_]` with both cases; undefined where a range is not one of plain letters or of no letters. */
function foldClass(text: string): string | undefined {
  const parts = text.match(/\\.|[\s\S]-[\s\S]|[\s\S]/g) ?? [];
  let folded = '';
  for (const part of parts) {
    if (part.startsWith('\\')) folded += part;
    else if (part.length === 3) {
      if (/^([a-z]-[a-z]|[A-Z]-[A-Z])$/.test(part)) folded += part.toLowerCase() + part.toUpperCase();
      else if (/^[0-9]-[0-9]$/.test(part)) folded += part;
      else return undefined;
    } else folded += cases(part);
  }
  return folded;
}

/**
 * Writes a pattern so that it needs no flag i: `ola` becomes `[oO][lL][aA]`. Undefined where that is not plain, such as
 * with named groups, code points by number and odd ranges.
 */
export function foldCase(source: string): string | undefined {
  if (/\\[uxckpP]|\(\?[^:=!]/.test(source)) return undefined;
  let folded = '';
  for (let i = 0; i < source.length; i++) {
    const char = source[i] ?? '';
    if (char === '\\') folded += char + (source[++i] ?? '');
    else if (char === '[') {
      const end = /^\[\^?(?:\\.|[^\]\\])*\]/.exec(source.slice(i))?.[0];
      if (end === undefined) return undefined;
      const head = end.startsWith('[^') ? '[^' : '[';
      const body = foldClass(end.slice(head.length, -1));
      if (body === undefined) return undefined;
      folded += `${head}${body}]`;
      i += end.length - 1;
    } else {
      const both = cases(char);
      folded += both.length === 1 ? both : `[${both}]`;
    }
  }
  return folded;
}
