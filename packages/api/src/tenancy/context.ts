import { AsyncLocalStorage } from 'node:async_hooks';

type Scope = { readonly dealershipId: string } | { readonly operator: true };

const storage = new AsyncLocalStorage<Scope>();
const confinement = new AsyncLocalStorage<string>();

/** Thrown when tenant data is touched with no dealership in the context: a bug, never a user's mistake. */
export class TenantMissing extends Error {
  constructor(what: string) {
    super(`${what} was reached with no dealership in the context`);
    this.name = 'TenantMissing';
  }
}

// A mongoose query runs only when it is awaited, so the awaiting has to happen inside the context as well.
function runIn<T>(scope: Scope, work: () => T): Promise<Awaited<T>> {
  return storage.run(scope, async (): Promise<Awaited<T>> => await work());
}

/** Runs `work` so that every query in it sees the data of one dealership only. */
export async function runAsTenant<T>(dealershipId: string, work: () => T): Promise<Awaited<T>> {
  if (!dealershipId) throw new TenantMissing('runAsTenant');
  return runIn({ dealershipId }, work);
}

/** Runs `work` across all dealerships; for sweeps and for finding out whose request it is. */
export async function asOperator<T>(work: () => T): Promise<Awaited<T>> {
  const dealershipId = confinement.getStore();
  return runIn(dealershipId === undefined ? { operator: true } : { dealershipId }, work);
}

/** Runs `work` so that even what asks for all dealerships sees one only: a sweep for a sandbox. */
export async function runConfined<T>(dealershipId: string, work: () => T): Promise<Awaited<T>> {
  return confinement.run(dealershipId, () => runAsTenant(dealershipId, work));
}

/** The dealership whose data may be seen; `null` for the operator, and where there is none. */
export function tenantInScope(): string | null {
  const scope = storage.getStore();
  return scope && 'dealershipId' in scope ? scope.dealershipId : null;
}

/**
 * Tells whose data may be seen: a dealership's id, or `null` for the operator.
 * @throws TenantMissing outside `runAsTenant` and `asOperator`
 */
export function currentTenant(what: string): string | null {
  const scope = storage.getStore();
  if (!scope) throw new TenantMissing(what);
  return 'operator' in scope ? null : scope.dealershipId;
}
