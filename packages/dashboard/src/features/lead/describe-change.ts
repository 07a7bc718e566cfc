import type { HistoryEntry } from '@norvalt/sdk';
import type { Messages } from '$lib/i18n/i18n.svelte.ts';

/** The words for the values of an entry, by its type; what is not in them (names, tags) is shown as it is. */
function vocabulary(type: HistoryEntry['type'], t: Messages): Record<string, string> {
  switch (type) {
    case 'status_changed':
      return t.status;
    case 'handled_by_changed':
      return t.history.handledBy;
    case 'created':
    case 'submission_added':
    case 'submission_repeated':
      return t.source;
    case 'message_received':
    case 'message_sent':
    case 'message_failed':
    case 'message_withheld':
    case 'draft_approved':
    case 'draft_discarded':
    case 'follow_up_sent':
      return t.channel;
    case 'escalated':
    case 'escalation_resolved':
      return t.escalations.reasons;
    default:
      return {};
  }
}

/** What an entry of the history changed, in the reader's words: `New → Contacted`, or null when nothing to compare. */
export function describeChange(entry: HistoryEntry, t: Messages): string | null {
  const words = new Map(Object.entries(vocabulary(entry.type, t)));
  const name = (value: string | null) => (value === null || isId(value) ? null : (words.get(value) ?? value));
  const from = name(entry.from);
  const to = name(entry.to);
  if (from && to) return t.history.change(from, to);
  return to ?? from;
}

/** An id tells a person nothing. */
function isId(value: string): boolean {
  return /^[a-z]{2,8}_[0-9A-Z]{26}$/.test(value);
}
