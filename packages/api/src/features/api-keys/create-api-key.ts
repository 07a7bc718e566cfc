import { createOnce } from '../../database/create-once.ts';
import { creationIdFor } from '../../http/creation-id.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { sha256 } from '../../lib/secrets.ts';
import { type KeyRequest, limitsOf } from './check-key-request.ts';
import { makeKey, previewKey } from './key-format.ts';
import { ApiKey, type ApiKeyRecord } from './model.ts';

interface CreateApiKey {
  ctx: TenantContext;
  input: KeyRequest;
}

/**
 * Creates a key and gives it away this once; only its hash stays.
 * @throws Problem 422 when a publishable key has no origins, or a secret one no scopes
 */
export async function createApiKey({ ctx, input }: CreateApiKey): Promise<{ record: ApiKeyRecord; key: string }> {
  const key = makeKey(input.kind, input.mode);
  const record = await createOnce(ApiKey, {
    _id: creationIdFor(ctx, 'key'),
    name: input.name.trim(),
    kind: input.kind,
    mode: input.mode,
    hash: sha256(key),
    preview: previewKey(key),
    ...limitsOf(input),
    created_by: ctx.actor.name,
    created_at: ctx.services.clock.now(),
    last_used_at: null,
    revoked_at: null,
  });
  if (record.hash === sha256(key)) return { record, key };
  // An earlier try broke off before anybody saw its key: this one takes its place.
  const shown = { hash: sha256(key), preview: previewKey(key) };
  await ApiKey.updateOne({ _id: record._id }, shown);
  return { record: { ...record, ...shown }, key };
}
