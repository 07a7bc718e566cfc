const SECRET_NAME = /token|secret|signature|password|authorization|api[_-]?key/i;
const MAX_TEXT = 4000;
const MAX_ITEMS = 200;
const MAX_DEPTH = 8;
const HIDDEN = '[hidden]';

/** A copy of what came in that may be shown: secrets hidden, texts cut at 4000 characters, lists at 200 entries. */
export function redactPayload(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}…` : value;
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  if (depth >= MAX_DEPTH) return HIDDEN;
  if (Array.isArray(value)) {
    // A field of a form is kept as its name and its values.
    const [name] = value;
    if (value.length === 2 && typeof name === 'string' && SECRET_NAME.test(name)) return [name, HIDDEN];
    return value.slice(0, MAX_ITEMS).map((item) => redactPayload(item, depth + 1));
  }
  const entries = Object.entries(value).slice(0, MAX_ITEMS);
  return Object.fromEntries(
    entries.map(([name, item]) => [name, SECRET_NAME.test(name) ? HIDDEN : redactPayload(item, depth + 1)]),
  );
}
