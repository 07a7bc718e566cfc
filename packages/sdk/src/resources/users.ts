import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type { PageQuery, User, UserInvite, UserList } from '../types.ts';
import { Resource } from './resource.ts';

/** The people of the dealership. */
export class Users extends Resource {
  /** Lists people by the time they joined. */
  readonly list: (query?: PageQuery, options?: CallOptions) => PagePromise<User, UserList> = this.lists('users');

  /** Invites a colleague by e-mail; again, with a new link, when done twice. */
  readonly invite: (body: UserInvite, options?: CallOptions) => ResultPromise<User> = this.posts('users');
}
