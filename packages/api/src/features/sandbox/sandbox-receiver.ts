import type { Env } from '../../env.ts';
import { after, DAY_MS } from '../../lib/clock.ts';
import { newId } from '../../lib/ids.ts';
import { SafeFetchError, type SafeRequest, type SafeResponse } from '../../lib/safe-fetch.ts';
import type { Services } from '../../services.ts';
import { Dealership } from '../dealership/model.ts';
import { SandboxReceipt } from './receipt-model.ts';
import { isSandbox } from './sandbox-id.ts';

const KEPT_MS = 30 * DAY_MS;

/** The address of the receiver of a sandbox: an endpoint there is posted to without leaving the process. */
export function sandboxReceiverUrl(env: Pick<Env, 'publicUrl'>, dealershipId: string): string {
  return new URL(`/sandbox/receivers/${dealershipId}`, env.publicUrl).href;
}

/** Whether an address is that of the sandbox's own receiver. */
export function isSandboxReceiver(env: Pick<Env, 'publicUrl'>, dealershipId: string, url: string): boolean {
  return isSandbox(dealershipId) && url === sandboxReceiverUrl(env, dealershipId);
}

/**
 * Takes a post as the receiver of the current sandbox, remembers it, and answers as it was told to, else with 204.
 * @throws SafeFetchError where it was told to break the connection
 */
export async function receiveInSandbox(
  services: Pick<Services, 'clock'>,
  dealershipId: string,
  url: string,
  request: SafeRequest,
): Promise<SafeResponse> {
  const before = await Dealership.findOneAndUpdate(
    { _id: dealershipId },
    { $inc: { 'sandbox.received': 1 } },
    { returnDocument: 'before' },
  ).lean();
  const told = before?.sandbox?.answers[before.sandbox.received] ?? { status: 204 };
  const now = services.clock.now();
  await SandboxReceipt.insertMany(
    [
      {
        _id: newId('rcp', now),
        received_at: now,
        headers: request.headers ?? {},
        body: String(request.body ?? ''),
        answered: told.status,
        expires_at: after(new Date(), KEPT_MS),
      },
    ],
    { lean: true },
  );
  if (told.status === null) throw new SafeFetchError('unreachable', 'the connection broke, as it was told to');
  const headers: Record<string, string> = {};
  if (told.retry_after_seconds !== undefined) headers['retry-after'] = String(told.retry_after_seconds);
  return { status: told.status, headers, body: Buffer.alloc(0), url };
}
