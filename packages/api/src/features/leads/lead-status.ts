import type { LeadStatus } from './model.ts';

const ORDER: readonly LeadStatus[] = ['new', 'contacted', 'qualified', 'appointment'];

/** Tells whether a status may become another: forward, to won or lost, or back to contacted from a closed one. */
export function mayBecome(from: LeadStatus, to: LeadStatus): boolean {
  if (from === to) return true;
  const closed = from === 'won' || from === 'lost';
  if (closed) return to === 'contacted';
  if (to === 'won' || to === 'lost') return true;
  return ORDER.indexOf(to) > ORDER.indexOf(from);
}
