// The only file that knows the router: pages import what they need from here.
import { createRouter, searchParams, serializeSearch } from 'sv-router';
import { session } from '$lib/api/client.ts';
import { redirectFor } from './guard.ts';
import NotFound from './NotFound.svelte';

export const { p, navigate, route } = createRouter({
  '/': () => import('../pages/Inbox.svelte'),
  '/leads/:id': () => import('../pages/Inbox.svelte'),
  '/escalations': () => import('../pages/Escalations.svelte'),
  '/vehicles': () => import('../pages/Vehicles.svelte'),
  '/knowledge': () => import('../pages/Knowledge.svelte'),
  '/knowledge/unanswered': () => import('../pages/Knowledge.svelte'),
  '/arrivals': () => import('../pages/Arrivals.svelte'),
  '/outbox': () => import('../pages/Outbox.svelte'),
  '/forms/:id': () => import('../pages/FormEditor.svelte'),
  '/settings': () => import('../pages/Settings.svelte'),
  '/settings/:section': () => import('../pages/Settings.svelte'),
  '/sign-in': () => import('../pages/SignIn.svelte'),
  '/sign-up': () => import('../pages/SignUp.svelte'),
  '/invitation': () => import('../pages/Invitation.svelte'),
  '*': NotFound,
  hooks: {
    async beforeLoad({ pathname, search }) {
      const signedIn = await session.restore();
      const elsewhere = redirectFor(pathname, serializeSearch(search) ?? '', signedIn);
      if (!elsewhere) return;
      const next = elsewhere.next && !session.wasLeft ? { search: { next: elsewhere.next } } : {};
      throw await goTo(elsewhere.path, { replace: true, ...next });
    },
  },
});

interface GoOptions {
  replace?: boolean;
  search?: string | Record<string, string>;
  /** Leaves the focus where it is, for moving through a list. */
  keepFocus?: boolean;
}

/** Goes to a path of the dashboard that is only known at run time. */
export function goTo(path: string, { replace = false, search, keepFocus = false }: GoOptions = {}): Promise<Error> {
  const [pathname = '/', query] = path.split('?');
  const go = navigate as (path: string, options: object) => Promise<Error>;
  const wanted = search ?? query;
  return go(pathname, { replace, state: { keepFocus }, ...(wanted ? { search: wanted } : {}) });
}

/** The search part of the address, reactive, without its question mark. */
export function currentSearch(): string {
  return searchParams.toString();
}

/** Whether the navigation that led here asked for the focus to stay. */
export function focusStays(): boolean {
  const { state } = route;
  return typeof state === 'object' && state !== null && 'keepFocus' in state && state.keepFocus === true;
}

/** Opening a link in a new tab stays the browser's business: the router would take those clicks as well. */
export function leaveModifiedClicks(): () => void {
  const keep = (event: MouseEvent) => {
    if (
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey ||
      event.button !== 0 ||
      event.defaultPrevented
    ) {
      event.stopPropagation();
    }
  };
  document.addEventListener('click', keep);
  return () => document.removeEventListener('click', keep);
}
