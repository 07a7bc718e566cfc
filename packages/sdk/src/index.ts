export type { AccessToken, CallOptions, NorvaltOptions } from './core/config.ts';
export {
  ApiError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  ConnectionError,
  ConnectionTimeoutError,
  InternalServerError,
  NorvaltError,
  NotFoundError,
  PermissionDeniedError,
  PreconditionFailedError,
  RateLimitError,
  UnprocessableEntityError,
  UserAbortError,
  WebhookVerificationError,
} from './core/errors.ts';
export type { LiveOptions, LiveState } from './core/live.ts';
export type { ListBody, Page, PagePromise } from './core/page.ts';
export type { Result, ResultPromise } from './core/result-promise.ts';
export { Norvalt } from './norvalt.ts';
export type * from './types.ts';
export type { WebhookHeaders, WebhookVerifyOptions } from './webhooks.ts';
export { webhooks } from './webhooks.ts';
