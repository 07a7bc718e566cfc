import { presentPage } from '../../database/page.ts';
import { created, noContent, ok, type Routes } from '../../http/handler.ts';
import { archiveForm } from './archive-form.ts';
import { createForm } from './create-form.ts';
import { findForm } from './find-form.ts';
import { getForm } from './get-form.ts';
import { listForms } from './list-forms.ts';
import { etagOfForm, type FormOfDealership, presentDefinition, presentForm } from './present.ts';
import { previewForm } from './preview-form.ts';
import { updateFormDefinition } from './update-form-definition.ts';

const withEtag = ({ form }: FormOfDealership) => ({ headers: { ETag: etagOfForm(form) } });

export const formRoutes = {
  getForm: async ({ ctx, path, query }) => ok(presentForm(await getForm({ ctx, input: { ...path, ...query } }))),
  listForms: async ({ ctx, query }) => ok(presentPage(await listForms({ ctx, input: query }), presentForm)),
  createForm: async ({ ctx, body }) => {
    const made = await createForm({ ctx, input: body });
    return created(presentDefinition(made), withEtag(made));
  },
  previewForm: async ({ ctx, query, body }) =>
    ok(presentForm(await previewForm({ ctx, input: { definition: body, ...query } }))),
  getFormDefinition: async ({ ctx, path }) => {
    const found = await findForm(ctx, path.form_id);
    return ok(presentDefinition(found), withEtag(found));
  },
  updateFormDefinition: async ({ ctx, path, body, header }) => {
    const changed = await updateFormDefinition({ ctx, input: { ...path, ifMatch: header('if-match'), changes: body } });
    return ok(presentDefinition(changed), withEtag(changed));
  },
  archiveForm: async ({ ctx, path }) => {
    await archiveForm({ ctx, input: path });
    return noContent();
  },
} satisfies Pick<
  Routes,
  'getForm' | 'listForms' | 'createForm' | 'previewForm' | 'getFormDefinition' | 'updateFormDefinition' | 'archiveForm'
>;
