const namePart = /^[\p{L}][\p{L}'’-]{1,24}$/u;

/** The name to greet with, first name only and properly cased; null when what was given is not a person's name. */
export function firstName(name: string | null): string | null {
  const first =
    name
      ?.normalize('NFC')
      .trim()
      .split(/[\s,]+/u)[0] ?? '';
  if (!namePart.test(first)) return null;
  const uniform = first === first.toLowerCase() || first === first.toUpperCase();
  if (!uniform) return first;
  return first.toLowerCase().replace(/(?:^|-)\p{L}/gu, (letter) => letter.toUpperCase());
}
