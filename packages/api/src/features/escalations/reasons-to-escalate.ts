import type { Understanding } from '../../answering/types.ts';
import type { LeadRecord } from '../leads/model.ts';
import { inOrder } from './escalation-rules.ts';
import type { EscalationReason } from './model.ts';

/** Why a person has to look at what was read, the most urgent first. What a machine sent needs nobody. */
export function reasonsToEscalate(
  understanding: Understanding,
  triggered: boolean,
  handledBy: LeadRecord['handled_by'],
): EscalationReason[] {
  if (understanding.automated || understanding.label === 'spam') return [];
  return inOrder([
    ...understanding.escalations,
    ...(triggered ? (['trigger'] as const) : []),
    ...(understanding.injectionSuspected ? (['injection_suspected'] as const) : []),
    ...(understanding.label === 'uncertain' && handledBy === 'human' ? (['unclear'] as const) : []),
  ]);
}
