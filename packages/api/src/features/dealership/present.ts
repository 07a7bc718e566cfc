import type { components } from '../../generated/openapi.ts';
import type { Actor } from '../../http/request-context.ts';
import type { Services } from '../../services.ts';
import { chatSettings } from '../chat/chat-settings.ts';
import { isSandbox } from '../sandbox/sandbox-id.ts';
import type { DealershipRecord } from './model.ts';

/** A dealership and what it has used of its budget this month. */
export interface DealershipOverview {
  dealership: DealershipRecord;
  tokensUsed: number;
}

/** Whether somebody may see addresses and links that open something. */
export function maySeeWebhook(actor: Actor): boolean {
  return actor.type === 'user' && (actor.role === 'admin' || actor.role === 'manager');
}

/** What clients see of their dealership; the address a mail route posts to is a secret of those who set it up. */
export function presentDealership(
  { dealership, tokensUsed }: DealershipOverview,
  ctx: { actor: Actor; services: Pick<Services, 'env'> },
): components['schemas']['Dealership'] {
  const { env } = ctx.services;
  return {
    id: dealership._id,
    name: dealership.name,
    language: dealership.language,
    time_zone: dealership.time_zone,
    contact: {
      email: dealership.contact.email,
      phone: dealership.contact.phone,
      address: dealership.contact.address,
      website: dealership.contact.website,
    },
    opening_hours: dealership.opening_hours.map(({ day, opens, closes }) => ({ day, opens, closes })),
    assistant: {
      name: dealership.assistant.name,
      auto_reply: dealership.assistant.auto_reply,
      follow_up_days: dealership.assistant.follow_up_days,
    },
    chat: chatSettings(dealership),
    inbound_email: {
      address: `${dealership.mailbox}@${env.mailDomain}`,
      webhook_path: maySeeWebhook(ctx.actor) ? `/webhooks/mailgun/inbound/${dealership.inbound_token}` : null,
    },
    default_form_id: dealership.default_form_id,
    ai: {
      provider: env.anthropic && !isSandbox(dealership._id) ? 'anthropic' : 'rules',
      tokens_used: tokensUsed,
      token_budget: env.aiMonthlyTokens,
    },
    created_at: dealership.created_at.toISOString(),
  };
}

/** A dealership by name only. */
export function presentDealershipSummary(
  dealership: Pick<DealershipRecord, '_id' | 'name'>,
): components['schemas']['DealershipSummary'] {
  return { id: dealership._id, name: dealership.name };
}
