import { presentPage } from '../../database/page.ts';
import { created, noContent, ok, type Routes } from '../../http/handler.ts';
import { addPage } from './add-page.ts';
import { answerQuestion } from './answer-question.ts';
import { createEntry } from './create-entry.ts';
import { deleteEntry } from './delete-entry.ts';
import { dismissQuestion } from './dismiss-question.ts';
import { findEntry } from './find-entry.ts';
import { listEntries } from './list-entries.ts';
import { listQuestions } from './list-questions.ts';
import { listVersions } from './list-versions.ts';
import { presentEntry, presentSearch, presentSummary, presentVersion } from './present.ts';
import { presentQuestion } from './present-question.ts';
import { refetchPage } from './refetch-page.ts';
import { restoreVersion } from './restore-version.ts';
import { searchKnowledge } from './search-knowledge.ts';
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
  searchKnowledge: async ({ ctx, body }) => ok(presentSearch(await searchKnowledge({ ctx, input: body }))),
  listUnansweredQuestions: async ({ ctx, query }) =>
    ok(presentPage(await listQuestions({ ctx, input: query }), presentQuestion)),
  answerUnansweredQuestion: async ({ ctx, path, body }) => {
    const { entry, repeated } = await answerQuestion({ ctx, input: { ...path, answer: body } });
    return repeated ? ok(presentEntry(entry)) : created(presentEntry(entry));
  },
  dismissUnansweredQuestion: async ({ path }) => {
    await dismissQuestion({ input: path });
    return noContent();
  },
} satisfies Pick<
  Routes,
  | 'addKnowledgePage'
  | 'answerUnansweredQuestion'
  | 'createKnowledge'
  | 'deleteKnowledge'
  | 'dismissUnansweredQuestion'
  | 'getKnowledge'
  | 'listKnowledge'
  | 'listKnowledgeVersions'
  | 'listUnansweredQuestions'
  | 'refetchKnowledge'
  | 'restoreKnowledgeVersion'
  | 'searchKnowledge'
  | 'updateKnowledge'
  | 'uploadKnowledge'
>;
