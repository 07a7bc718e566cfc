import type { HistoryEntry } from '@norvalt/sdk';
import type { Messages } from '$lib/i18n/i18n.svelte.ts';

/** What an entry of the history changed, in the reader's words: `New → Contacted`, or null when nothing to compare. */
export function describeChange(entry: HistoryEntry, t: Messages): string | null {
  const words: Record<string, string> =
    entry.type === 'status_changed' ? t.status : entry.type === 'handled_by_changed' ? t.history.handledBy : {};
  const name = (value: string | null) => (value === null ? null : (words[value] ?? value));
  const from = name(entry.from);
  const to = name(entry.to);
  if (from && to) return t.history.change(from, to);
  return to ?? from;
}
