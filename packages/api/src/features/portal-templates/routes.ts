import { created, noContent, ok, type Routes } from '../../http/handler.ts';
import { ownTemplates } from './own-templates.ts';
import { presentArrivalMail, presentPortalTemplate, presentPreview } from './present.ts';
import { previewPortalTemplate } from './preview-portal-template.ts';
import { readArrivalMail } from './read-arrival-mail.ts';
import { createPortalTemplate, deletePortalTemplate, updatePortalTemplate } from './save-portal-template.ts';

export const portalTemplateRoutes = {
  listPortalTemplates: async () =>
    ok({ data: (await ownTemplates()).map(presentPortalTemplate), has_more: false, next_cursor: null }),
  createPortalTemplate: async ({ ctx, path, body }) =>
    created(presentPortalTemplate(await createPortalTemplate({ ctx, input: { ...path, ...body } }))),
  previewPortalTemplate: async ({ ctx, path, body }) => {
    const { rules, reading } = await previewPortalTemplate({ ctx, input: { ...path, ...body } });
    return ok(presentPreview(rules, reading));
  },
  updatePortalTemplate: async ({ ctx, path, body }) =>
    ok(presentPortalTemplate(await updatePortalTemplate({ ctx, input: { ...path, ...body } }))),
  deletePortalTemplate: async ({ path }) => {
    await deletePortalTemplate({ input: path });
    return noContent();
  },
  getArrivalMail: async ({ ctx, path }) => ok(presentArrivalMail(await readArrivalMail(ctx, path.arrival_id))),
} satisfies Pick<
  Routes,
  | 'listPortalTemplates'
  | 'createPortalTemplate'
  | 'previewPortalTemplate'
  | 'updatePortalTemplate'
  | 'deletePortalTemplate'
  | 'getArrivalMail'
>;
