import type { LeadStatus } from '@norvalt/sdk';

const steps: readonly LeadStatus[] = ['new', 'contacted', 'qualified', 'appointment', 'won'];

/** Where a lead may go from a status, as the API allows it: on, or to lost; a closed one only back to contacted. */
export function allowedMoves(status: LeadStatus): LeadStatus[] {
  if (isClosed(status)) return ['contacted'];
  return [...steps.slice(steps.indexOf(status) + 1), 'lost'];
}

/** Whether a lead of this status is closed. */
export function isClosed(status: LeadStatus): boolean {
  return status === 'won' || status === 'lost';
}
