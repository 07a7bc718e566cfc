import { unknownSubjectWords } from '../../channels/adf/crm-profiles.ts';
import { normaliseEmail } from '../../channels/email-address.ts';
import type { components } from '../../generated/openapi.ts';
import { type FieldError, unprocessable } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { forgetDealership } from '../dealership/find-dealership.ts';
import { type CrmRecord, Dealership } from '../dealership/model.ts';
import { readCrm } from './read-crm.ts';

type Changes = components['schemas']['CrmUpdate'];

interface UpdateCrm {
  ctx: TenantContext;
  input: Changes;
}

function errorsOf(next: CrmRecord, mailDomain: string): FieldError[] {
  const errors: FieldError[] = [];
  const email = next.address === null ? null : normaliseEmail(next.address);
  if (next.address !== null && email === null)
    errors.push({ pointer: '#/address', detail: 'This is not an e-mail address.' });
  // A lead that is sent to us comes in as a new one, which is sent to us.
  if (email?.endsWith(`@${mailDomain.toLowerCase()}`))
    errors.push({ pointer: '#/address', detail: 'This address is one of ours: leads would come back for ever.' });
  if (next.enabled && next.address === null)
    errors.push({ pointer: '#/address', detail: 'The address of the CRM is needed.' });
  const [unknown] = unknownSubjectWords(next.subject ?? '');
  if (unknown !== undefined)
    errors.push({ pointer: '#/subject', detail: `Nothing can be filled in for {${unknown.slice(0, 30)}}.` });
  return errors;
}

/**
 * Changes how leads go to the CRM; what is left out stays as it is.
 * @throws Problem 422 for an address that is none or one of ours, and for words in the subject that nothing stands for
 */
export async function updateCrm({ ctx, input }: UpdateCrm): Promise<CrmRecord> {
  const before = await readCrm({ ctx });
  const next: CrmRecord = {
    enabled: input.enabled ?? before.enabled,
    address: input.address === undefined ? before.address : input.address?.trim() || null,
    profile: input.profile ?? before.profile,
    subject: input.subject === undefined ? before.subject : input.subject?.trim() || null,
  };
  const errors = errorsOf(next, ctx.services.env.mailDomain);
  if (errors.length > 0) throw unprocessable(errors);
  const crm = { ...next, address: next.address === null ? null : normaliseEmail(next.address) };
  await Dealership.updateOne({ _id: ctx.dealershipId }, { $set: { crm, crm_outage: null } });
  forgetDealership(ctx.dealershipId);
  return crm;
}
