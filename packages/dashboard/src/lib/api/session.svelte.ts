import type { DealershipSummary, Session as SessionAnswer, User } from '@norvalt/sdk';
import type { AccessTokens } from './authorised-fetch.ts';
import { singleFlight } from './single-flight.ts';

const renewBeforeExpiryMs = 30_000;
const hintKey = 'norvalt.signed-in';

/** `unreachable`: somebody was signed in here, and the server did not answer when asked to go on. */
export type SessionState = 'restoring' | 'signed-in' | 'signed-out' | 'unreachable';

export interface SessionDependencies {
  /** Trades the refresh cookie for a new access token; rejects with a `status` when the session has ended. */
  refresh: () => Promise<SessionAnswer>;
  /** Ends the session on the server. */
  logOut: () => Promise<void>;
  now: () => number;
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Tells the other tabs; they call `leave` or `restore`. */
  announce: (what: 'signed-in' | 'signed-out') => void;
}

/** Who is signed in. The access token lives in memory only; the refresh token is a cookie scripts cannot read. */
export class Session implements AccessTokens {
  #dependencies: SessionDependencies;
  #token: string | null = null;
  #expiresAtMs = 0;
  #state = $state<SessionState>('restoring');
  #user = $state.raw<User | null>(null);
  #dealership = $state.raw<DealershipSummary | null>(null);
  #wasLeft = false;
  #renewOnce: () => Promise<string | null>;

  constructor(dependencies: SessionDependencies) {
    this.#dependencies = dependencies;
    this.#renewOnce = singleFlight(() => this.#refresh());
  }

  get state(): SessionState {
    return this.#state;
  }

  get user(): User | null {
    return this.#user;
  }

  get dealership(): DealershipSummary | null {
    return this.#dealership;
  }

  /** Whether somebody signed out, here or in another tab, and nobody has signed in since; not that a session ran out. */
  get wasLeft(): boolean {
    return this.#wasLeft;
  }

  /** Viewers read; everybody else may change leads and stock. What the server allows decides, this only hides buttons. */
  get canWrite(): boolean {
    return this.#user !== null && this.#user.role !== 'viewer';
  }

  /** Managers and admins also delete, and change the dealership. */
  get canManage(): boolean {
    return this.#user?.role === 'admin' || this.#user?.role === 'manager';
  }

  /** Admins also invite people and handle keys. */
  get isAdmin(): boolean {
    return this.#user?.role === 'admin';
  }

  /** Comes back after a reload; rejects when the server does not answer. Who never signed in here is not asked about. */
  restore = singleFlight(async (): Promise<boolean> => {
    if (this.#state === 'signed-in') return true;
    if (this.#dependencies.storage.getItem(hintKey) === null) {
      this.#state = 'signed-out';
      return false;
    }
    return (await this.#renewOnce()) !== null;
  });

  async current(): Promise<string | null> {
    if (this.#token === null) return null;
    const lifeLeftMs = this.#expiresAtMs - this.#dependencies.now();
    if (lifeLeftMs > renewBeforeExpiryMs) return this.#token;
    return this.#renewOnce().catch(() => this.#token);
  }

  async renew(refused: string): Promise<string | null> {
    if (this.#token !== null && this.#token !== refused) return this.#token;
    return this.#renewOnce();
  }

  /** Takes over the answer to a sign-in, sign-up or accepted invitation. */
  adopt(answer: SessionAnswer, { announce = true } = {}): void {
    this.#token = answer.access_token;
    this.#expiresAtMs = this.#dependencies.now() + answer.expires_in * 1000;
    this.#user = answer.user;
    this.#dealership = answer.dealership;
    this.#state = 'signed-in';
    this.#wasLeft = false;
    this.#dependencies.storage.setItem(hintKey, '1');
    if (announce) this.#dependencies.announce('signed-in');
  }

  updateUser(user: User): void {
    this.#user = user;
  }

  /** Ends the session here, on the server and in every tab, even when the server cannot be reached. */
  async signOut(): Promise<void> {
    try {
      await this.#dependencies.logOut();
    } finally {
      this.leave();
      this.#dependencies.announce('signed-out');
    }
  }

  /** Forgets who is signed in because they signed out: nobody is to go on where they were. */
  leave(): void {
    this.#wasLeft = true;
    this.forget();
  }

  forget(): void {
    this.#token = null;
    this.#user = null;
    this.#dealership = null;
    this.#state = 'signed-out';
    this.#dependencies.storage.removeItem(hintKey);
  }

  async #refresh(): Promise<string | null> {
    try {
      this.adopt(await this.#dependencies.refresh(), { announce: false });
      return this.#token;
    } catch (error) {
      if (isRefusal(error)) {
        this.forget();
        return null;
      }
      if (this.#state === 'restoring') this.#state = 'unreachable';
      throw error;
    }
  }
}

function isRefusal(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('status' in error)) return false;
  return error.status === 401 || error.status === 403;
}
