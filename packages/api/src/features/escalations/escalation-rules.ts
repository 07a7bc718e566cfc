import type { EscalationPriority, EscalationReason } from './model.ts';

interface Rule {
  priority: EscalationPriority;
  /** Whether those who run the place are told as well as the rep. */
  tellsManagers: boolean;
}

/** Most pressing first: the first of several reasons names the escalation. */
const RULES: Readonly<Record<EscalationReason, Rule>> = {
  safety: { priority: 'urgent', tellsManagers: true },
  legal: { priority: 'urgent', tellsManagers: true },
  abuse: { priority: 'urgent', tellsManagers: true },
  human_requested: { priority: 'urgent', tellsManagers: false },
  complaint: { priority: 'high', tellsManagers: true },
  gdpr: { priority: 'high', tellsManagers: true },
  delivery_failed: { priority: 'high', tellsManagers: false },
  price_negotiation: { priority: 'high', tellsManagers: false },
  trigger: { priority: 'high', tellsManagers: false },
  draft_waiting: { priority: 'high', tellsManagers: false },
  finance_advice: { priority: 'normal', tellsManagers: false },
  gate_refused: { priority: 'normal', tellsManagers: false },
  injection_suspected: { priority: 'normal', tellsManagers: false },
  unclear: { priority: 'normal', tellsManagers: false },
  provider_failing: { priority: 'high', tellsManagers: true },
  budget: { priority: 'normal', tellsManagers: true },
};
const ORDER = Object.keys(RULES) as EscalationReason[];

/** How many minutes of opening hours an escalation may wait. */
export const SLA_MINUTES: Readonly<Record<EscalationPriority, number>> = { urgent: 15, high: 60, normal: 240 };

/** Reasons, most pressing first and each once. */
export function inOrder(reasons: readonly EscalationReason[]): EscalationReason[] {
  return ORDER.filter((reason) => reasons.includes(reason));
}

/** How pressing a reason is, and who is told of it. */
export function ruleFor(reason: EscalationReason): Rule {
  return RULES[reason];
}
