import { presentPage } from '../../database/page.ts';
import { ok, type Routes } from '../../http/handler.ts';
import { getForm } from './get-form.ts';
import { listForms } from './list-forms.ts';
import { presentForm } from './present.ts';

export const formRoutes = {
  getForm: async ({ ctx, path, query }) => ok(presentForm(await getForm({ ctx, input: { ...path, ...query } }))),
  listForms: async ({ ctx, query }) => ok(presentPage(await listForms({ ctx, input: query }), presentForm)),
} satisfies Pick<Routes, 'getForm' | 'listForms'>;
