import type { operations } from '../../generated/openapi.ts';
import { type FieldError, unprocessable } from '../../http/problem.ts';
import type { Scope } from './model.ts';

export type KeyRequest = operations['createApiKey']['requestBody']['content']['application/json'];

/** All that a key in a browser may ever do. */
const PUBLISHABLE_SCOPES: readonly Scope[] = ['forms:read', 'forms:submit'];

function publishableErrors({ allowed_origins: origins = [], scopes = [] }: KeyRequest): FieldError[] {
  const errors: FieldError[] = [];
  if (origins.length === 0) {
    errors.push({ pointer: '#/allowed_origins', detail: 'A publishable key needs the origins it may be used from.' });
  }
  origins.forEach((origin, index) => {
    if (!URL.canParse(origin)) errors.push({ pointer: `#/allowed_origins/${index}`, detail: 'This is not an origin.' });
  });
  scopes.forEach((scope, index) => {
    if (PUBLISHABLE_SCOPES.includes(scope)) return;
    errors.push({ pointer: `#/scopes/${index}`, detail: `A publishable key cannot have the scope ${scope}.` });
  });
  return errors;
}

function secretErrors({ allowed_origins: origins = [], scopes = [] }: KeyRequest): FieldError[] {
  const errors: FieldError[] = [];
  if (origins.length > 0) {
    errors.push({
      pointer: '#/allowed_origins',
      detail: 'A secret key is never used in a browser: leave origins out.',
    });
  }
  if (scopes.length === 0) errors.push({ pointer: '#/scopes', detail: 'A secret key needs at least one scope.' });
  return errors;
}

/**
 * Tells where a key may be used and what for; origins are spelled as browsers send them.
 * @throws Problem 422 naming what its kind lacks or cannot have
 */
export function limitsOf(request: KeyRequest): { allowed_origins: string[]; scopes: Scope[] } {
  const isPublishable = request.kind === 'publishable';
  const errors = isPublishable ? publishableErrors(request) : secretErrors(request);
  if (errors.length > 0) throw unprocessable(errors);
  if (!isPublishable) return { allowed_origins: [], scopes: [...new Set(request.scopes)] };
  const origins = (request.allowed_origins ?? []).map((origin) => new URL(origin).origin);
  return { allowed_origins: [...new Set(origins)], scopes: [...PUBLISHABLE_SCOPES] };
}
