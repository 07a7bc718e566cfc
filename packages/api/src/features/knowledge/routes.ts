import { presentPage } from '../../database/page.ts';
import { created, noContent, ok, type Routes } from '../../http/handler.ts';
import { addPage } from './add-page.ts';
import { createEntry } from './create-entry.ts';
import { deleteEntry } from './delete-entry.ts';
import { findEntry } from './find-entry.ts';
import { listEntries } from './list-entries.ts';
import { listVersions } from './list-versions.ts';
import { presentEntry, presentSummary, presentVersion } from './present.ts';
import { refetchPage } from './refetch-page.ts';
import { restoreVersion } from './restore-version.ts';
import { updateEntry } from './update-entry.ts';
import { readUpload, uploadDocument } from './upload-document.ts';

export const knowledgeRoutes = {
  listKnowledge: async ({ ctx, query }) => {
    const { categories, ...page } = await listEntries({ ctx, input: query });
    return ok({ ...presentPage(page, presentSummary), categories });
  },
  createKnowledge: async ({ ctx, body }) => created(presentEntry(await createEntry({ ctx, input: body }))),
  uploadKnowledge: async ({ ctx }, request, response) => {
    const { entry, repeated } = await uploadDocument(ctx, await readUpload(request));
    response.set('Cache-Control', 'private, no-store');
    response.status(repeated ? 200 : 201).json(presentEntry(entry));
  },
  addKnowledgePage: async ({ ctx, body }) => {
    const { entry, repeated } = await addPage({ ctx, input: body });
    return repeated ? ok(presentEntry(entry)) : created(presentEntry(entry));
  },
  getKnowledge: async ({ path }) => ok(presentEntry(await findEntry(path.entry_id))),
  updateKnowledge: async ({ ctx, path, body }) =>
    ok(presentEntry(await updateEntry({ ctx, input: { ...path, changes: body } }))),
  deleteKnowledge: async ({ ctx, path }) => {
    await deleteEntry({ ctx, input: path });
    return noContent();
  },
  refetchKnowledge: async ({ ctx, path }) => {
    const { entry, ...change } = await refetchPage({ ctx, input: path });
    return ok({ entry: presentEntry(entry), ...change });
  },
  listKnowledgeVersions: async ({ ctx, path, query }) =>
    ok(presentPage(await listVersions({ ctx, input: { ...query, ...path } }), presentVersion)),
  restoreKnowledgeVersion: async ({ ctx, path }) => ok(presentEntry(await restoreVersion({ ctx, input: path }))),
} satisfies Pick<
  Routes,
  | 'addKnowledgePage'
  | 'createKnowledge'
  | 'deleteKnowledge'
  | 'getKnowledge'
  | 'listKnowledge'
  | 'listKnowledgeVersions'
  | 'refetchKnowledge'
  | 'restoreKnowledgeVersion'
  | 'updateKnowledge'
  | 'uploadKnowledge'
>;
