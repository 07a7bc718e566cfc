import { parseInboundMail } from '../../channels/email/parse-inbound-mail.ts';
import { type PortalMail, portalMail } from '../../channels/portals/read-portal-mail.ts';
import { notFound, Problem } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import type { MailPayload } from '../../intake/mail-payload.ts';
import { Arrival, type ArrivalRecord } from '../arrivals/model.ts';
import { deletedAmong } from '../leads/deleted-among.ts';
import { visibleTo } from '../leads/find-lead.ts';

/** A mail of an arrival, in the text that fields are marked in. */
export interface ArrivalMail {
  arrival: ArrivalRecord;
  from: string | null;
  mail: PortalMail;
}

/**
 * Reads the mail that an arrival holds.
 * @throws Problem 404, also for one that is no mail or whose lead was deleted; 422 when its words were forgotten
 */
export async function readArrivalMail(ctx: TenantContext, arrivalId: string): Promise<ArrivalMail> {
  const arrival = await Arrival.findOne({ _id: arrivalId, channel: 'email', ...visibleTo(ctx) }).lean<ArrivalRecord>();
  if (!arrival || (await deletedAmong([arrival.lead_id])).size > 0) throw notFound();
  const payload = arrival.payload as MailPayload | null;
  if (payload === null)
    throw new Problem('unprocessable', { detail: 'It is older than 30 days and its words were forgotten.' });
  if (payload.kind !== 'mail') throw notFound();
  const mail = parseInboundMail(new Map(payload.fields));
  return { arrival, from: mail.from?.email ?? null, mail: portalMail(mail) };
}
