import type { CallOptions } from '../core/config.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type { AcceptInvitation, LogIn, Me, MeUpdate, Session, SignUp } from '../types.ts';
import { Resource } from './resource.ts';

/** Sign up, sign in, stay signed in. */
export class Auth extends Resource {
  /** Creates a dealership and its first user; the refresh token comes in an httpOnly cookie. */
  signUp(body: SignUp, options?: CallOptions): ResultPromise<Session> {
    return this.#post('signup', body, options);
  }

  /** Signs in; the refresh token comes in an httpOnly cookie. */
  logIn(body: LogIn, options?: CallOptions): ResultPromise<Session> {
    return this.#post('login', body, options);
  }

  /** Gets a new access token for the refresh cookie, and a new cookie. */
  refresh(options?: CallOptions): ResultPromise<Session> {
    return this.#post('refresh', undefined, options);
  }

  /** Accepts the invitation of a colleague and signs in. */
  acceptInvitation(body: AcceptInvitation, options?: CallOptions): ResultPromise<Session> {
    return this.#post('accept-invitation', body, options);
  }

  /** Ends the session of the access token, or of the refresh cookie. */
  readonly logOut: (options?: CallOptions) => ResultPromise<void> = this.acts('auth/logout');

  /** Reads who is signed in. */
  readonly me: (options?: CallOptions) => ResultPromise<Me> = this.gets('auth/me');

  /** Changes one's own profile. */
  readonly updateMe: (body: MeUpdate, options?: CallOptions) => ResultPromise<Me> = this.patches('auth/me');

  /** Without credentials: an `accessToken` function may call these to get one. */
  #post(name: string, body: unknown, options?: CallOptions): ResultPromise<Session> {
    return this.transport.request({ method: 'POST', path: ['v1', 'auth', name], body, anonymous: true }, options);
  }
}
