import { notFound, Problem } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { findDealership } from '../dealership/find-dealership.ts';
import { Form, type FormRecord } from './model.ts';
import type { FormOfDealership } from './present.ts';

/** A browser sends where the page comes from; a server, and a person at the dashboard, may see every form. */
function checkOrigin(form: FormRecord, ctx: TenantContext): void {
  const { origin } = ctx.visitor;
  const isBrowser = ctx.actor.type === 'api_key' && ctx.actor.kind === 'publishable' && origin !== null;
  if (!isBrowser || form.allowed_origins.length === 0 || form.allowed_origins.includes(origin)) return;
  throw new Problem('origin_not_allowed', { detail: `Add ${origin} to the allowed origins of the form.` });
}

async function readForm(dealershipId: string, formId: string): Promise<FormOfDealership> {
  const dealership = await findDealership(dealershipId);
  if (!dealership) throw notFound();
  const form = await Form.findById(formId === 'default' ? dealership.default_form_id : formId).lean<FormRecord>();
  if (!form) throw notFound();
  return { form, dealership };
}

/** Reads the form a dealership began with; to be called as that tenant. */
export function findDefaultForm(dealershipId: string): Promise<FormOfDealership> {
  return readForm(dealershipId, 'default');
}

/**
 * Reads a form with its dealership; `default` is the one the dealership began with.
 * @throws Problem 404 when the dealership has none of that id, 403 on a site that may not use it
 */
export async function findForm(ctx: TenantContext, formId: string): Promise<FormOfDealership> {
  const found = await readForm(ctx.dealershipId, formId);
  checkOrigin(found.form, ctx);
  return found;
}
