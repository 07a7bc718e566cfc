import { findPage, type Page } from '../../database/page.ts';
import type { components, operations } from '../../generated/openapi.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { Dealership } from '../dealership/model.ts';
import { findSandbox, type SandboxRecord } from './find-sandbox.ts';
import { SandboxReceipt, type SandboxReceiptRecord } from './receipt-model.ts';

type Schemas = components['schemas'];
type ListQuery = NonNullable<operations['listSandboxReceipts']['parameters']['query']>;

/**
 * Lists what the receiver of a sandbox got, newest first.
 * @throws Problem 422 in a real dealership
 */
export async function listReceipts(ctx: TenantContext, request: ListQuery): Promise<Page<SandboxReceiptRecord>> {
  await findSandbox(ctx);
  return findPage(SandboxReceipt, { filter: {}, orderBy: 'received_at', direction: 'newest_first', request });
}

/**
 * Tells the receiver how to answer the next posts; after those it answers 204.
 * @throws Problem 422 in a real dealership
 */
export async function tellReceiver(
  ctx: TenantContext,
  input: Schemas['SandboxReceiverAnswers'],
): Promise<SandboxRecord> {
  await findSandbox(ctx);
  await Dealership.updateOne(
    { _id: ctx.dealershipId },
    { $set: { 'sandbox.answers': input.answers, 'sandbox.received': 0 } },
  );
  return findSandbox(ctx);
}

/** What clients see of a post that was received. */
export function presentReceipt(record: SandboxReceiptRecord): Schemas['SandboxReceipt'] {
  return {
    id: record._id,
    received_at: record.received_at.toISOString(),
    headers: record.headers,
    body: record.body,
    answered: record.answered,
  };
}
