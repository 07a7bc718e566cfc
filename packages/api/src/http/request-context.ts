import type { Scope } from '../features/api-keys/model.ts';
import type { Role } from '../features/users/model.ts';
import type { Services } from '../services.ts';

/** Who is asking. */
export type Actor =
  | { type: 'user'; dealershipId: string; userId: string; sessionId: string; role: Role; name: string }
  | {
      type: 'api_key';
      dealershipId: string;
      keyId: string;
      kind: 'publishable' | 'secret';
      mode: 'live' | 'test';
      scopes: readonly Scope[];
      allowedOrigins: readonly string[];
      name: string;
    }
  | {
      /** The visitor of one chat, who may do nothing but chat. */
      type: 'visitor';
      dealershipId: string;
      sessionId: string;
      test: boolean;
      /** The only origin the token is good on; null for any. */
      origin: string | null;
      /** The token has run out, and is only good for a new one. */
      expired: boolean;
      name: string;
    };

/** Where a request comes from, as far as it can be told. */
export interface Visitor {
  ip: string;
  origin: string | null;
  userAgent: string;
}

/** What an operation that needs no credentials gets. */
export interface PublicContext {
  requestId: string;
  services: Services;
  visitor: Visitor;
}

/** What every other operation gets. */
export interface TenantContext extends PublicContext {
  actor: Actor;
  dealershipId: string;
  /** Whether leads of this request are test leads. */
  test: boolean;
  /** Ids of what this request creates come from here: the same on a retry with the same Idempotency-Key. */
  creationId: string;
}
