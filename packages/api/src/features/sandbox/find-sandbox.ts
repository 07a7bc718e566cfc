import { Problem } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { Dealership, type DealershipRecord, type SandboxState } from '../dealership/model.ts';
import { isSandbox } from './sandbox-id.ts';

/** A dealership that is a sandbox. */
export type SandboxRecord = DealershipRecord & { sandbox: SandboxState };

/**
 * Reads the sandbox a request is made in.
 * @throws Problem 422 in a real dealership
 */
export async function findSandbox(ctx: Pick<TenantContext, 'dealershipId'>): Promise<SandboxRecord> {
  const record = isSandbox(ctx.dealershipId)
    ? await Dealership.findById(ctx.dealershipId).lean<DealershipRecord>()
    : null;
  if (!record?.sandbox) {
    throw new Problem('unprocessable', { detail: 'This works in a sandbox only: create one, and use its key.' });
  }
  return { ...record, sandbox: record.sandbox };
}
