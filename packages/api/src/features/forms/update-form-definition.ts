import { Problem } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { checkDefinition } from './check-definition.ts';
import { findForm } from './find-form.ts';
import { changeDefinition, type FormChanges } from './form-definition.ts';
import { Form, type FormRecord } from './model.ts';
import { etagOfForm, type FormOfDealership } from './present.ts';

interface UpdateFormDefinition {
  ctx: TenantContext;
  input: { form_id: string; ifMatch: string | undefined; changes: FormChanges };
}

const MAX_TRIES = 5;

function checkIfMatch(form: FormRecord, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch === '*' || ifMatch === etagOfForm(form)) return;
  throw new Problem('precondition_failed', {
    detail: 'Read the form again; somebody changed it.',
    headers: { ETag: etagOfForm(form) },
  });
}

/**
 * Changes how a form is made.
 * @throws Problem 404, 412 when `ifMatch` is not its version, 422 when it could not be filled in or answered
 */
export async function updateFormDefinition({ ctx, input }: UpdateFormDefinition): Promise<FormOfDealership> {
  const now = ctx.services.clock.now();
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const { form: before, dealership } = await findForm(ctx, input.form_id);
    checkIfMatch(before, input.ifMatch);
    const definition = changeDefinition(before, input.changes, dealership, now);
    checkDefinition(definition);
    const form = await Form.findOneAndUpdate(
      { _id: before._id, version: before.version },
      { $set: { ...definition, updated_at: now }, $inc: { version: 1 } },
      { returnDocument: 'after' },
    ).lean<FormRecord>();
    if (form) return { form, dealership };
  }
  throw new Problem('conflict', { detail: 'The form keeps changing; try again.', headers: { 'Retry-After': '1' } });
}
