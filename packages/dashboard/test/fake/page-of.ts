/** A page of a list; the cursor is the place to go on from. */
export function pageOf<T>(
  items: T[],
  query: URLSearchParams,
): { data: T[]; has_more: boolean; next_cursor: string | null } {
  const start = Number(query.get('cursor') ?? 0);
  const end = start + Number(query.get('limit') ?? 25);
  const more = end < items.length;
  return { data: items.slice(start, end), has_more: more, next_cursor: more ? String(end) : null };
}
