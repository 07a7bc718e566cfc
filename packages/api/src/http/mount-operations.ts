import type { Express, Request, RequestHandler, Response } from 'express';
import { isSandbox } from '../features/sandbox/sandbox-id.ts';
import { newId } from '../lib/ids.ts';
import { openText, sealText } from '../lib/secrets.ts';
import type { Services } from '../services.ts';
import { runAsTenant } from '../tenancy/context.ts';
import { authorize } from './authorize.ts';
import type { Contract, Operation } from './contract.ts';
import type { ReplyCookie, Routes } from './handler.ts';
import { claimIdempotencyKey, finishIdempotencyKey, releaseIdempotencyKey, type StoredAnswer } from './idempotency.ts';
import { type GuardedOperation, isPublic } from './policy.ts';
import { Problem } from './problem.ts';
import type { Actor, PublicContext, TenantContext } from './request-context.ts';
import { requestIdOf } from './request-id.ts';

interface LooseCall {
  ctx: PublicContext | TenantContext;
  path: unknown;
  query: unknown;
  body: unknown;
  header(name: string): string | undefined;
  cookie(name: string): string | undefined;
}
interface LooseReply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
  cookie?: ReplyCookie;
}
type LooseHandler = (call: LooseCall, request: Request, response: Response) => Promise<LooseReply | undefined>;

/** Operations whose own arrival is the idempotency record. */
const OWN_IDEMPOTENCY = new Set(['submitForm', 'receiveForm']);

function publicContext(request: Request, response: Response, services: Services): PublicContext {
  return {
    requestId: requestIdOf(response),
    services,
    visitor: {
      ip: request.ip ?? '',
      origin: request.get('origin') ?? null,
      userAgent: request.get('user-agent') ?? '',
    },
  };
}

function tenantContext(context: PublicContext, actor: Actor, creationId: string): TenantContext {
  const isTestActor = actor.type === 'api_key' ? actor.mode === 'test' : actor.type === 'visitor' && actor.test;
  const test = isTestActor || isSandbox(actor.dealershipId);
  return { ...context, actor, dealershipId: actor.dealershipId, test, creationId };
}

function callOf(request: Request, ctx: PublicContext | TenantContext): LooseCall {
  const openapi = (request as Request & { openapi?: { pathParams?: unknown } }).openapi;
  return {
    ctx,
    path: openapi?.pathParams ?? request.params,
    query: request.query,
    body: request.body,
    header: (name) => request.get(name),
    cookie: (name) => (request.cookies as Record<string, string> | undefined)?.[name],
  };
}

function write(response: Response, reply: LooseReply, secureCookies: boolean): void {
  if (reply.headers) response.set(reply.headers);
  if (reply.cookie) {
    const { name, value, path, maxAgeSeconds } = reply.cookie;
    const options = { httpOnly: true, sameSite: 'strict' as const, secure: secureCookies, path };
    if (value === null) response.clearCookie(name, options);
    else response.cookie(name, value, { ...options, maxAge: maxAgeSeconds * 1000 });
  }
  response.set('Cache-Control', 'private, no-store').status(reply.status);
  if (reply.body === undefined) response.end();
  else response.json(reply.body);
}

function actorIdOf(actor: Actor): string {
  if (actor.type === 'user') return actor.userId;
  return actor.type === 'api_key' ? actor.keyId : actor.sessionId;
}

async function once(
  request: Request,
  operation: Operation,
  context: TenantContext,
  run: (ctx: TenantContext) => Promise<LooseReply | undefined>,
): Promise<LooseReply | StoredAnswer | undefined> {
  const key = request.get('idempotency-key');
  if (!key || !operation.idempotent || OWN_IDEMPOTENCY.has(operation.id)) return run(context);
  const actor = context.actor;
  const claim = await claimIdempotencyKey({
    actorId: actorIdOf(actor),
    operation: operation.id,
    key,
    body: request.body,
    path: request.path,
    now: context.services.clock.now(),
  });
  const { encryptionKey, encryptionKeys } = context.services.env;
  if (claim.kind === 'replay') {
    const { answer } = claim;
    return { ...answer, body: answer.body === null ? null : openText(encryptionKeys, 'stored answer', answer.body) };
  }
  try {
    const reply = await run({ ...context, creationId: claim.recordId });
    if (reply) {
      // Sealed, because the answer to creating a key is the key.
      const body =
        reply.body === undefined ? null : sealText(encryptionKey, 'stored answer', JSON.stringify(reply.body));
      await finishIdempotencyKey(claim.recordId, { status: reply.status, body, headers: reply.headers ?? {} });
    }
    return reply;
  } catch (error) {
    // After a failure of ours the key stays locked for its minute: a retry then finds what was created already.
    if (error instanceof Problem && error.status < 500) await releaseIdempotencyKey(claim.recordId);
    throw error;
  }
}

function guarded(operation: Operation, handler: LooseHandler, services: Services): RequestHandler {
  return async (request, response) => {
    const actor = await authorize(request, operation.id as GuardedOperation, services);
    await services.sandboxClock.load(actor.dealershipId);
    const context = tenantContext(publicContext(request, response, services), actor, newId('idem'));
    await runAsTenant(actor.dealershipId, async () => {
      const reply = await once(request, operation, context, (ctx) => handler(callOf(request, ctx), request, response));
      if (!reply) return;
      const body = typeof reply.body === 'string' ? JSON.parse(reply.body) : (reply.body ?? undefined);
      write(response, { ...reply, body }, services.env.publicUrl.startsWith('https:'));
    });
  };
}

function open(handler: LooseHandler, services: Services): RequestHandler {
  return async (request, response) => {
    const reply = await handler(callOf(request, publicContext(request, response, services)), request, response);
    if (reply) write(response, reply, services.env.publicUrl.startsWith('https:'));
  };
}

/** Gives every operation of the contract its route. */
export function mountOperations(
  app: Express,
  contract: Contract,
  routes: Routes,
  services: Services,
  only: (operation: Operation) => boolean,
): void {
  for (const operation of contract.operations.filter(only)) {
    const handler = routes[operation.id] as unknown as LooseHandler;
    const serve = isPublic(operation.id) ? open(handler, services) : guarded(operation, handler, services);
    app[operation.method](operation.expressPath, serve);
  }
}
