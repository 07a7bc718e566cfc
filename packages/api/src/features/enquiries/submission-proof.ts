import { DAY_MS } from '../../lib/clock.ts';
import { openText, sealText } from '../../lib/secrets.ts';

const PURPOSE = 'submission proof';
const VALID_MS = 7 * DAY_MS;

/** Makes the proof that whoever holds it has sent a form: sealed, so that it can be neither made nor changed elsewhere. */
export function proveSubmission(encryptionKey: string, arrivalId: string, dealershipId: string, now: Date): string {
  return sealText(encryptionKey, PURPOSE, JSON.stringify([arrivalId, dealershipId, now.getTime()]));
}

/** The arrival that a proof speaks of; `null` when it is not ours, another dealership's or older than a week. */
export function provenArrival(
  encryptionKeys: readonly string[],
  proof: string,
  dealershipId: string,
  now: Date,
): string | null {
  const text = openText(encryptionKeys, PURPOSE, proof);
  if (text === null) return null;
  const [arrivalId, owner, issuedAt] = JSON.parse(text) as [string, string, number];
  return owner === dealershipId && now.getTime() - issuedAt < VALID_MS ? arrivalId : null;
}
