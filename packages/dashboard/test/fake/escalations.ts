import type { Escalation, Lead } from '@norvalt/sdk';

const minuteMs = 60_000;

/** One escalation of the first lead, due in ten minutes. */
export function makeEscalations(leads: readonly Lead[], nowMs: number): Escalation[] {
  const [lead] = leads;
  if (!lead) return [];
  const createdAt = new Date(nowMs - 5 * minuteMs).toISOString();
  return [
    {
      id: 'esc_1',
      lead_id: lead.id,
      customer_name: lead.customer.name,
      message_id: null,
      reason: 'complaint',
      reasons: ['complaint', 'price_negotiation'],
      priority: 'high',
      state: 'open',
      excerpt: 'Jeg er ikke fornøyd med bilen.',
      detail: null,
      assigned_to: null,
      taken_at: null,
      due_at: new Date(nowMs + 10 * minuteMs).toISOString(),
      overdue: false,
      resolution: null,
      reopened: 0,
      test: false,
      created_at: createdAt,
      updated_at: createdAt,
    },
  ];
}
