import { derivedId } from '../../lib/ids.ts';

/** The id of what one cause puts into a dealership's queue. */
export function escalationId(dealershipId: string, cause: string): string {
  return derivedId('esc', `${dealershipId} ${cause}`);
}
