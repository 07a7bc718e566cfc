import type { components } from '../../generated/openapi.ts';
import { invalidRequest } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { attachContact, readContact } from './attach-contact.ts';
import { checkOpen, findChatSession } from './find-chat-session.ts';
import { type ChatView, readChatView } from './read-chat.ts';
import { tellChat } from './tell-chat.ts';

interface UpdateChatSession {
  ctx: TenantContext;
  input: components['schemas']['ChatContactInput'];
}

/**
 * Keeps who the visitor says they are.
 * @throws Problem 400 for what is no e-mail address, 409 when the chat has ended
 */
export async function updateChatSession({ ctx, input }: UpdateChatSession): Promise<ChatView> {
  const { services } = ctx;
  const session = await findChatSession(ctx);
  await checkOpen(session);
  const contact = await readContact(ctx.dealershipId, input);
  if (input.email !== undefined && contact.email === undefined)
    throw invalidRequest([{ pointer: '#/email', detail: 'must be an e-mail address' }]);
  await attachContact(services, session, contact, services.clock.now());
  await tellChat(services, session);
  return readChatView(await findChatSession(ctx), services.clock.now());
}
