import type { ConversationTurn } from '../types.ts';

/** What the customer wrote since anybody answered; all they ever wrote when nothing is newer. */
export function latestCustomerText(conversation: ConversationTurn[]): string {
  const lastAnswer = conversation.findLastIndex(({ from }) => from !== 'customer');
  const newest = conversation.slice(lastAnswer + 1);
  const turns = newest.length > 0 ? newest : conversation.filter(({ from }) => from === 'customer');
  return turns.map(({ text }) => text).join('\n');
}
