import type { components } from '../../generated/openapi.ts';

/** Everything is as it should be. */
export function presentHealth(): components['schemas']['Health'] {
  return { status: 'ok' };
}
