import type { DraftApprove, Message } from '@norvalt/sdk';
import type { QueryClient } from '@tanstack/svelte-query';
import { norvalt } from '$lib/api/client.ts';
import { explain } from '$lib/api/explain.ts';
import { keys } from '$lib/api/keys.ts';
import { toProblem } from '$lib/api/problem.ts';
import { i18n } from '$lib/i18n/i18n.svelte.ts';
import { toasts } from '$lib/ui/toasts.svelte.ts';

/** How it went; `stale` is the words that stock, settings and knowledge no longer back. */
export type DraftOutcome = { ok: true } | { ok: false; stale: string | null };

async function run(
  queryClient: QueryClient,
  message: Message,
  act: () => PromiseLike<Message>,
  said: string,
): Promise<DraftOutcome> {
  const { lead_id: leadId } = message;
  try {
    const changed = await act();
    queryClient.setQueryData<Message[]>(keys.messages(leadId), (messages) =>
      messages?.map((other) => (other.id === changed.id ? changed : other)),
    );
    toasts.show(said);
    return { ok: true };
  } catch (error) {
    const problem = toProblem(error);
    const isOvertaken = problem.code === 'conflict' && problem.complaints.length === 0;
    // Each stands there as `“words”: objection`, and the words are enough: what they should say is in the stock.
    if (problem.code === 'conflict' && problem.complaints.length > 0)
      return { ok: false, stale: problem.complaints.map((line) => line.replace(/”: .*$/s, '”')).join(', ') };
    toasts.show(isOvertaken ? i18n.t.drafts.overtaken : explain(problem, i18n.t), { tone: 'error' });
    return { ok: false, stale: null };
  } finally {
    for (const queryKey of [keys.messages(leadId), keys.escalations, keys.history(leadId)])
      void queryClient.invalidateQueries({ queryKey });
  }
}

/** Lets a draft out, with other words where some are given. */
export function approveDraft(queryClient: QueryClient, message: Message, body: DraftApprove): Promise<DraftOutcome> {
  const act = () => norvalt.leads.messages.approve(message.lead_id, message.id, body);
  return run(queryClient, message, act, i18n.t.drafts.sent);
}

/** Throws a draft away. */
export function discardDraft(queryClient: QueryClient, message: Message): Promise<DraftOutcome> {
  const act = () => norvalt.leads.messages.discard(message.lead_id, message.id);
  return run(queryClient, message, act, i18n.t.drafts.discarded);
}
