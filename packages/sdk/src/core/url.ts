import { NorvaltError } from './errors.ts';

function encodeSegment(segment: unknown): string {
  if (typeof segment !== 'string' || segment === '' || segment === '.' || segment === '..') {
    const shown = typeof segment === 'string' ? `"${segment}"` : String(segment);
    throw new NorvaltError(`An id must be a string such as "lead_01J…", not ${shown}`);
  }
  return encodeURIComponent(segment);
}

/** Encodes a query; a list becomes `a,b`, and what is undefined, null or empty is left out. */
function encodeQuery(query: object): string {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(query)) {
    const parts = [value].flat().filter((part) => part !== undefined && part !== null && part !== '');
    const encoded = parts.map((part) => encodeURIComponent(String(part))).join(',');
    if (encoded) pairs.push(`${encodeURIComponent(name)}=${encoded}`);
  }
  return pairs.join('&');
}

/** The address of an operation; throws NorvaltError for a path segment that is no id (empty, `.`, `..`, not a string). */
export function buildUrl(baseUrl: string, path: readonly string[], query: object = {}): string {
  const search = encodeQuery(query);
  return `${baseUrl}/${path.map(encodeSegment).join('/')}${search && `?${search}`}`;
}
