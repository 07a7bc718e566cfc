import { Binary } from 'bson';
import { isDoc } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import type { Reply, Request } from './request.ts';
import { committedView, type View } from './view.ts';

/** What a command reads: the state of its transaction, or the committed one. */
export function viewOf(request: Request): View {
  return request.transaction?.view() ?? committedView(request.server.store);
}

/** `commitTransaction`. */
export async function commitTransaction(request: Request): Promise<Reply> {
  await request.server.sessions.commit(request);
  return {};
}

/** `abortTransaction`. */
export function abortTransaction(request: Request): Reply {
  const { server, session, txnNumber } = request;
  if (session && server.sessions.abort(server, session, txnNumber)) return {};
  throw new MongoError(251, `Transaction with number ${txnNumber} is not in progress`);
}

/** `endSessions`: ends their transactions and closes their cursors. */
export function endSessions(request: Request): Reply {
  const list = request.command.get(request.name);
  for (const item of Array.isArray(list) ? list : []) {
    const id = isDoc(item) ? item.get('id') : undefined;
    if (!(id instanceof Binary)) continue;
    request.server.sessions.abort(request.server, id);
    request.server.cursors.killOwned(id.toString('hex'));
  }
  return {};
}
