import type { PortalRule } from '../../channels/portals/portal-template.ts';
import { type PortalReading, readPortalMail } from '../../channels/portals/read-portal-mail.ts';
import type { components } from '../../generated/openapi.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { readArrivalMail } from './read-arrival-mail.ts';
import { rulesOfMarks } from './rules-of-marks.ts';

interface PreviewPortalTemplate {
  ctx: TenantContext;
  input: components['schemas']['PortalMarks'] & { arrival_id: string };
}

/**
 * Says how a mail would be read by a template made of what is marked in it; stores nothing.
 * @throws Problem 404, 422 for a mark that nothing can be made of
 */
export async function previewPortalTemplate({
  ctx,
  input,
}: PreviewPortalTemplate): Promise<{ rules: PortalRule[]; reading: PortalReading }> {
  const { mail } = await readArrivalMail(ctx, input.arrival_id);
  const rules = rulesOfMarks(input.marks, mail);
  return { rules, reading: readPortalMail({ rules }, mail) };
}
