import type { TokenUsage } from '../answering/types.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import type { EscalationReason } from '../features/escalations/model.ts';
import { raiseEscalation } from '../features/escalations/raise-escalation.ts';
import type { LeadRecord } from '../features/leads/model.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import type { Services } from '../services.ts';
import { monthOf } from './token-budget.ts';

interface Trouble {
  reason: EscalationReason;
  /** One escalation per lead's message, per day or per month. */
  cause: string;
  ofLead: boolean;
}

const LASTING = /\b(?:circuit_open|unauthorised|payment_required)\b/;

function troubleOf(fallbackReason: string, message: MessageRecord, now: Date): Trouble | null {
  if (fallbackReason.startsWith('claims gate'))
    return { reason: 'gate_refused', cause: `gate ${message._id}`, ofLead: true };
  if (fallbackReason === 'budget') return { reason: 'budget', cause: `budget ${monthOf(now)}`, ofLead: false };
  // A slow answer now and then is nothing to call anybody for.
  if (LASTING.test(fallbackReason))
    return { reason: 'provider_failing', cause: `model ${now.toISOString().slice(0, 10)}`, ofLead: false };
  return null;
}

/** Tells those who run the place, once a month, that the smaller model writes from here. */
async function warnOfBudget(services: Services, dealership: DealershipRecord): Promise<void> {
  if (!(await services.budget.isLow?.(dealership._id))) return;
  await raiseEscalation(services, dealership, {
    cause: `budget warning ${monthOf(services.clock.now())}`,
    reasons: ['budget'],
    lead: null,
    messageId: null,
    excerpt: '',
    detail: 'The warning limit of the month is passed: the smaller model writes',
  });
}

/** Calls a person where an answer came from the templates for a reason that somebody should know of. */
export async function escalateWriting(
  services: Services,
  message: MessageRecord,
  lead: LeadRecord,
  dealership: DealershipRecord,
  written: { fallbackReason: string | null; text: string; usage: TokenUsage },
): Promise<void> {
  if (!lead.test && written.usage.inputTokens > 0) await warnOfBudget(services, dealership);
  if (written.fallbackReason === null) return;
  const trouble = troubleOf(written.fallbackReason, message, services.clock.now());
  // What happens to a test lead is nobody's emergency, except as a part of the test.
  if (trouble === null || (lead.test && !trouble.ofLead)) return;
  await raiseEscalation(services, dealership, {
    cause: trouble.cause,
    reasons: [trouble.reason],
    lead: trouble.ofLead ? lead : null,
    messageId: trouble.ofLead ? message._id : null,
    excerpt: trouble.ofLead ? written.text : '',
    detail: written.fallbackReason.slice(0, 500),
  });
}

/** Calls a person to a message that could not be delivered: the customer waits and heard nothing. */
export async function escalateFailure(
  services: Services,
  message: MessageRecord,
  lead: LeadRecord,
  dealership: DealershipRecord,
  reason: string,
): Promise<void> {
  await raiseEscalation(services, dealership, {
    cause: `failed ${message._id}`,
    reasons: ['delivery_failed'],
    lead,
    messageId: message._id,
    excerpt: message.text ?? '',
    detail: reason,
  });
}

/** Tells those who run the place of an account that its provider refuses, once a day. */
export async function escalateProvider(
  services: Services,
  message: MessageRecord,
  dealership: DealershipRecord,
  reason: string,
): Promise<void> {
  if (message.test) return;
  await raiseEscalation(services, dealership, {
    cause: `${message.channel} ${services.clock.now().toISOString().slice(0, 10)}`,
    reasons: ['provider_failing'],
    lead: null,
    messageId: null,
    excerpt: '',
    detail: `${message.channel}: ${reason}`,
  });
}
