/**
 * A reply as it is said in a chat: after the first it neither greets again nor says again who writes, which stands beside
 * every message.
 */
export function toChatText(reply: string, isFirst: boolean): string {
  if (isFirst) return reply;
  const paragraphs = reply.split('\n\n');
  const greets = paragraphs.length > 1 && /^[^\n.?!:]{1,60},$/.test(paragraphs[0] ?? '');
  const body = paragraphs.slice(greets ? 1 : 0, -1);
  return body.length === 0 ? reply : body.join('\n\n');
}
