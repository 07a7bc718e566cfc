import { notFound } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { ApiKey } from './model.ts';

interface RevokeApiKey {
  ctx: TenantContext;
  input: { api_key_id: string };
}

/**
 * Makes a key stop working at once and for good; again is no error.
 * @throws Problem 404 when the dealership has none of that id
 */
export async function revokeApiKey({ ctx, input }: RevokeApiKey): Promise<void> {
  const { modifiedCount } = await ApiKey.updateOne(
    { _id: input.api_key_id, revoked_at: null },
    { revoked_at: ctx.services.clock.now() },
  );
  if (modifiedCount === 0 && !(await ApiKey.exists({ _id: input.api_key_id }))) throw notFound();
}
