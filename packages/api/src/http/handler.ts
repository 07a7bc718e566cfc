import type { Request, Response } from 'express';
import type { operations } from '../generated/openapi.ts';
import type { OperationId, PublicOperation } from './policy.ts';
import type { PublicContext, TenantContext } from './request-context.ts';

type Parameters<O extends OperationId> = operations[O]['parameters'];
type PathOf<O extends OperationId> = Parameters<O> extends { path: infer P } ? P : Record<string, never>;
type QueryOf<O extends OperationId> =
  Parameters<O> extends { query?: infer Q } ? NonNullable<Q> : Record<string, never>;
type BodyOf<O extends OperationId> = operations[O] extends { requestBody: { content: { 'application/json': infer B } } }
  ? B
  : undefined;

type Success = 200 | 201 | 202 | 204;
type Responses<O extends OperationId> = operations[O]['responses'];

/** A cookie to set, httpOnly and SameSite=Strict; `value: null` takes it away. */
export interface ReplyCookie {
  name: string;
  value: string | null;
  path: string;
  maxAgeSeconds: number;
}

interface ReplyExtras {
  headers?: Record<string, string>;
  cookie?: ReplyCookie;
}

/** An answer of an operation: one of its documented successes. */
export type Reply<O extends OperationId> = {
  [S in keyof Responses<O> & Success]: Responses<O>[S] extends { content: { 'application/json': infer B } }
    ? { status: S; body: B } & ReplyExtras
    : { status: S; body?: undefined } & ReplyExtras;
}[keyof Responses<O> & Success];

/** What an operation is called with, typed from the contract. */
export interface Call<O extends OperationId> {
  ctx: O extends PublicOperation ? PublicContext : TenantContext;
  path: PathOf<O>;
  query: QueryOf<O>;
  body: BodyOf<O>;
  header(name: string): string | undefined;
  cookie(name: string): string | undefined;
}

/** Operations that read or write the connection themselves: streams, pages, provider posts. */
export type RawOperation =
  | 'downloadAttachment'
  | 'receiveAdf'
  | 'receiveCall'
  | 'receiveMailgunMessage'
  | 'receiveMetaEvents'
  | 'receiveSms'
  | 'receiveSmsStatus'
  | 'showUnsubscribe'
  | 'streamChat'
  | 'streamEvents'
  | 'unsubscribe'
  | 'uploadKnowledge'
  | 'validateAdf'
  | 'verifyMetaWebhook';

/** Operations that answer a browser that posted a form with a page of their own, everybody else as told. */
export type PageOperation = 'receiveForm';

export type Handler<O extends OperationId> = O extends RawOperation
  ? (call: Call<O>, request: Request, response: Response) => Promise<void>
  : O extends PageOperation
    ? (call: Call<O>, request: Request, response: Response) => Promise<Reply<O> | undefined>
    : (call: Call<O>) => Promise<Reply<O>>;

/** Every operation of the contract and what carries it out. */
export type Routes = { [O in OperationId]: Handler<O> };

/** 200 with a body. */
export const ok = <B>(body: B, extras: ReplyExtras = {}) => ({ status: 200 as const, body, ...extras });
/** 201 with a body. */
export const created = <B>(body: B, extras: ReplyExtras = {}) => ({ status: 201 as const, body, ...extras });
/** 202 with a body. */
export const accepted = <B>(body: B, extras: ReplyExtras = {}) => ({ status: 202 as const, body, ...extras });
/** 204. */
export const noContent = (extras: ReplyExtras = {}) => ({ status: 204 as const, ...extras });
