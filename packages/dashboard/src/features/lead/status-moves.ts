import type { LeadStatus } from '@norvalt/sdk';

const order: readonly LeadStatus[] = ['new', 'contacted', 'qualified', 'appointment', 'won'];

/** Where a lead may go from a status: one step on, or lost; a closed one only back to contacted. */
export function allowedMoves(status: LeadStatus): LeadStatus[] {
  if (status === 'won' || status === 'lost') return ['contacted'];
  const next = order[order.indexOf(status) + 1];
  return next ? [next, 'lost'] : ['lost'];
}

/** Whether a lead of this status is closed. */
export function isClosed(status: LeadStatus): boolean {
  return status === 'won' || status === 'lost';
}
