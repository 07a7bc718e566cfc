import { readLead } from '$features/lead/lead-actions.ts';
import { norvalt } from '$lib/api/client.ts';
import { queryClient } from '$lib/api/query-client.ts';
import { i18n } from '$lib/i18n/i18n.svelte.ts';
import { LiveEvents } from '$lib/realtime/live-events.svelte.ts';
import { toasts } from '$lib/ui/toasts.svelte.ts';
import { goTo } from './router.ts';

/** A tab in the background gets no frames, but should be up to date when somebody comes back to it. */
function perFrame(flush: () => void): void {
  if (document.visibilityState === 'visible') requestAnimationFrame(flush);
  else setTimeout(flush, 100);
}

/** The stream of changes of the person who is signed in. */
export const live = new LiveEvents({
  open: (options) => norvalt.live(options),
  queryClient,
  readLead,
  schedule: perFrame,
  onLeadCreated: (lead) => {
    const { t } = i18n;
    toasts.show(t.inbox.arrived(lead.customer.name ?? t.inbox.unnamed), {
      action: { label: t.arrivals.openLead, run: () => void goTo(`/leads/${lead.id}`) },
    });
  },
});
