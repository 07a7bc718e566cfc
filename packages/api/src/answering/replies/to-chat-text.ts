import { withoutGreeting } from './without-greeting.ts';

/**
 * A reply as it is said in a chat: after the first it neither greets again nor says again who writes, which stands beside
 * every message.
 */
export function toChatText(reply: string, isFirst: boolean): string {
  const body = reply.split('\n\n').slice(0, -1).join('\n\n');
  return isFirst || body === '' ? reply : withoutGreeting(body);
}
