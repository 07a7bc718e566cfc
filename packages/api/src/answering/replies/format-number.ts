// A plain space between thousands, so that the text can be compared and fits an SMS.
function groupThousands(value: number): string {
  return Math.round(value)
    .toString()
    .replace(/\B(?=(?:\d{3})+$)/g, ' ');
}

/** Whole kroner as they are written to a customer: `489 000 kr`. */
export function formatPrice(kroner: number): string {
  return `${groupThousands(kroner)} kr`;
}

/** Kilometres as they are written to a customer: `41 000 km`. */
export function formatDistance(kilometres: number): string {
  return `${groupThousands(kilometres)} km`;
}

/** `a`, `a and b`, `a, b and c`. */
export function joinList(items: readonly string[], conjunction: string): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}
