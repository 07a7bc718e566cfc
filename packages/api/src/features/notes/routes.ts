import { presentPage } from '../../database/page.ts';
import { created, ok, type Routes } from '../../http/handler.ts';
import { createNote } from './create-note.ts';
import { listNotes } from './list-notes.ts';
import { presentNote } from './present.ts';

export const noteRoutes = {
  listNotes: async ({ ctx, path, query }) =>
    ok(presentPage(await listNotes({ ctx, input: { ...query, ...path } }), presentNote)),
  createNote: async ({ ctx, path, body }) =>
    created(presentNote(await createNote({ ctx, input: { ...path, ...body } }))),
} satisfies Pick<Routes, 'listNotes' | 'createNote'>;
