import { Norvalt } from '@norvalt/sdk';
import { forgetDrafts } from '$features/lead/draft.ts';
import { createAuthorisedFetch } from './authorised-fetch.ts';
import { Session } from './session.svelte.ts';

const channel = new BroadcastChannel('norvalt.session');

/** Who is signed in; see Session. */
export const session: Session = new Session({
  refresh: () => norvalt.auth.refresh(),
  logOut: () => norvalt.auth.logOut(),
  now: () => Date.now(),
  storage: localStorage,
  announce: (what) => {
    if (what === 'signed-out') forgetDrafts(sessionStorage);
    channel.postMessage(what);
  },
});

/** The API, as the person who is signed in. */
export const norvalt = new Norvalt({
  baseUrl: '/',
  fetch: createAuthorisedFetch((input, init) => fetch(input, init), session),
});

channel.addEventListener('message', ({ data }) => {
  if (data === 'signed-out') {
    session.leave();
    forgetDrafts(sessionStorage);
  } else if (data === 'signed-in' && session.state === 'signed-out') void session.restore().catch(() => undefined);
});
