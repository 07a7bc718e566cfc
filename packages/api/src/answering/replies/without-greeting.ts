/** A text without the greeting that stands in a paragraph of its own above it. */
export function withoutGreeting(text: string): string {
  const [first = '', ...rest] = text.split('\n\n');
  return rest.length > 0 && /^[^\n.?!:]{1,60},$/.test(first) ? rest.join('\n\n') : text;
}
