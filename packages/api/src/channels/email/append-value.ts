/** Adds one more value under a name, after those that are there. */
export function appendValue(values: Map<string, string[]>, name: string, value: string): void {
  const existing = values.get(name);
  if (existing) existing.push(value);
  else values.set(name, [value]);
}
