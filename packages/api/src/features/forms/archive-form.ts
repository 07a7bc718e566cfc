import { Problem } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { findForm } from './find-form.ts';
import { Form } from './model.ts';

interface ArchiveForm {
  ctx: TenantContext;
  input: { form_id: string };
}

/**
 * Takes a form out of the list; pages that still show it keep working.
 * @throws Problem 404, 409 for the default form
 */
export async function archiveForm({ ctx, input }: ArchiveForm): Promise<void> {
  const { form, dealership } = await findForm(ctx, input.form_id);
  if (form._id === dealership.default_form_id) {
    throw new Problem('conflict', { detail: 'The default form stays: pages that name no form show it.' });
  }
  await Form.updateOne({ _id: form._id, archived_at: null }, { archived_at: ctx.services.clock.now() });
}
