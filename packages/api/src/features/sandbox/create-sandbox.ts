import type { Language } from '../../answering/types.ts';
import type { components } from '../../generated/openapi.ts';
import { Problem } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { derivedId } from '../../lib/ids.ts';
import { runAsTenant } from '../../tenancy/context.ts';
import { createApiKey } from '../api-keys/create-api-key.ts';
import type { Scope } from '../api-keys/model.ts';
import { createDealership } from '../dealership/create-dealership.ts';
import { Dealership, type DealershipRecord } from '../dealership/model.ts';
import { createMembership } from '../users/create-membership.ts';
import { User, type UserRecord } from '../users/model.ts';
import { createVehicle } from '../vehicles/create-vehicle.ts';
import { isSandbox, sandboxIdFor } from './sandbox-id.ts';
import { SANDBOX_STOCK } from './sandbox-stock.ts';

interface CreateSandbox {
  ctx: TenantContext;
  input: { name?: string | undefined; language?: Language | undefined; allowed_origins?: string[] | undefined };
}

/** A new sandbox and its keys, which are shown this once. */
export interface CreatedSandbox {
  dealership: DealershipRecord;
  secretKey: string;
  publishableKey: string;
}

const MAX_SANDBOXES = 20;
const ANY_LOCAL_PAGE = ['http://localhost:3000', 'http://localhost:5173', 'http://localhost:8080'];
const EVERY_SCOPE: readonly Scope[] = [
  'leads:read',
  'leads:write',
  'vehicles:read',
  'vehicles:write',
  'forms:read',
  'forms:submit',
  'dealership:read',
  'events:read',
  'knowledge:read',
  'knowledge:write',
  'webhooks:read',
  'webhooks:write',
  'sandbox:write',
];

async function refuseTooMany(ownerId: string): Promise<void> {
  if (isSandbox(ownerId)) throw new Problem('unprocessable', { detail: 'A sandbox has no sandboxes of its own.' });
  if ((await Dealership.countDocuments({ 'sandbox.owner_id': ownerId })) < MAX_SANDBOXES) return;
  throw new Problem('unprocessable', { detail: `A dealership has at most ${MAX_SANDBOXES} sandboxes.` });
}

/** The request as one of the sandbox; each step has an id of its own that follows from the request's. */
function contextIn(ctx: TenantContext, dealershipId: string): (step: string) => TenantContext {
  return (step) => ({ ...ctx, dealershipId, test: true, creationId: derivedId('idem', `${ctx.creationId} ${step}`) });
}

/** The person who asked may look into the sandbox in the dashboard. */
async function letIn(ctx: TenantContext): Promise<void> {
  if (ctx.actor.type !== 'user') return;
  const user = await User.findById(ctx.actor.userId).lean<UserRecord>();
  if (!user) return;
  const createdAt = ctx.services.clock.now();
  const id = derivedId('mbr', `${user._id} ${ctx.dealershipId}`);
  await createMembership({ id, user, role: 'admin', status: 'active', createdAt });
}

async function fill(inSandbox: (step: string) => TenantContext, origins: string[]) {
  for (const [index, input] of SANDBOX_STOCK.entries())
    await createVehicle({ ctx: inSandbox(`vehicle ${index}`), input });
  await letIn(inSandbox('member'));
  const secret = { name: 'Sandbox', kind: 'secret' as const, mode: 'test' as const, scopes: [...EVERY_SCOPE] };
  const publishable = {
    name: 'Sandbox web site',
    kind: 'publishable' as const,
    mode: 'test' as const,
    allowed_origins: origins,
  };
  return {
    secretKey: (await createApiKey({ ctx: inSandbox('secret key'), input: secret })).key,
    publishableKey: (await createApiKey({ ctx: inSandbox('publishable key'), input: publishable })).key,
  };
}

/**
 * Creates a dealership to try things in, with stock, a form and test keys. Nothing in it reaches anybody.
 * @throws Problem 422 for one too many, and in a sandbox
 */
export async function createSandbox({ ctx, input }: CreateSandbox): Promise<CreatedSandbox> {
  await refuseTooMany(ctx.dealershipId);
  const id = sandboxIdFor(ctx.creationId);
  const dealership = await createDealership({
    services: ctx.services,
    input: {
      id,
      name: input.name ?? 'Sandbox',
      language: input.language,
      email: 'post@sandbox.example',
      sandbox: { owner_id: ctx.dealershipId, ahead_ms: 0, moved_at: null, customers: 0, answers: [], received: 0 },
    },
  });
  const keys = await runAsTenant(id, () => fill(contextIn(ctx, id), input.allowed_origins ?? ANY_LOCAL_PAGE));
  return { dealership, ...keys };
}

/** What clients see of a new sandbox. */
export function presentCreatedSandbox(created: CreatedSandbox): components['schemas']['SandboxCreated'] {
  return {
    dealership: { id: created.dealership._id, name: created.dealership.name },
    form_id: created.dealership.default_form_id,
    secret_key: created.secretKey,
    publishable_key: created.publishableKey,
  };
}
