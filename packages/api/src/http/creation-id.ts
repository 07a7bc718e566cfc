import { type IdPrefix, siblingId } from '../lib/ids.ts';
import type { TenantContext } from './request-context.ts';

/** The id of something that a request creates: the same on a retry with the same Idempotency-Key. */
export function creationIdFor(ctx: Pick<TenantContext, 'creationId'>, prefix: IdPrefix): string {
  return siblingId(ctx.creationId, prefix);
}
