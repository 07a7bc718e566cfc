import type { components } from '../../generated/openapi.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { after, DAY_MS } from '../../lib/clock.ts';
import { maySeeWebhook } from '../dealership/present.ts';
import type { MailboxOverview } from './read-mailbox.ts';

/** Google's links and codes are good for a while only. */
const CONFIRMATION_SHOWN_MS = 14 * DAY_MS;

/** What clients see of a mailbox; what opens something is for those who set it up. */
export function presentMailbox(
  { dealership, lastMailAt }: MailboxOverview,
  ctx: TenantContext,
): components['schemas']['Mailbox'] {
  const { env, clock } = ctx.services;
  const now = clock.now();
  const manages = maySeeWebhook(ctx.actor);
  const question = dealership.forwarding_confirmation ?? null;
  const asked = manages && question !== null && after(question.received_at, CONFIRMATION_SHOWN_MS) > now;
  return {
    address: `${dealership.mailbox}@${env.mailDomain}`,
    enabled: dealership.mailbox_enabled !== false,
    former: (dealership.former_mailboxes ?? [])
      .filter(({ until }) => until > now)
      .map(({ name, until }) => ({ address: `${name}@${env.mailDomain}`, until: until.toISOString() })),
    webhook_path: manages ? `/webhooks/mailgun/inbound/${dealership.inbound_token}` : null,
    last_mail_at: lastMailAt?.toISOString() ?? null,
    forwarding_confirmation: asked
      ? {
          requested_by: question.requested_by,
          code: question.code,
          url: question.url,
          received_at: question.received_at.toISOString(),
        }
      : null,
  };
}
