import type { Language } from '../../answering/types.ts';
import { notFound } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { findDealership } from '../dealership/find-dealership.ts';
import { Form, type FormRecord } from './model.ts';
import type { FormInLanguage } from './present.ts';

interface GetForm {
  ctx: TenantContext;
  input: { form_id: string; language?: Language | undefined };
}

/**
 * Reads a form; `default` is the one the dealership began with.
 * @throws Problem 404 when the dealership has none of that id
 */
export async function getForm({ ctx, input }: GetForm): Promise<FormInLanguage> {
  const dealership = await findDealership(ctx.dealershipId);
  if (!dealership) throw notFound();
  const formId = input.form_id === 'default' ? dealership.default_form_id : input.form_id;
  const form = await Form.findById(formId).lean<FormRecord>();
  if (!form) throw notFound();
  return { form, dealership, language: input.language ?? dealership.language };
}
