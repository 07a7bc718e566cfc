import { ok, type Routes } from '../../http/handler.ts';
import { presentMailbox } from './present.ts';
import { readMailbox } from './read-mailbox.ts';
import { rotateMailbox } from './rotate-mailbox.ts';
import { updateMailbox } from './update-mailbox.ts';

export const mailboxRoutes = {
  getMailbox: async ({ ctx }) => ok(presentMailbox(await readMailbox({ ctx }), ctx)),
  updateMailbox: async ({ ctx, body }) => ok(presentMailbox(await updateMailbox({ ctx, input: body }), ctx)),
  rotateMailbox: async ({ ctx, body }) => ok(presentMailbox(await rotateMailbox({ ctx, input: body }), ctx)),
} satisfies Pick<Routes, 'getMailbox' | 'updateMailbox' | 'rotateMailbox'>;
