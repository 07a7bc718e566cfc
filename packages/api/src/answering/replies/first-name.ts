const namePart = /^[\p{L}][\p{L}'’-]{1,24}$/u;

/** A customer's name as a greeting may use it; both null when what was given is not a person's name. */
export interface GreetedName {
  first: string | null;
  /** First name and what follows, for languages that greet by the surname too. */
  full: string | null;
}

function spell(part: string): string {
  const uniform = part === part.toLowerCase() || part === part.toUpperCase();
  if (!uniform) return part;
  return part.toLowerCase().replace(/(?:^|-)\p{L}/gu, (letter) => letter.toUpperCase());
}

/** The name to greet with, first name only and properly cased; null when what was given is not a person's name. */
export function firstName(name: string | null): string | null {
  const first =
    name
      ?.normalize('NFC')
      .trim()
      .split(/[\s,]+/u)[0] ?? '';
  if (!namePart.test(first)) return null;
  return spell(first);
}

/** First and full name to greet with; the full name is left out when a part of it is not one. */
export function greetedName(name: string | null): GreetedName {
  const first = firstName(name);
  const parts = name?.normalize('NFC').trim().split(/\s+/u) ?? [];
  const isWhole = first !== null && parts.length <= 4 && parts.every((part) => namePart.test(part));
  return { first, full: isWhole ? parts.map(spell).join(' ') : first };
}
