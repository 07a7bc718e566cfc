/** Text without the marks of Markdown, as it is said in a message. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:#{1,6}|>|[-*+•]|\d+[.)])\s+/gm, '')
    .replace(/(\*\*|__|\*|`)(\S(?:.*?\S)?)\1/g, '$2')
    .replace(/\s*\|\s*$/gm, '')
    .replace(/\s+\|\s+/g, ' – ');
}
