import type { Lead, LeadUpdate } from '@norvalt/sdk';
import type { InfiniteData, QueryClient } from '@tanstack/svelte-query';
import { norvalt } from '$lib/api/client.ts';
import { explain } from '$lib/api/explain.ts';
import { keys } from '$lib/api/keys.ts';
import { toProblem } from '$lib/api/problem.ts';
import { i18n } from '$lib/i18n/i18n.svelte.ts';
import { putInLists } from '$lib/realtime/live-events.svelte.ts';
import { toasts } from '$lib/ui/toasts.svelte.ts';

/** A lead with the version it was read at. */
export interface VersionedLead {
  lead: Lead;
  etag: string | null;
}

/** Reads a lead and its version. */
export async function readLead(leadId: string, signal?: AbortSignal): Promise<VersionedLead> {
  const { data, response } = await norvalt.leads.get(leadId, signal ? { signal } : {}).withResponse();
  return { lead: data, etag: response.headers.get('etag') };
}

/**
 * Changes a lead unless somebody was faster; then it is read again.
 * @throws what the API answered
 */
export async function updateLead(queryClient: QueryClient, leadId: string, change: LeadUpdate): Promise<void> {
  const known = queryClient.getQueryData<VersionedLead>(keys.lead(leadId)) ?? (await readLead(leadId));
  try {
    const { data, response } = await norvalt.leads
      .update(leadId, change, { ifMatch: known.etag ?? undefined })
      .withResponse();
    keepLead(queryClient, { lead: data, etag: response.headers.get('etag') });
    void queryClient.invalidateQueries({ queryKey: keys.history(leadId) });
  } catch (error) {
    if (toProblem(error).code === 'precondition_failed') keepLead(queryClient, await readLead(leadId));
    throw error;
  }
}

/** Changes a lead; where that fails the reader is told. Returns whether it changed. */
export async function changeLead(queryClient: QueryClient, leadId: string, change: LeadUpdate): Promise<boolean> {
  try {
    await updateLead(queryClient, leadId, change);
    return true;
  } catch (error) {
    toasts.show(explain(toProblem(error), i18n.t), { tone: 'error' });
    return false;
  }
}

function keepLead(queryClient: QueryClient, answer: VersionedLead): void {
  queryClient.setQueryData(keys.lead(answer.lead.id), answer);
  putInLists(queryClient, answer.lead);
}

/** Marks a lead as read, on the screen at once. */
export async function markRead(queryClient: QueryClient, lead: Lead): Promise<void> {
  if (!lead.unread) return;
  const show = (unread: boolean) => {
    putInLists(queryClient, { ...lead, unread });
    queryClient.setQueryData<VersionedLead>(keys.lead(lead.id), (known) =>
      known ? { ...known, lead: { ...known.lead, unread } } : known,
    );
  };
  show(false);
  await norvalt.leads.markRead(lead.id).catch(() => show(true));
}

/** Deletes a lead, from the screen at once, and offers to take it back. */
export async function deleteLead(queryClient: QueryClient, leadId: string): Promise<void> {
  queryClient.setQueriesData<InfiniteData<{ data: Lead[] }>>(
    { queryKey: keys.leadLists },
    (list) =>
      list && {
        ...list,
        pages: list.pages.map((page) => ({ ...page, data: page.data.filter(({ id }) => id !== leadId) })),
      },
  );
  try {
    await norvalt.leads.delete(leadId);
    toasts.show(i18n.t.lead.deleted, {
      action: { label: i18n.t.common.undo, run: () => void restoreLead(queryClient, leadId) },
    });
  } catch (error) {
    toasts.show(explain(toProblem(error), i18n.t), { tone: 'error' });
    await queryClient.invalidateQueries({ queryKey: keys.leadLists });
  }
}

/** Takes a deletion back. */
export async function restoreLead(queryClient: QueryClient, leadId: string): Promise<void> {
  try {
    await norvalt.leads.restore(leadId);
    toasts.show(i18n.t.lead.restored);
  } catch (error) {
    toasts.show(explain(toProblem(error), i18n.t), { tone: 'error' });
  }
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: keys.lead(leadId) }),
    queryClient.invalidateQueries({ queryKey: keys.leadLists }),
  ]);
}
