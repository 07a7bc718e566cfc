import { findPage, type Page, type PageRequest } from '../../database/page.ts';
import { notFound } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { findDealership } from '../dealership/find-dealership.ts';
import { Form } from './model.ts';
import type { FormInLanguage } from './present.ts';

interface ListForms {
  ctx: TenantContext;
  input: PageRequest;
}

/** Lists the forms that are not archived, newest first, in the language of the dealership. */
export async function listForms({ ctx, input }: ListForms): Promise<Page<FormInLanguage>> {
  const dealership = await findDealership(ctx.dealershipId);
  if (!dealership) throw notFound();
  const page = await findPage(Form, {
    filter: { archived_at: null },
    orderBy: 'created_at',
    direction: 'newest_first',
    request: input,
  });
  return { ...page, data: page.data.map((form) => ({ form, dealership, language: dealership.language })) };
}
