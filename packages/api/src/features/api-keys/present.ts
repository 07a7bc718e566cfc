import type { components } from '../../generated/openapi.ts';
import type { ApiKeyRecord } from './model.ts';

/** What clients see of a key: never the key, nor its hash. */
export function presentApiKey(record: ApiKeyRecord): components['schemas']['ApiKey'] {
  return {
    id: record._id,
    name: record.name,
    kind: record.kind,
    mode: record.mode,
    preview: record.preview,
    allowed_origins: record.allowed_origins,
    scopes: record.scopes,
    created_at: record.created_at.toISOString(),
    last_used_at: record.last_used_at?.toISOString() ?? null,
  };
}
