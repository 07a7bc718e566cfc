import type { Language } from '../../answering/types.ts';
import type { components } from '../../generated/openapi.ts';
import { notFound } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { findDealership } from '../dealership/find-dealership.ts';
import { checkDefinition } from './check-definition.ts';
import { BLANK_FORM, changeDefinition } from './form-definition.ts';
import type { FormInLanguage } from './present.ts';

interface PreviewForm {
  ctx: TenantContext;
  input: { definition: components['schemas']['FormDefinitionInput']; language?: Language | undefined };
}

/**
 * Makes a form without storing it.
 * @throws Problem 422 when it could not be filled in or answered
 */
export async function previewForm({ ctx, input }: PreviewForm): Promise<FormInLanguage> {
  const dealership = await findDealership(ctx.dealershipId);
  if (!dealership) throw notFound();
  const now = ctx.services.clock.now();
  const definition = changeDefinition({ ...BLANK_FORM, consent: null }, input.definition, dealership, now);
  checkDefinition(definition);
  return { form: { _id: 'preview', ...definition }, dealership, language: input.language ?? dealership.language };
}
