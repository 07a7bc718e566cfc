import type { Request } from 'express';
import type { Services } from '../services.ts';
import { authenticate } from './authenticate.ts';
import { noteDealership } from './inbound-trace.ts';
import { type Access, type GuardedOperation, policy } from './policy.ts';
import { Problem } from './problem.ts';
import type { Actor } from './request-context.ts';

const actors = new WeakMap<Request, Promise<Actor | null>>();

/** Finds out who sent a request, once per request. */
export function actorOf(request: Request, services: Services): Promise<Actor | null> {
  let actor = actors.get(request);
  if (!actor) {
    actor = authenticate(request, services);
    actors.set(request, actor);
  }
  return actor;
}

/** The API reference of this very server, where calls are tried with a test key. */
const isOwnPage = (request: Request, origin: string) =>
  URL.canParse(origin) && new URL(origin).host === request.get('host');

function checkKey(request: Request, actor: Extract<Actor, { type: 'api_key' }>, access: Access): void {
  const origin = request.get('origin') ?? null;
  if (actor.kind === 'secret') {
    if (origin !== null && !(actor.mode === 'test' && isOwnPage(request, origin))) {
      throw new Problem('secret_key_in_browser', {
        detail: 'Use a publishable key (pk_…) in browsers, and revoke this one: it may have been seen.',
      });
    }
    if (access.scope === null || !actor.scopes.includes(access.scope)) {
      throw new Problem('forbidden', {
        detail:
          access.scope === null ? 'This is for people, not for keys.' : `The key lacks the scope ${access.scope}.`,
      });
    }
    return;
  }
  if (!access.publishable)
    throw new Problem('forbidden', { detail: 'A publishable key may only read and submit forms and open chats.' });
  if (origin !== null && !actor.allowedOrigins.includes(origin)) {
    throw new Problem('origin_not_allowed', { detail: `Add ${origin} to the allowed origins of the key.` });
  }
}

function checkVisitor(
  actor: Extract<Actor, { type: 'visitor' }>,
  operation: GuardedOperation,
  access: Access,
  origin: string | null,
): void {
  if (!access.visitor) throw new Problem('forbidden', { detail: 'The visitor of a chat may do nothing but chat.' });
  if (origin !== null && actor.origin !== null && origin !== actor.origin)
    throw new Problem('origin_not_allowed', { detail: `The chat was opened on ${actor.origin}.` });
  if (actor.expired && operation !== 'renewChatToken')
    throw new Problem('unauthorized', {
      detail: 'The token has run out: renew it.',
      headers: { 'WWW-Authenticate': 'Bearer' },
    });
}

/**
 * Checks that the sender of a request may call an operation.
 * @throws Problem 401 without valid credentials, 403 when they do not allow it
 */
export async function authorize(request: Request, operation: GuardedOperation, services: Services): Promise<Actor> {
  const actor = await actorOf(request, services);
  if (!actor)
    throw new Problem('unauthorized', {
      detail: 'Send `Authorization: Bearer …`.',
      headers: { 'WWW-Authenticate': 'Bearer' },
    });
  noteDealership(actor.dealershipId);
  const access = policy[operation];
  if (actor.type === 'api_key') {
    checkKey(request, actor, access);
  } else if (actor.type === 'visitor') {
    checkVisitor(actor, operation, access, request.get('origin') ?? null);
  } else if (!access.roles.includes(actor.role)) {
    throw new Problem('forbidden', { detail: `The role ${actor.role} may not do this.` });
  }
  return actor;
}
