/** Looks a mail header up by its lower-case name; empty when it is missing. */
export type HeaderReader = (name: string) => string;

/** Reads headers from a map or a record alike. */
export function readHeaders(headers: ReadonlyMap<string, string> | Record<string, string> | undefined): HeaderReader {
  if (headers === undefined) return () => '';
  const entries = headers instanceof Map ? [...headers] : Object.entries(headers as Record<string, string>);
  const byName = new Map(entries.map(([name, value]): [string, string] => [name.toLowerCase(), String(value).trim()]));
  return (name) => byName.get(name) ?? '';
}
