import { ok, type Routes } from '../../http/handler.ts';
import { presentRewritten, presentSuggestion, presentSummary } from './present.ts';
import { rewriteText } from './rewrite-text.ts';
import { suggestReply } from './suggest-reply.ts';
import { summariseLead } from './summarise-lead.ts';

export const copilotRoutes = {
  suggestReply: async ({ ctx, path, body }) =>
    ok(presentSuggestion(await suggestReply({ ctx, input: { ...path, ...body } }))),
  rewriteText: async ({ ctx, path, body }) =>
    ok(presentRewritten(await rewriteText({ ctx, input: { ...path, ...body } }))),
  summariseLead: async ({ ctx, path, body }) =>
    ok(presentSummary(await summariseLead({ ctx, input: { ...path, ...body } }))),
} satisfies Pick<Routes, 'suggestReply' | 'rewriteText' | 'summariseLead'>;
