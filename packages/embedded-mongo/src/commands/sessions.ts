import type { Reply, Request } from './request.ts';
import { committedView, type View } from './view.ts';

/** What a command reads: the state of its transaction, or the committed one. */
export function viewOf(request: Request): View {
  return committedView(request.server.store);
}

/** `endSessions`. */
export function endSessions(_request: Request): Reply {
  return {};
}
