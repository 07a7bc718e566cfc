import type { components } from '../../generated/openapi.ts';
import { notFound } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { isOpen, nextOpening } from '../../lib/opening-hours.ts';
import { findDealership } from '../dealership/find-dealership.ts';
import { Form } from '../forms/model.ts';
import { chatAnsweredBy, chatSettings } from './chat-settings.ts';

const ACCENT = '#1450c8';

/**
 * Tells what a web site shows of the chat before anybody has written; its colour is that of the first form unless it has its own.
 * @throws Problem 404 when the dealership is gone
 */
export async function getChat({ ctx }: { ctx: TenantContext }): Promise<components['schemas']['Chat']> {
  const dealership = await findDealership(ctx.dealershipId);
  if (!dealership) throw notFound();
  const now = ctx.services.clock.now();
  const form = await Form.findOne({ _id: dealership.default_form_id }, { accent: 1 }).lean();
  const { enabled, greeting, accent } = chatSettings(dealership);
  const { opening_hours: hours, time_zone: timeZone } = dealership;
  return {
    enabled,
    dealership_name: dealership.name,
    assistant_name: dealership.assistant.name,
    greeting,
    answered_by: chatAnsweredBy(dealership, now),
    open: isOpen(now, hours, timeZone),
    opens_at: nextOpening(now, hours, timeZone)?.toISOString() ?? null,
    theme: { accent: accent ?? form?.accent ?? ACCENT },
  };
}
