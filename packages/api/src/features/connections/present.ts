import type { components } from '../../generated/openapi.ts';
import type { ConnectionWithWaiting } from './find-connection.ts';
import type { ConnectionTemplate } from './template.ts';

function presentTemplate(template: ConnectionTemplate | null): components['schemas']['ConnectionTemplate'] | null {
  if (template === null) return null;
  const { name, language, body, parameters } = template;
  return { name, language, body, parameters: [...parameters] };
}

/** What clients see of a connection: never its token, nor a part of it. */
export function presentConnection({ connection, waiting }: ConnectionWithWaiting): components['schemas']['Connection'] {
  return {
    id: connection._id,
    provider: connection.provider,
    external_id: connection.external_id,
    account_id: connection.account_id ?? null,
    name: connection.name,
    template: presentTemplate(connection.template ?? null),
    state: connection.state,
    state_since: connection.state_since.toISOString(),
    last_event_at: connection.last_event_at?.toISOString() ?? null,
    last_success_at: connection.last_success_at?.toISOString() ?? null,
    last_error: connection.last_error,
    last_error_at: connection.last_error_at?.toISOString() ?? null,
    token_expires_at: connection.token_expires_at?.toISOString() ?? null,
    waiting,
    found_by_poll: connection.found_by_poll,
    created_at: connection.created_at.toISOString(),
    updated_at: connection.updated_at.toISOString(),
  };
}
