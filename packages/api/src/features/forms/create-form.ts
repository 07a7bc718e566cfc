import { createOnce } from '../../database/create-once.ts';
import type { components } from '../../generated/openapi.ts';
import { creationIdFor } from '../../http/creation-id.ts';
import { notFound } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { findDealership } from '../dealership/find-dealership.ts';
import { checkDefinition } from './check-definition.ts';
import { BLANK_FORM, changeDefinition } from './form-definition.ts';
import { Form } from './model.ts';
import type { FormOfDealership } from './present.ts';

interface CreateForm {
  ctx: TenantContext;
  input: components['schemas']['FormDefinitionInput'];
}

/**
 * Creates a form.
 * @throws Problem 422 when it could not be filled in or answered
 */
export async function createForm({ ctx, input }: CreateForm): Promise<FormOfDealership> {
  const dealership = await findDealership(ctx.dealershipId);
  if (!dealership) throw notFound();
  const now = ctx.services.clock.now();
  const definition = changeDefinition({ ...BLANK_FORM, consent: null }, input, dealership, now);
  checkDefinition(definition);
  const form = await createOnce(Form, {
    _id: creationIdFor(ctx, 'frm'),
    ...definition,
    version: 1,
    created_at: now,
    updated_at: now,
    archived_at: null,
  });
  return { form, dealership };
}
