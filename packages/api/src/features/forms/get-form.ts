import type { Language } from '../../answering/types.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { findForm } from './find-form.ts';
import type { FormInLanguage } from './present.ts';

interface GetForm {
  ctx: TenantContext;
  input: { form_id: string; language?: Language | undefined };
}

/**
 * Reads a form in a language, that of the dealership where none is asked for.
 * @throws Problem 404 when the dealership has none of that id, 403 on a site that may not use it
 */
export async function getForm({ ctx, input }: GetForm): Promise<FormInLanguage> {
  const { form, dealership } = await findForm(ctx, input.form_id);
  return { form, dealership, language: input.language ?? dealership.language };
}
