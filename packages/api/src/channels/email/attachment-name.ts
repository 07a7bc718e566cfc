const longestName = 120;

/**
 * A file name that is safe in a path, a header and on a screen: no directories, control or direction characters,
 * no leading dots; `fallback` when nothing is left.
 */
export function attachmentName(given: string | undefined, fallback: string): string {
  const base = (given ?? '').slice(-1000).split(/[/\\]/).at(-1) ?? '';
  const clean = base
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+/, '')
    .trim();
  if (clean.length <= longestName) return clean === '' ? fallback : clean;
  const dot = clean.lastIndexOf('.');
  const extension = dot > 0 && clean.length - dot <= 12 ? clean.slice(dot) : '';
  return clean.slice(0, longestName - extension.length) + extension;
}
