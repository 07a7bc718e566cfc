import type { Escalation, EscalationAssign, EscalationResolve } from '@norvalt/sdk';
import type { QueryClient } from '@tanstack/svelte-query';
import { norvalt } from '$lib/api/client.ts';
import { explain } from '$lib/api/explain.ts';
import { keys } from '$lib/api/keys.ts';
import { toProblem } from '$lib/api/problem.ts';
import { i18n } from '$lib/i18n/i18n.svelte.ts';
import { toasts } from '$lib/ui/toasts.svelte.ts';

type Change = () => PromiseLike<Escalation>;

async function change(queryClient: QueryClient, act: Change, said: string): Promise<void> {
  try {
    await act();
    toasts.show(said);
  } finally {
    await queryClient.invalidateQueries({ queryKey: keys.escalations });
  }
}

async function run(queryClient: QueryClient, act: Change, said: string): Promise<boolean> {
  try {
    await change(queryClient, act, said);
    return true;
  } catch (error) {
    toasts.show(explain(toProblem(error), i18n.t), { tone: 'error' });
    return false;
  }
}

/** Takes an escalation, or gives it back to the queue. Returns whether it worked; who was slower is told. */
export function assignEscalation(queryClient: QueryClient, id: string, body: EscalationAssign): Promise<boolean> {
  const t = i18n.t.escalations;
  return run(queryClient, () => norvalt.escalations.assign(id, body), body.user_id === null ? t.givenBack : t.taken);
}

/**
 * Marks it as dealt with.
 * @throws what the API answered
 */
export async function resolveEscalation(
  queryClient: QueryClient,
  escalation: Escalation,
  body: EscalationResolve,
): Promise<void> {
  await change(queryClient, () => norvalt.escalations.resolve(escalation.id, body), i18n.t.escalations.done);
  if (!escalation.lead_id) return;
  void queryClient.invalidateQueries({ queryKey: keys.lead(escalation.lead_id) });
  void queryClient.invalidateQueries({ queryKey: keys.history(escalation.lead_id) });
}

/** Puts it back into the queue. */
export function reopenEscalation(queryClient: QueryClient, id: string): Promise<boolean> {
  return run(queryClient, () => norvalt.escalations.reopen(id), i18n.t.escalations.reopened);
}
