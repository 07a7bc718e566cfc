import { sha256 } from '../../lib/secrets.ts';

const PREFIX = 'dlr_TEST';
const LETTERS_LEFT = 22;

/** The id of a sandbox, which follows from what asked for it; that it is a sandbox can be told from the id alone. */
export function sandboxIdFor(creationId: string): string {
  return PREFIX + sha256(`sandbox ${creationId}`).slice(0, LETTERS_LEFT).toUpperCase();
}

/** Whether a dealership is a sandbox: everything in it is a test, and its clock can be moved. */
export function isSandbox(dealershipId: string | null): boolean {
  return dealershipId?.startsWith(PREFIX) ?? false;
}
