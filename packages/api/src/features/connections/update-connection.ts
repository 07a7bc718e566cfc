import { recordEvents } from '../../events/record-events.ts';
import { Problem, unprocessable } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { addressOf } from './address-model.ts';
import { checkToken } from './check-token.ts';
import { sealedFields } from './connection-token.ts';
import { type ConnectionWithWaiting, findConnection, withWaiting } from './find-connection.ts';
import { templatesOf } from './list-templates.ts';
import { Connection, type ConnectionRecord } from './model.ts';
import { releaseWaiting } from './release-waiting.ts';
import type { ConnectionTemplate, TemplateParameter } from './template.ts';
import { targetOf } from './try-token.ts';

interface UpdateConnection {
  ctx: TenantContext;
  input: {
    connection_id: string;
    token?: string | undefined;
    template?: { name: string; language: string; parameters: TemplateParameter[] } | null | undefined;
  };
}

async function renewal(
  ctx: TenantContext,
  before: ConnectionRecord,
  token: string,
): Promise<Partial<ConnectionRecord>> {
  const { services } = ctx;
  const { name, expiresAt } = await checkToken(services, before.provider, targetOf(before), token);
  const now = services.clock.now();
  return {
    name,
    ...sealedFields(services.env, before, token),
    token_set_at: now,
    token_expires_at: expiresAt,
    ...(before.state === 'connected' ? {} : { state: 'connected', state_since: now }),
    troubled_since: null,
    retry_at: null,
    outage: null,
    last_success_at: now,
    next_check_at: now,
  };
}

async function chosenTemplate(
  ctx: TenantContext,
  before: ConnectionRecord,
  choice: NonNullable<UpdateConnection['input']['template']>,
): Promise<ConnectionTemplate> {
  if (before.provider !== 'whatsapp')
    throw unprocessable([{ pointer: '#/template', detail: 'Only a WhatsApp number has templates.' }]);
  const found = (await templatesOf(ctx, before)).find(
    ({ name, language }) => name === choice.name && language === choice.language,
  );
  if (!found)
    throw unprocessable([
      {
        pointer: '#/template/name',
        detail: 'The account has no approved template of words alone with this name and language.',
      },
    ]);
  if (found.placeholders !== choice.parameters.length)
    throw unprocessable([
      { pointer: '#/template/parameters', detail: `The template takes ${found.placeholders} parameters.` },
    ]);
  return { name: found.name, language: found.language, body: found.body, parameters: choice.parameters };
}

/**
 * Gives a connection a new token, once the provider says that it is of the same page or number, and takes in what waited;
 * or chooses the template of a WhatsApp number.
 * @throws Problem 404, 422 when the token is refused or the template cannot be sent, 503 when the provider cannot be asked
 */
export async function updateConnection({ ctx, input }: UpdateConnection): Promise<ConnectionWithWaiting> {
  const { services, dealershipId } = ctx;
  const before = await findConnection(input.connection_id);
  const renewed = input.token === undefined ? {} : await renewal(ctx, before, input.token);
  // Read with the new token: the old one may be over.
  const template = input.template && (await chosenTemplate(ctx, { ...before, ...renewed }, input.template));
  const connection = await Connection.findOneAndUpdate(
    { _id: before._id },
    { $set: { ...renewed, ...(template === undefined ? {} : { template }), updated_at: services.clock.now() } },
    { returnDocument: 'after' },
  ).lean<ConnectionRecord>();
  if (!connection) throw new Problem('conflict', { detail: 'It was disconnected meanwhile.' });
  if (input.token !== undefined) await releaseWaiting(services, addressOf(connection.provider, connection.external_id));
  await recordEvents(services, dealershipId, false, [
    { type: 'connection.updated', data: { connection_id: connection._id } },
  ]);
  return withWaiting(connection);
}
