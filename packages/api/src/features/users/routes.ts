import { presentPage } from '../../database/page.ts';
import { created, ok, type Routes } from '../../http/handler.ts';
import { inviteUser } from './invite-user.ts';
import { listUsers } from './list-users.ts';
import { presentUser } from './present.ts';

export const userRoutes = {
  listUsers: async ({ ctx, query }) => ok(presentPage(await listUsers({ ctx, input: query }), presentUser)),
  inviteUser: async ({ ctx, body }) => created(presentUser(await inviteUser({ ctx, input: body }))),
} satisfies Pick<Routes, 'listUsers' | 'inviteUser'>;
